import type { FunctionSpec } from "./spec.ts";

/** Who has no account yet, or writes to the help desk. */
export const applyingFunctions = {
  captcha: { does: "issues captchas", tables: {} },
  register: {
    does: "applies for an account, and registers 其他 by e-mail",
    tables: {
      once: ["PutItem"],
      limits: ["BatchGetItem", "PutItem", "UpdateItem", "ConditionCheckItem"],
      roster: ["BatchGetItem"],
      claims: ["BatchGetItem", "PutItem", "UpdateItem", "DeleteItem"],
      flows: ["GetItem", "BatchGetItem", "PutItem", "UpdateItem"],
      challenges: ["BatchGetItem", "PutItem", "UpdateItem"],
      accounts: ["PutItem"],
      messages: ["PutItem", "UpdateItem", "DeleteItem"],
      audit: ["PutItem"],
    },
    cognito: ["AdminCreateUser", "AdminSetUserPassword"],
    sends: true,
  },
  "verify-code": {
    does: "sends and checks six-digit codes",
    tables: {
      once: ["PutItem"],
      challenges: ["BatchGetItem", "PutItem", "UpdateItem"],
      limits: ["BatchGetItem", "PutItem", "UpdateItem", "ConditionCheckItem"],
      claims: ["BatchGetItem"],
      accounts: ["BatchGetItem"],
      flows: ["PutItem", "UpdateItem", "ConditionCheckItem"],
      messages: ["BatchGetItem", "PutItem", "UpdateItem", "DeleteItem", "ConditionCheckItem"],
    },
    sends: true,
  },
  "contact-us": {
    does: "takes questions and reports as cases, and freezes an account for its owner",
    tables: {
      once: ["BatchGetItem", "PutItem"],
      limits: ["PutItem", "UpdateItem"],
      cases: ["BatchGetItem", "PutItem"],
      accounts: ["BatchGetItem", "UpdateItem"],
      // Whoever says 不是我 has their contacts back: of 其他 these are the account.
      claims: ["PutItem", "DeleteItem"],
      messages: ["PutItem", "UpdateItem", "ConditionCheckItem"],
      audit: ["PutItem"],
      logouts: ["PutItem"],
    },
    cognito: ["AdminDisableUser", "AdminEnableUser"],
    sends: true,
  },
} as const satisfies Record<string, FunctionSpec>;
