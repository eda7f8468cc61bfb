import type { TableName } from "../tables.ts";

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

export type PictureAction = "GetObject" | "PutObject" | "DeleteObject";

/** What one Lambda may touch: its role, its environment and its alarms are made from this (least privilege, AWS SEC 2). */
export interface FunctionSpec {
  readonly does: string;
  readonly tables: Partial<Record<TableName, readonly DynamoAction[]>>;
  readonly cognito?: readonly CognitoAction[];
  readonly sends?: boolean;
  /** Reads what is configured of the counties, client secrets among it. */
  readonly counties?: boolean;
  /** What it does with the pictures of people, which are kept in a bucket of their own. */
  readonly pictures?: readonly PictureAction[];
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
