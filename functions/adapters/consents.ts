import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import type { AuditEvent } from "../contract/audit-events.ts";
import type { Clock } from "../ports/clock.ts";
import type { Consent, Consents } from "../ports/consents.ts";
import type { Ids } from "../ports/ids.ts";
import { auditItem } from "./audit-item.ts";
import type { Dynamo, Row, TransactItem } from "./dynamo.ts";

/** Each race is lost to another change of the same consent by the same person: more in a row are a fault. */
const mostTries = 6;

/** A transaction has at most 100 items, and each consent that is taken back has two: itself and its audit record. */
const atOnce = 50;

/** User ids a page of `ofApplication`. */
const pageSize = 100;

/** Where a person's consent to an application stands. */
export const consentKey = (userId: string, clientId: string) => ({ userId, of: `application#${clientId}` });

/** T39: refuses the transaction it stands in when that consent was taken back, and when it was and was given anew. */
export const unrevoked = (
  dynamo: Dynamo,
  { userId, clientId, generation }: Pick<Consent, "userId" | "clientId" | "generation">,
): TransactItem => ({
  ConditionCheck: {
    TableName: dynamo.name("consents"),
    Key: consentKey(userId, clientId),
    ConditionExpression: "generation = :generation",
    ExpressionAttributeValues: { ":generation": generation },
  },
});

/** Consents on DynamoDB (M60). `clientId` stands in rows of consents only: it is the key of the index `byApplication`. */
export function dynamoConsents(parts: { dynamo: Dynamo; clock: Clock; ids: Ids }): Consents {
  const { dynamo, clock, ids } = parts;
  const TableName = dynamo.name("consents");

  return {
    async find(userId, clientId) {
      const [row] = await dynamo.batchGet([{ table: "consents", key: consentKey(userId, clientId) }]);
      return row === undefined ? undefined : consentOf(row);
    },

    async list(userId) {
      const rows: Row[] = [];
      let from: Row | undefined;
      do {
        const { Items = [], LastEvaluatedKey } = await dynamo.send(
          new QueryCommand({
            TableName,
            KeyConditionExpression: "userId = :user AND begins_with(#of, :applications)",
            ExpressionAttributeNames: { "#of": "of" },
            ExpressionAttributeValues: { ":user": userId, ":applications": "application#" },
            ConsistentRead: true,
            ...(from === undefined ? {} : { ExclusiveStartKey: from }),
          }),
        );
        rows.push(...Items);
        from = LastEvaluatedKey;
      } while (from !== undefined);
      return rows.map(consentOf).toSorted((one, other) => (one.grantedAt < other.grantedAt ? 1 : -1));
    },

    async give(userId, clientId, asked) {
      let before: Consent | undefined;
      for (let tries = 0; tries < mostTries; tries += 1) {
        const grantedAt = new Date(clock.now()).toISOString();
        const scopes = [...new Set([...(before?.scopes ?? []), ...asked])];
        const generation = before?.generation ?? ids.id();
        const consent: Consent = { userId, clientId, generation, scopes, grantedAt };
        const refused = await dynamo.transact([
          put(consent, before),
          auditOf(userId, "consent.given", { clientId, scopes: [...asked] }),
        ]);
        if (refused.size === 0) return consent;
        // Given in another window meanwhile: both hold. Taken back meanwhile: a new one, of what is given now alone.
        const row = refused.get(0);
        before = row === undefined ? undefined : consentOf(row);
      }
      throw lostEveryRace();
    },

    async revoke(userId, clientIds) {
      const asked = [...new Set(clientIds)];
      let revoked = 0;
      for (let from = 0; from < asked.length; from += atOnce) {
        revoked += await revokeTogether(userId, asked.slice(from, from + atOnce));
      }
      return revoked;
    },

    async ofApplication(clientId, after) {
      const { Items = [], LastEvaluatedKey } = await dynamo.send(
        new QueryCommand({
          TableName,
          IndexName: "byApplication",
          KeyConditionExpression: "clientId = :client",
          ExpressionAttributeValues: { ":client": clientId },
          Limit: pageSize,
          ...(after === undefined ? {} : { ExclusiveStartKey: { clientId, ...consentKey(after, clientId) } }),
        }),
      );
      const userIds = Items.map((row) => String(row.userId));
      return { userIds, ...(LastEvaluatedKey === undefined ? {} : { next: String(LastEvaluatedKey.userId) }) };
    },
  };

  /** The consent over the one that was read, or where there is none: never over what another window wrote meanwhile. */
  function put(consent: Consent, before: Consent | undefined): TransactItem {
    return {
      Put: {
        TableName,
        Item: { ...consent, ...consentKey(consent.userId, consent.clientId) },
        ReturnValuesOnConditionCheckFailure: "ALL_OLD",
        ...(before === undefined
          ? { ConditionExpression: "attribute_not_exists(userId)" }
          : {
              ConditionExpression: "generation = :generation AND scopes = :scopes",
              ExpressionAttributeValues: { ":generation": before.generation, ":scopes": before.scopes },
            }),
      },
    };
  }

  /** Those that there are, all in one moment, but those that somebody else took back first. Gives how many. */
  async function revokeTogether(userId: string, clientIds: readonly string[]): Promise<number> {
    const rows = await dynamo.batchGet(
      clientIds.map((clientId) => ({ table: "consents", key: consentKey(userId, clientId) }) as const),
    );
    let left = clientIds.filter((_, index) => rows[index] !== undefined);
    for (let tries = 0; tries < mostTries && left.length > 0; tries += 1) {
      const refused = await dynamo.transact(
        left.flatMap((clientId) => [
          {
            Delete: {
              TableName,
              Key: consentKey(userId, clientId),
              ConditionExpression: "attribute_exists(userId)",
            },
          },
          auditOf(userId, "consent.revoked", { clientId }),
        ]),
      );
      if (refused.size === 0) return left.length;
      left = left.filter((_, index) => !refused.has(2 * index));
    }
    if (left.length > 0) throw lostEveryRace();
    return 0;
  }

  function auditOf(subject: string, event: AuditEvent, detail: { clientId: string; scopes?: string[] }): TransactItem {
    return auditItem(parts, { subject, event, now: clock.now(), detail });
  }
}

/** That is no fault of the person: the answer is "try again in a moment" (T47). */
const lostEveryRace = () =>
  Object.assign(new Error("a consent lost every race"), { name: "TransactionConflictException" });

const consentOf = ({ userId, clientId, generation, scopes, grantedAt }: Row): Consent => ({
  userId: String(userId),
  clientId: String(clientId),
  generation: String(generation),
  scopes: scopes as string[],
  grantedAt: String(grantedAt),
});
