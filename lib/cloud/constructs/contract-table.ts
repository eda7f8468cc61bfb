import { RemovalPolicy } from "aws-cdk-lib";
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from "aws-cdk-lib/aws-dynamodb";
import type { Construct } from "constructs";
import type { Table as Declared } from "../../../functions/contract/tables.ts";
import { accept } from "./accept.ts";

/**
 * One table of the contract. `keep` decides everything that protects data: retained, protected against deletion, 35 days of
 * point-in-time recovery.
 *
 * Encryption is by the AWS managed key `aws/dynamodb`: its use stands in CloudTrail, which the AWS owned key does not give, and
 * nobody can schedule its deletion, which is the worst that can happen to a key of one's own. What an operator with read access
 * must not see (names, contacts, IDs) the functions seal under the key ring before it is written.
 *
 * The indexes carry keys only: the jobs read a row by its key before they act, and every other attribute would be paid twice at
 * each write.
 */
export function contractTable(scope: Construct, id: string, declared: Declared, tableName: string): Table {
  const { partitionKey, sortKey, ttl, due, byClass, byApplication, stream, keep, holds } = declared;
  const table = new Table(scope, id, {
    tableName,
    partitionKey: { name: partitionKey, type: AttributeType.STRING },
    ...(sortKey === undefined ? {} : { sortKey: { name: sortKey, type: AttributeType.STRING } }),
    ...(ttl === undefined ? {} : { timeToLiveAttribute: ttl }),
    ...(stream === undefined ? {} : { stream: StreamViewType.KEYS_ONLY }),
    billingMode: BillingMode.PAY_PER_REQUEST,
    encryption: TableEncryption.AWS_MANAGED,
    deletionProtection: keep,
    removalPolicy: keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: keep },
  });
  if (due) {
    table.addGlobalSecondaryIndex({
      indexName: "due",
      partitionKey: { name: "dueShard", type: AttributeType.STRING },
      sortKey: { name: "dueAt", type: AttributeType.NUMBER },
      projectionType: ProjectionType.KEYS_ONLY,
    });
  }
  if (byClass) {
    table.addGlobalSecondaryIndex({
      indexName: "byClass",
      partitionKey: { name: "classKey", type: AttributeType.STRING },
      projectionType: ProjectionType.KEYS_ONLY,
    });
  }
  if (byApplication) {
    table.addGlobalSecondaryIndex({
      indexName: "byApplication",
      partitionKey: { name: "clientId", type: AttributeType.STRING },
      sortKey: { name: "userId", type: AttributeType.STRING },
      projectionType: ProjectionType.KEYS_ONLY,
    });
  }
  if (!keep) {
    accept(table, {
      "AwsSolutions-DDB3": `Holds ${holds}: rows of hours; an older state brought back would make used ones good again.`,
    });
  }
  return table;
}
