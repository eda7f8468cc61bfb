import type { ApiFunction } from "./routes.ts";
import type { TableName } from "./tables.ts";

export type DynamoAction =
  | "GetItem"
  | "PutItem"
  | "UpdateItem"
  | "DeleteItem"
  | "Query"
  /** A query of the index `byClass`, and of nothing else of the table. */
  | "Query byClass"
  | "BatchGetItem"
  | "ConditionCheckItem"
  | "BatchWriteItem";
export type CognitoAction =
  | "AdminCreateUser"
  | "AdminSetUserPassword"
  | "AdminInitiateAuth"
  | "AdminDeleteUser"
  | "AdminEnableUser"
  | "AdminDisableUser"
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
  /** Tables whose new rows a job function is given at once, as DynamoDB Streams' records with the rows' keys. */
  readonly streams?: readonly TableName[];
  /** A job function is told what became of the mails (T48). */
  readonly hearsOfMail?: boolean;
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
      challenges: ["BatchGetItem", "PutItem", "UpdateItem"],
      limits: ["BatchGetItem", "PutItem", "UpdateItem", "ConditionCheckItem"],
      claims: ["BatchGetItem"],
      accounts: ["BatchGetItem"],
      flows: ["PutItem", "UpdateItem", "ConditionCheckItem"],
      messages: ["BatchGetItem", "PutItem", "UpdateItem", "DeleteItem", "ConditionCheckItem"],
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
    does: "opens reset grants and sets a new password for who holds one",
    tables: {
      once: ["PutItem"],
      limits: ["BatchGetItem", "UpdateItem", "ConditionCheckItem"],
      roster: ["Query"],
      claims: ["BatchGetItem"],
      flows: ["BatchGetItem", "PutItem", "UpdateItem"],
      accounts: ["BatchGetItem", "UpdateItem"],
      messages: ["PutItem", "UpdateItem"],
      audit: ["PutItem"],
    },
    cognito: ["AdminSetUserPassword"],
    sends: true,
  },
  "forgot-account": {
    does: "tells a person their account",
    tables: {
      once: ["PutItem"],
      limits: ["UpdateItem", "ConditionCheckItem"],
      claims: ["BatchGetItem"],
      accounts: ["BatchGetItem"],
      messages: ["PutItem", "ConditionCheckItem"],
      audit: ["PutItem", "ConditionCheckItem"],
    },
  },
  "activate-account": {
    does: "enables a disabled account for its owner",
    tables: {
      once: ["PutItem"],
      limits: ["UpdateItem", "ConditionCheckItem"],
      roster: ["Query"],
      claims: ["BatchGetItem"],
      flows: ["BatchGetItem", "PutItem", "UpdateItem"],
      accounts: ["BatchGetItem", "UpdateItem"],
      messages: ["PutItem", "UpdateItem"],
      audit: ["PutItem"],
    },
    cognito: ["AdminSetUserPassword", "AdminEnableUser"],
    sends: true,
  },
  "contact-us": {
    does: "takes questions and reports as cases, and freezes an account for its owner",
    tables: {
      once: ["BatchGetItem", "PutItem"],
      limits: ["PutItem", "UpdateItem"],
      cases: ["BatchGetItem", "PutItem"],
      accounts: ["BatchGetItem", "UpdateItem"],
      messages: ["PutItem", "UpdateItem", "ConditionCheckItem"],
      audit: ["PutItem"],
    },
    cognito: ["AdminDisableUser", "AdminEnableUser"],
    sends: true,
  },
  jobs: {
    does: "finishes what was interrupted, sends what was not sent, imports rosters, disables accounts, issues default passwords",
    tables: {
      flows: ["Query", "BatchGetItem", "UpdateItem"],
      accounts: ["Query", "BatchGetItem", "UpdateItem"],
      claims: ["BatchGetItem", "DeleteItem"],
      messages: ["Query", "BatchGetItem", "PutItem", "UpdateItem", "DeleteItem"],
      roster: ["Query", "Query byClass", "BatchGetItem", "BatchWriteItem"],
      audit: ["PutItem"],
    },
    cognito: ["AdminDeleteUser", "AdminDisableUser", "AdminEnableUser"],
    sends: true,
    // An import of 50,000 rows takes about 370 MB (measured), and a full CPU is quicker than half a one.
    memory: 1_024,
    schedules: {
      "reconcile-registrations": "5 minutes",
      "reconcile-resets": "5 minutes",
      "send-messages": "1 minute",
      // Each account on its day; by the hour, so that the day on which a whole year's accounts are due is spread.
      "disable-idle": "1 hour",
    },
    streams: ["messages"],
    hearsOfMail: true,
  },
} as const satisfies Record<ApiFunction | "jobs", FunctionSpec>;

export type FunctionName = keyof typeof functions;
