import { Stack } from "aws-cdk-lib";
import type { UserPool } from "aws-cdk-lib/aws-cognito";
import type { Table } from "aws-cdk-lib/aws-dynamodb";
import { Effect, PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { LogGroup } from "aws-cdk-lib/aws-logs";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import type { Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { ConfigurationSet, EmailIdentity } from "aws-cdk-lib/aws-ses";
import type { DynamoAction, FunctionSpec } from "../../../functions/contract/functions.ts";
import {
  type Table as Declared,
  tables as declaredTables,
  type TableName,
} from "../../../functions/contract/tables.ts";
import type { MailSettings } from "../stages.ts";

/** What the functions of a stage may be given a part of. */
export interface Resources {
  readonly tables: Readonly<Record<TableName, Table>>;
  readonly keyRing: Secret;
  readonly counties: Secret;
  readonly pictures: IBucket;
  readonly userPool: UserPool;
  readonly identity: EmailIdentity;
  readonly configurationSet: ConfigurationSet;
  readonly mail: MailSettings;
}

/** Exactly what the contract says that a function touches, its own log, and the key ring (SEC 2). The counties' secrets are for who asks counties. */
export function permissionsOf(spec: FunctionSpec, resources: Resources, log: LogGroup): PolicyStatement[] {
  const { tables, keyRing, counties, userPool } = resources;
  const onTables = (Object.entries(spec.tables) as [TableName, readonly DynamoAction[]][]).flatMap(([name, actions]) =>
    onTable(tables[name], declaredTables[name], actions),
  );
  return [
    allow("logs", ["CreateLogStream", "PutLogEvents"], [log.logGroupArn]),
    allow("secretsmanager", ["GetSecretValue"], [keyRing.secretArn, ...(spec.counties ? [counties.secretArn] : [])]),
    ...onTables,
    ...(spec.streams ?? []).map((name) => readStream(tables[name])),
    // Nobody may list them: a picture is for who knows its id.
    ...(spec.pictures === undefined ? [] : [allow("s3", spec.pictures, [resources.pictures.arnForObjects("*")])]),
    ...(spec.cognito === undefined ? [] : [allow("cognito-idp", spec.cognito, [userPool.userPoolArn])]),
    ...(spec.sends ? [sendMail(resources), sendSms(userPool)] : []),
  ];
}

/** Whether a query goes to the table or to its index is the table's shape: where there is an index `due`, sweeping it is the only query. */
function onTable(table: Table, { due }: Declared, actions: readonly DynamoAction[]): PolicyStatement[] {
  const ofIndexes: readonly DynamoAction[] = [
    "Query byClass",
    "Query byApplication",
    ...(due ? (["Query"] as const) : []),
  ];
  const byKey = actions.filter((action) => !ofIndexes.includes(action));
  const index = (name: string) => allow("dynamodb", ["Query"], [`${table.tableArn}/index/${name}`]);
  return [
    ...(byKey.length > 0 ? [allow("dynamodb", byKey, [table.tableArn])] : []),
    ...(due && actions.includes("Query") ? [index("due")] : []),
    ...(actions.includes("Query byClass") ? [index("byClass")] : []),
    ...(actions.includes("Query byApplication") ? [index("byApplication")] : []),
  ];
}

function readStream({ tableName, tableStreamArn }: Table): PolicyStatement {
  if (tableStreamArn === undefined) throw new Error(`the contract declares no stream on ${tableName}`);
  return allow("dynamodb", ["DescribeStream", "GetRecords", "GetShardIterator", "ListStreams"], [tableStreamArn]);
}

function sendMail({ identity, configurationSet, mail }: Resources): PolicyStatement {
  const { partition, region, account } = Stack.of(identity);
  const arn = (resource: string) => `arn:${partition}:ses:${region}:${account}:${resource}`;
  return new PolicyStatement({
    actions: ["ses:SendEmail"],
    resources: [
      mail.sandbox ? arn("identity/*") : identity.emailIdentityArn,
      arn(`configuration-set/${configurationSet.configurationSetName}`),
    ],
    conditions: { StringEquals: { "ses:FromAddress": mail.from } },
  });
}

/**
 * A phone number is not an ARN, so SNS has no resource to name for it. Everything that is an ARN (each topic and endpoint of the
 * account) is left out instead: what remains is phone numbers alone. Which numbers is the function's own rule (T12).
 */
function sendSms(inPartition: UserPool): PolicyStatement {
  const { partition } = Stack.of(inPartition);
  return new PolicyStatement({
    effect: Effect.ALLOW,
    actions: ["sns:Publish"],
    notResources: [`arn:${partition}:sns:*:*:*`],
  });
}

function allow(service: string, actions: readonly string[], resources: string[]): PolicyStatement {
  return new PolicyStatement({ actions: actions.map((action) => `${service}:${action}`), resources });
}
