import type { ApiFunction } from "./routes.ts";
import type { TableName } from "./tables.ts";

export type DynamoAction =
  | "GetItem"
  | "PutItem"
  | "UpdateItem"
  | "DeleteItem"
  | "Query"
  | "BatchGetItem"
  | "ConditionCheckItem"
  | "BatchWriteItem";
export type CognitoAction =
  | "AdminCreateUser"
  | "AdminSetUserPassword"
  | "AdminInitiateAuth"
  | "AdminDeleteUser"
  | "AdminGetUser";

/** What one Lambda may touch: its role, its environment and its alarms are made from this (least privilege, AWS SEC 2). */
export interface FunctionSpec {
  readonly does: string;
  readonly tables: Partial<Record<TableName, readonly DynamoAction[]>>;
  readonly cognito?: readonly CognitoAction[];
  readonly sends?: boolean;
  /** Reads what is configured of the counties, client secrets among it. */
  readonly counties?: boolean;
  /** MB; 512 unless said. */
  readonly memory?: number;
  /**
   * How long one call may take; unless said 10, which is longer than the retries inside (3 s, T47), or 300 where there are schedules: a
   * sweep, or an import of 50,000 rows. For the API below 30, where the gateway and the edge stop waiting.
   */
  readonly seconds?: number;
  /** How often a job function runs, as an EventBridge rate, with the event it gets. */
  readonly schedules?: Readonly<Record<string, string>>;
}

export const functions = {
  captcha: { does: "issues captchas", tables: {} },
  register: {
    does: "applies for an account",
    tables: {
      once: ["PutItem"],
      limits: ["UpdateItem", "ConditionCheckItem"],
      roster: ["BatchGetItem"],
      claims: ["BatchGetItem", "PutItem", "UpdateItem", "DeleteItem"],
      flows: ["GetItem", "UpdateItem"],
      accounts: ["PutItem"],
      messages: ["PutItem", "UpdateItem"],
      audit: ["PutItem"],
    },
    cognito: ["AdminCreateUser", "AdminSetUserPassword"],
    sends: true,
  },
  "verify-code": {
    does: "sends and checks six-digit codes",
    tables: {
      once: ["PutItem"],
      challenges: ["PutItem", "UpdateItem"],
      limits: ["BatchGetItem", "PutItem", "UpdateItem", "ConditionCheckItem"],
      flows: ["UpdateItem", "ConditionCheckItem"],
      messages: ["PutItem", "UpdateItem"],
    },
    sends: true,
  },
  "sign-in": {
    does: "signs a person in and out",
    tables: {
      once: ["PutItem"],
      claims: ["BatchGetItem"],
      limits: ["BatchGetItem", "UpdateItem"],
      accounts: ["UpdateItem"],
      sessions: ["PutItem", "DeleteItem"],
    },
    cognito: ["AdminInitiateAuth"],
  },
  "my-account": {
    does: "shows a signed-in person their account",
    tables: { accounts: ["BatchGetItem"], sessions: ["BatchGetItem", "UpdateItem"] },
  },
  "county-callback": {
    does: "signs people in with their county's account",
    tables: {
      once: ["PutItem"],
      claims: ["BatchGetItem", "PutItem"],
      limits: ["BatchGetItem", "UpdateItem"],
      roster: ["Query"],
      accounts: ["BatchGetItem", "UpdateItem", "ConditionCheckItem"],
      sessions: ["BatchGetItem", "PutItem", "UpdateItem"],
      flows: ["PutItem"],
      audit: ["PutItem"],
    },
    counties: true,
    // A county may take `policy.county.patience` an answer, and up to five come one after another: discovery, keys, token, person, school.
    seconds: 25,
  },
  "reset-password": {
    does: "sets a new password for who holds a reset grant",
    tables: {
      flows: ["BatchGetItem", "UpdateItem"],
      accounts: ["BatchGetItem", "UpdateItem"],
      messages: ["PutItem", "UpdateItem"],
      audit: ["PutItem"],
    },
    cognito: ["AdminSetUserPassword"],
    sends: true,
  },
  jobs: {
    does: "finishes what was interrupted, sends what was not sent, imports rosters",
    tables: {
      flows: ["Query", "BatchGetItem", "UpdateItem"],
      accounts: ["UpdateItem"],
      claims: ["DeleteItem"],
      messages: ["Query", "UpdateItem"],
      roster: ["BatchGetItem", "BatchWriteItem"],
    },
    cognito: ["AdminDeleteUser"],
    sends: true,
    // An import of 50,000 rows takes about 370 MB (measured), and a full CPU is quicker than half a one.
    memory: 1_024,
    schedules: {
      "reconcile-registrations": "5 minutes",
      "reconcile-resets": "5 minutes",
      "send-messages": "1 minute",
    },
  },
} as const satisfies Record<ApiFunction | "jobs", FunctionSpec>;

export type FunctionName = keyof typeof functions;
