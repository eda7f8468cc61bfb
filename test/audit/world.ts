import { DeleteCommand, PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { dynamoAuditChain } from "../../functions/adapters/audit-chain.ts";
import { dynamo as tables } from "../../functions/adapters/dynamo.ts";
import { systemIds } from "../../functions/adapters/system.ts";
import { type ChainsEnd, verifyAudit } from "../../functions/jobs/verify-audit.ts";
import { type AuditKey, chainName, chainsPerDay } from "../../functions/ports/audit-chain.ts";
import { ensureTables } from "../../lib/local/tables.ts";
import { TestClock } from "../service/clock.ts";
import { keysTwin } from "../twins/keys.ts";

type Row = Record<string, unknown>;

/** The real chain over the real embedded tables, which a test has started. Each world is a day of its own, the next one after now. */
export async function auditWorld(prefix: string) {
  await ensureTables(prefix);
  const [dynamo, clock] = [tables(prefix), new TestClock()];
  const auditChain = dynamoAuditChain({ dynamo, keys: keysTwin(systemIds) });
  const counted: string[] = [];
  const ends: ChainsEnd[] = [];
  const chainsEnd = (said: ChainsEnd) => void ends.push(said);
  const metrics = { count: (name: string) => void counted.push(name) };
  const today = () => new Date(clock.now()).toISOString().slice(0, 10);
  const put = (table: "audit" | "audit-chain", Item: Row) =>
    dynamo.send(new PutCommand({ TableName: dynamo.name(table), Item }));

  return {
    auditChain,
    clock,
    counted,
    /** What was logged of the ends of the chains. */
    ends,
    today,
    put,
    /** Writes records of a subject as the adapters do; they are in no chain yet. */
    async written(subject: string, count = 1): Promise<AuditKey[]> {
      const keys: AuditKey[] = [];
      for (let index = 0; index < count; index += 1) {
        const entry = `${new Date(clock.now() + index).toISOString()}#${systemIds.id()}`;
        await put("audit", {
          subject,
          entry,
          event: "password.reset",
          way: "code",
          detail: { n: index, list: [1, "b"] },
        });
        keys.push({ subject, entry });
      }
      return keys;
    },
    remove: (table: "audit" | "audit-chain", Key: Row) =>
      dynamo.send(new DeleteCommand({ TableName: dynamo.name(table), Key })),
    /** Every link of a day as it lies in the table, chain by chain. */
    async rows(day = today()): Promise<Row[]> {
      const rows: Row[] = [];
      for (let shard = 0; shard < chainsPerDay; shard += 1) {
        const { Items = [] } = await dynamo.send(
          new QueryCommand({
            TableName: dynamo.name("audit-chain"),
            KeyConditionExpression: "#chain = :chain",
            ExpressionAttributeNames: { "#chain": "chain" },
            ExpressionAttributeValues: { ":chain": chainName(day, shard) },
            ConsistentRead: true,
          }),
        );
        rows.push(...Items);
      }
      return rows;
    },
    /** The verifier's word on a day. */
    verify: (day = today()) => verifyAudit({ job: "verify-audit", day }, { auditChain, clock, metrics, chainsEnd }),
    verifyYesterday: () => verifyAudit({ job: "verify-audit" }, { auditChain, clock, metrics, chainsEnd }),
  };
}

export type AuditWorld = Awaited<ReturnType<typeof auditWorld>>;

/** As DynamoDB Streams tell of new rows. */
export const streamOf = (keys: readonly AuditKey[]) => ({
  Records: keys.map(({ subject, entry }) => ({
    eventName: "INSERT",
    dynamodb: { Keys: { subject: { S: subject }, entry: { S: entry } } },
  })),
});
