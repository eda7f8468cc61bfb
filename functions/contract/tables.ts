/**
 * The tables, once: the CDK data stack and the one-machine start-up both create them from here.
 * Every look-up is by key. `due` is a sparse index for the sweeping jobs only: a row leaves it when its work is done,
 * and uniqueness never rests on it.
 */
export interface Table {
  readonly partitionKey: string;
  readonly sortKey?: string;
  /** Attribute with the epoch second after which DynamoDB may clean the row. Never a security control: expiry is a condition. */
  readonly ttl?: string;
  /** Sparse index over rows that still need work: (`dueShard`, `dueAt`). */
  readonly due?: true;
  /** Sparse index by `classKey`, a keyed hash of a school's class: who is in it, keys only (M95: default passwords by class). */
  readonly byClass?: true;
  /** Sparse index by `clientId`: whose consents an application has, keys only. */
  readonly byApplication?: true;
  /** New rows are told to the functions that name the table in `streams`, by key only: no sealed content leaves the table that way. */
  readonly stream?: true;
  /** Personal or security data that must outlive mistakes: retained, protected, backed up. */
  readonly keep: boolean;
  readonly holds: string;
}

export const tables = {
  accounts: {
    partitionKey: "userId",
    ttl: "cleanAt",
    due: true,
    keep: true,
    holds: "one row a person: state, school, sealed name and contacts, tries, session epoch",
  },
  claims: {
    partitionKey: "claim",
    keep: true,
    holds: "identifiers that point at a user id: name#…, email#…, person#…",
  },
  roster: {
    partitionKey: "personKey",
    sortKey: "place",
    byClass: true,
    keep: true,
    holds: "who is at which school, by keyed hash of the ID; names sealed",
  },
  flows: {
    partitionKey: "flowId",
    ttl: "cleanAt",
    due: true,
    keep: true,
    holds: "multi-step changes and how far each has come",
  },
  challenges: {
    partitionKey: "subject",
    ttl: "cleanAt",
    keep: false,
    holds: "six-digit code challenges: one live a purpose and subject",
  },
  messages: {
    partitionKey: "messageId",
    ttl: "cleanAt",
    due: true,
    stream: true,
    keep: true,
    holds: "messages to send: sealed content, state of each channel; addresses that bounced, by keyed hash",
  },
  sessions: {
    partitionKey: "userId",
    sortKey: "sessionKey",
    ttl: "cleanAt",
    keep: false,
    holds: "signed-in sessions, by hash of their secret",
  },
  limits: {
    partitionKey: "limit",
    ttl: "cleanAt",
    keep: false,
    holds: "counters in windows; keys hold no clear personal data",
  },
  once: { partitionKey: "id", ttl: "cleanAt", keep: false, holds: "ids of sealed tokens already used" },
  "legacy-accounts": {
    partitionKey: "legacyKey",
    keep: true,
    holds:
      "accounts of legacy platforms as imported, by keyed hash: wrapped password hash, who joined it; the rest sealed",
  },
  notifications: {
    partitionKey: "notificationId",
    ttl: "cleanAt",
    due: true,
    stream: true,
    keep: true,
    holds: "signed events that applications are to be told of, until they have taken them",
  },
  cases: {
    partitionKey: "caseNumber",
    keep: true,
    holds: "questions and reports to the help desk: sealed content, owner, status",
  },
  applications: {
    partitionKey: "register",
    sortKey: "clientId",
    keep: true,
    holds: "connected applications as their owners registered them; client secrets sealed",
  },
  consents: {
    partitionKey: "userId",
    sortKey: "of",
    byApplication: true,
    ttl: "cleanAt",
    keep: true,
    holds:
      "what a person allowed an application (application#…), token families that ended (family#…), legacy accounts (legacy#…)",
  },
  tokens: {
    partitionKey: "token",
    ttl: "cleanAt",
    keep: false,
    holds: "authorization codes, access and refresh tokens of applications, by hash",
  },
  events: {
    partitionKey: "userId",
    sortKey: "event",
    ttl: "cleanAt",
    keep: true,
    holds: "sign-ins and application sign-ins of a person, by kind and time; address and browser sealed",
  },
  factors: {
    partitionKey: "userId",
    keep: true,
    holds: "second factors: sealed seed, last step used, recovery codes by hash",
  },
  logouts: {
    partitionKey: "logoutId",
    ttl: "cleanAt",
    due: true,
    stream: true,
    keep: false,
    holds: "applications that are to be told of a sign-out, until they are",
  },
  "signing-keys": {
    partitionKey: "ring",
    keep: true,
    holds: "the provider's signing keys, sealed, with when each signs",
  },
  "audit-chain": {
    partitionKey: "chain",
    sortKey: "link",
    keep: true,
    holds: "hashes of the day's audit records, each over the one before",
  },
  audit: {
    stream: true,
    partitionKey: "subject",
    sortKey: "entry",
    keep: true,
    holds: "security events, created only, never changed",
  },
} as const satisfies Record<string, Table>;

export type TableName = keyof typeof tables;

/** How many partitions the sweeping index has, so that no partition key is shared by all (no hot key). */
export const dueShards = 8;
