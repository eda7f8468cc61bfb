import type { FunctionSpec } from "./spec.ts";

/** What nobody waits for: sweeps, imports, messages. */
export const jobFunctions = {
  jobs: {
    does: "finishes what was interrupted, sends what was not sent, imports rosters and old accounts, disables accounts, issues default passwords",
    tables: {
      flows: ["Query", "BatchGetItem", "UpdateItem"],
      accounts: ["Query", "BatchGetItem", "PutItem", "UpdateItem"],
      claims: ["BatchGetItem", "PutItem", "DeleteItem"],
      messages: ["Query", "BatchGetItem", "PutItem", "UpdateItem", "DeleteItem"],
      roster: ["Query", "Query byClass", "BatchGetItem", "BatchWriteItem"],
      audit: ["Query", "BatchGetItem", "PutItem"],
      "audit-chain": ["GetItem", "Query", "BatchGetItem", "PutItem"],
      applications: ["Query", "BatchGetItem", "UpdateItem", "DeleteItem"],
      consents: ["Query", "Query byApplication", "BatchGetItem", "BatchWriteItem", "DeleteItem"],
      events: ["Query", "BatchWriteItem"],
      sessions: ["Query", "BatchWriteItem"],
      factors: ["Query", "BatchWriteItem"],
      "signing-keys": ["BatchGetItem", "PutItem"],
      logouts: ["Query", "PutItem", "UpdateItem", "DeleteItem"],
      "legacy-accounts": ["BatchGetItem", "PutItem", "UpdateItem"],
      notifications: ["Query", "PutItem", "UpdateItem", "DeleteItem"],
    },
    cognito: ["AdminDeleteUser", "AdminDisableUser", "AdminEnableUser"],
    // Of accounts that are erased, of registrations that came to nothing, and what no row names.
    pictures: ["DeleteObject"],
    sends: true,
    // An import of 50,000 rows takes about 370 MB (measured), and a full CPU is quicker than half a one.
    memory: 1_024,
    schedules: {
      "reconcile-registrations": "5 minutes",
      "reconcile-resets": "5 minutes",
      "remove-pictures": "5 minutes",
      "send-messages": "1 minute",
      "send-logouts": "1 minute",
      "send-notifications": "1 minute",
      // Each account on its day; by the hour, so that the day on which a whole year's accounts are due is spread.
      "disable-idle": "1 hour",
      "rotate-signing-keys": "1 day",
      "verify-audit": "1 day",
    },
    streams: ["messages", "logouts", "notifications", "audit"],
    hearsOfMail: true,
  },
} as const satisfies Record<string, FunctionSpec>;
