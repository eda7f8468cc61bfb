import { RemovalPolicy, SecretValue, Stack, type StackProps } from "aws-cdk-lib";
import type { Table } from "aws-cdk-lib/aws-dynamodb";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { Construct } from "constructs";
import { type TableName, tables } from "../../../functions/contract/tables.ts";
import { accept } from "../constructs/accept.ts";
import { contractTable } from "../constructs/contract-table.ts";
import { sealedBucket } from "../constructs/sealed-bucket.ts";

/**
 * Every table of the contract, the key ring without which their sealed values cannot be read, what is configured of the counties, and the
 * pictures of people.
 */
export class DataStack extends Stack {
  readonly tables: Readonly<Record<TableName, Table>>;
  readonly keyRing: Secret;
  readonly counties: Secret;
  readonly pictures: IBucket;

  constructor(scope: Construct, id: string, props: StackProps & { tablePrefix: string }) {
    super(scope, id, { ...props, terminationProtection: true, description: "Tables, key ring, counties and pictures" });
    const names = Object.keys(tables) as TableName[];
    this.tables = Object.fromEntries(
      names.map((name) => [name, contractTable(this, name, tables[name], `${props.tablePrefix}${name}`)]),
    ) as Record<TableName, Table>;
    this.keyRing = keyRing(this);
    this.counties = counties(this);
    this.pictures = pictures(this);
  }
}

/** Without older versions: a picture that its owner took away, or that was erased with the account, is gone. */
function pictures(stack: Stack): IBucket {
  const bucket = sealedBucket(stack, "pictures", {});
  accept(bucket, {
    "AwsSolutions-S1":
      "Only the functions' roles reach it, and what they do stands in their own logs; a log of who was shown whose picture would be one more record of people.",
  });
  return bucket;
}

/**
 * `{"current": "k1", "lookup": "k1", "k1": <64 random characters, 380 bits>}`, as `functions/adapters/keys.ts` reads it. Made by
 * Secrets Manager, so that no template, log or person has seen it. Losing it loses every sealed value: kept for ever, and the
 * account's administrators cannot delete it.
 */
function keyRing(stack: Stack): Secret {
  const secret = new Secret(stack, "key-ring", {
    description: "Key ring: look-up hashes and sealing keys. Deleting it makes the accounts unreadable.",
    generateSecretString: {
      secretStringTemplate: JSON.stringify({ current: "k1", lookup: "k1" }),
      generateStringKey: "k1",
      passwordLength: 64,
      excludePunctuation: true,
    },
    removalPolicy: RemovalPolicy.RETAIN,
  });
  secret.denyAccountRootDelete();
  accept(secret, {
    "AwsSolutions-SMG4":
      "A new sealing key is added beside the old ones by hand (runbook key-ring): replacing the value by a timer would make sealed data unreadable.",
  });
  return secret;
}

/**
 * What an operator says of each county, `{"KHH": {"clientId": "…", "clientSecret": "…"}}` (`contract/counties.ts`), written by hand
 * (runbook county-on). Begins with no county. CloudFormation writes a value only when the template's value changes, which this
 * one never may: a deployment would turn every county off.
 */
function counties(stack: Stack): Secret {
  const secret = new Secret(stack, "counties", {
    description: "Counties that are switched on: client ids and client secrets (runbook county-on)",
    secretStringValue: SecretValue.unsafePlainText("{}"),
    removalPolicy: RemovalPolicy.RETAIN,
  });
  accept(secret, {
    "AwsSolutions-SMG4":
      "Client secrets are given by the counties and change when a county says so (runbook county-on): a value made up by a timer is one that no county knows.",
  });
  return secret;
}
