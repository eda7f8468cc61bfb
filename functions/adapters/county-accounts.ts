import { PutCommand, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { AuditEvent } from "../contract/audit-events.ts";
import type { Policy } from "../contract/policy.ts";
import type { Enrolment } from "../contract/schemas/parts.ts";
import type { Clock } from "../ports/clock.ts";
import type { CountyAccounts } from "../ports/counties.ts";
import type { Ids } from "../ports/ids.ts";
import type { Keys } from "../ports/keys.ts";
import { auditItem } from "./audit-item.ts";
import { newClaim, ownClaim, personClaim } from "./claims.ts";
import { countySignIn, linkedAccount } from "./county-sign-in.ts";
import { cleanAt, type Dynamo, isRefused, type TransactItem } from "./dynamo.ts";
import { intentItems } from "./intents.ts";

const day = 86_400_000;

/** Links of county accounts are claims: `county#<county>#<keyed hash>` points at a user id, one key look-up each (T35). */
export function dynamoCountyAccounts(parts: {
  dynamo: Dynamo;
  keys: Keys;
  clock: Clock;
  ids: Ids;
  policy: Policy;
}): CountyAccounts {
  const { dynamo, keys, clock, ids } = parts;
  const accounts = dynamo.name("accounts");

  return {
    async spend(id) {
      // Whose it is: the SDK's second try after a lost answer meets its own row (T45).
      const spentBy = ids.id();
      try {
        await dynamo.send(
          new PutCommand({
            TableName: dynamo.name("once"),
            Item: { id: `county#${id}`, spentBy, cleanAt: cleanAt(clock.now() + day) },
            ConditionExpression: "attribute_not_exists(id) OR spentBy = :us",
            ExpressionAttributeValues: { ":us": spentBy },
          }),
        );
        return true;
      } catch (error) {
        if (isRefused(error)) return false;
        throw error;
      }
    },

    async linked(link) {
      const [claim] = await dynamo.batchGet([{ table: "claims", key: { claim: link } }]);
      return claim?.state === "OWNED" ? String(claim.userId) : undefined;
    },

    signIn: (userId, minted) => countySignIn(parts, userId, minted),

    async account(userId) {
      const [row] = await dynamo.batchGet([{ table: "accounts", key: { userId } }]);
      return row?.accountName === undefined ? undefined : linkedAccount(row, clock.now());
    },

    async person(personKey) {
      const [{ Items = [] }, [claim]] = await Promise.all([
        dynamo.send(
          new QueryCommand({
            TableName: dynamo.name("roster"),
            KeyConditionExpression: "personKey = :person",
            ExpressionAttributeValues: { ":person": personKey },
            ConsistentRead: true,
            // Nobody is at fifty schools: what is more is not a person.
            Limit: 50,
          }),
        ),
        dynamo.batchGet([{ table: "claims", key: { claim: personClaim(personKey) } }]),
      ]);
      const opened = await Promise.all(Items.map((row) => keys.unseal("person-data", String(row.person))));
      return {
        entries: opened.filter((entry) => entry !== undefined) as { name: string; enrolment: Enrolment }[],
        ownerUserId: claim?.state === "OWNED" ? String(claim.userId) : undefined,
      };
    },

    async link({ county, link, userId, epoch, personKey, notices = [] }) {
      const now = clock.now();
      // The session was looked at a moment ago: a reset or an administrator may have taken the account back since (I7).
      const own: TransactItem[] = [
        unchanged(userId, epoch, [link, ...(personKey === undefined ? [] : [personClaim(personKey)])]),
        ...(personKey === undefined ? [] : [{ Put: ownClaim(dynamo, personClaim(personKey), userId, now) }]),
      ];
      const linked: TransactItem[] = [
        { Put: newClaim(dynamo, link, userId, now) },
        auditOf(userId, "county.linked", { county }),
        ...(await intentItems(parts, notices, now, "due-at-once")),
      ];
      const refused = await dynamo.transact([...own, ...linked]);
      const row = refused.get(own.length);
      if (!refused.has(0) && row !== undefined && row.userId !== userId) return "linked-elsewhere";
      // Linked before: nothing is noted twice, but the ID document may be new.
      const rest = row === undefined ? refused : await dynamo.transact(own);
      if (rest.has(0)) return "account-changed";
      return rest.has(1) ? "other-person" : "linked";
    },

    async tellNoMore(userId) {
      await dynamo.send(
        new UpdateCommand({
          TableName: accounts,
          Key: { userId },
          UpdateExpression: "SET told = :yes",
          ConditionExpression: "attribute_exists(userId)",
          ExpressionAttributeValues: { ":yes": true },
        }),
      );
    },

    async audit(subject, event, detail) {
      await dynamo.send(new PutCommand(auditOf(subject, event, detail).Put)).catch((error: unknown) => {
        // The entry holds 128 fresh random bits: a row that has it is ours, written by a try whose answer was lost.
        if (!isRefused(error)) throw error;
      });
    },
  };

  /** What is claimed for an account stands in its row too: nothing else leads from it there when it is erased. */
  function unchanged(userId: string, epoch: number, claims: readonly string[]): TransactItem {
    return {
      Update: {
        TableName: accounts,
        Key: { userId },
        UpdateExpression: "ADD claims :claims",
        ConditionExpression: "#status = :active AND epoch = :epoch",
        ExpressionAttributeNames: { "#status": "status" },
        ExpressionAttributeValues: { ":active": "ACTIVE", ":epoch": epoch, ":claims": new Set(claims) },
      },
    };
  }

  function auditOf(subject: string, event: AuditEvent, detail: Record<string, string>) {
    return auditItem(parts, { subject, event, now: clock.now(), detail });
  }
}
