import type { FunctionSpec } from "./spec.ts";

/** Connected applications, and the platforms whose people come along. */
export const applicationFunctions = {
  oidc: {
    does: "signs people in to connected applications",
    tables: {
      // Who signs out is taken from the account's list.
      accounts: ["BatchGetItem", "UpdateItem", "ConditionCheckItem"],
      sessions: ["BatchGetItem", "UpdateItem", "DeleteItem", "ConditionCheckItem"],
      applications: ["BatchGetItem"],
      consents: ["BatchGetItem", "PutItem", "ConditionCheckItem"],
      tokens: ["BatchGetItem", "GetItem", "PutItem", "UpdateItem"],
      once: ["PutItem"],
      events: ["PutItem"],
      logouts: ["PutItem"],
      "signing-keys": ["BatchGetItem", "PutItem"],
      audit: ["PutItem"],
    },
    // Its bundle is the largest and it signs with RSA: twice the memory is twice the CPU.
    memory: 1_024,
    seconds: 15,
  },
  "link-legacy-account": {
    does: "joins accounts of legacy platforms with those of their people",
    tables: {
      once: ["PutItem"],
      limits: ["UpdateItem"],
      accounts: ["BatchGetItem", "ConditionCheckItem"],
      sessions: ["BatchGetItem", "UpdateItem"],
      applications: ["BatchGetItem", "Query"],
      consents: ["BatchGetItem", "PutItem"],
      "legacy-accounts": ["BatchGetItem", "UpdateItem", "ConditionCheckItem"],
      notifications: ["PutItem"],
      messages: ["PutItem", "UpdateItem", "ConditionCheckItem"],
      audit: ["PutItem", "ConditionCheckItem"],
    },
    sends: true,
  },
} as const satisfies Record<string, FunctionSpec>;
