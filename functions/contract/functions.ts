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
  /** A query of the index `byApplication`, and of nothing else of the table. */
  | "Query byApplication"
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
    does: "signs a person in and out, and asks again for the password and the second factor",
    tables: {
      once: ["PutItem"],
      claims: ["BatchGetItem"],
      limits: ["BatchGetItem", "UpdateItem"],
      accounts: ["BatchGetItem", "UpdateItem"],
      sessions: ["BatchGetItem", "BatchWriteItem", "UpdateItem", "DeleteItem"],
      events: ["BatchWriteItem"],
      factors: ["UpdateItem"],
      messages: ["PutItem"],
      logouts: ["BatchWriteItem", "PutItem"],
      audit: ["PutItem"],
    },
    cognito: ["AdminInitiateAuth"],
  },
  "my-account": {
    does: "shows a signed-in person their account and lets them change it",
    tables: {
      accounts: ["BatchGetItem", "UpdateItem", "ConditionCheckItem"],
      sessions: ["BatchGetItem", "UpdateItem", "DeleteItem"],
      logouts: ["PutItem"],
      applications: ["Query"],
      consents: ["Query", "BatchGetItem", "DeleteItem"],
      events: ["Query"],
      audit: ["PutItem"],
      challenges: ["PutItem", "UpdateItem"],
      limits: ["BatchGetItem", "PutItem", "UpdateItem", "ConditionCheckItem"],
      messages: ["PutItem", "UpdateItem", "DeleteItem", "ConditionCheckItem"],
      flows: ["PutItem", "UpdateItem"],
      roster: ["BatchGetItem"],
      claims: ["BatchGetItem"],
      factors: ["BatchGetItem", "PutItem", "UpdateItem", "DeleteItem"],
    },
    cognito: ["AdminInitiateAuth", "AdminSetUserPassword", "AdminDisableUser", "AdminEnableUser"],
    sends: true,
  },
  "county-callback": {
    does: "signs people in with their county's account",
    tables: {
      once: ["PutItem"],
      claims: ["BatchGetItem", "PutItem"],
      limits: ["BatchGetItem", "UpdateItem"],
      roster: ["Query"],
      accounts: ["BatchGetItem", "UpdateItem"],
      sessions: ["BatchGetItem", "BatchWriteItem", "UpdateItem"],
      events: ["BatchWriteItem"],
      logouts: ["BatchWriteItem"],
      flows: ["PutItem"],
      messages: ["PutItem"],
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
      logouts: ["PutItem"],
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
      logouts: ["PutItem"],
    },
    cognito: ["AdminDisableUser", "AdminEnableUser"],
    sends: true,
  },
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
  jobs: {
    does: "finishes what was interrupted, sends what was not sent, imports rosters, disables accounts, issues default passwords",
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
    },
    cognito: ["AdminDeleteUser", "AdminDisableUser", "AdminEnableUser"],
    sends: true,
    // An import of 50,000 rows takes about 370 MB (measured), and a full CPU is quicker than half a one.
    memory: 1_024,
    schedules: {
      "reconcile-registrations": "5 minutes",
      "reconcile-resets": "5 minutes",
      "send-messages": "1 minute",
      "send-logouts": "1 minute",
      // Each account on its day; by the hour, so that the day on which a whole year's accounts are due is spread.
      "disable-idle": "1 hour",
      "rotate-signing-keys": "1 day",
      "verify-audit": "1 day",
    },
    streams: ["messages", "logouts", "audit"],
    hearsOfMail: true,
  },
} as const satisfies Record<ApiFunction | "jobs", FunctionSpec>;

export type FunctionName = keyof typeof functions;
