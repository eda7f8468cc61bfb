import { DeleteCommand, GetCommand } from "@aws-sdk/lib-dynamodb";
import { idleDueAt } from "../ports/idle-accounts.ts";
import type { ClaimedDraft, ProvedDraft, Registrations } from "../ports/registrations.ts";
import { accountRow } from "./account-row.ts";
import { auditItem } from "./audit-item.ts";
import { freeClaim, holdClaim, keepClaim, nameClaim, ownClaim, personClaim } from "./claims.ts";
import { contactKeyOf } from "./contact-key.ts";
import { cleanAt, dueShardOf, type TransactItem } from "./dynamo.ts";
import { flowOf, ignoreRefusal } from "./flow-row.ts";
import { intentRow } from "./intents.ts";
import type { Parts } from "./parts.ts";
import { registrationSweep } from "./registration-sweep.ts";

/** The registration saga on flows, claims, accounts, audit and messages (steps S0–S11, T44, T45). */
export function dynamoRegistrations(parts: Parts): Registrations {
  const { dynamo, keys, clock, policy } = parts;
  const flows = dynamo.name("flows");
  const holdFor = policy.registration.hold * 1_000;

  return {
    async flow(flowId) {
      const { Item } = await dynamo.send(new GetCommand({ TableName: flows, Key: { flowId }, ConsistentRead: true }));
      return Item && flowOf(Item);
    },

    async claim(draft, before) {
      const now = clock.now();
      const heldUntil = now + holdFor;
      const items: TransactItem[] = [
        { Update: openFlow(flows, draft, await contactKeyOf(keys, draft), now, heldUntil) },
        holdClaim(dynamo, nameClaim(draft.accountName), draft, now, heldUntil),
        holdClaim(dynamo, personClaim(draft.personKey), draft, now, heldUntil),
      ];
      const refused = await dynamo.transact(items);
      if (refused.has(0)) return "flow-ended";
      if (refused.has(2)) return refused.get(2)?.state === "OWNED" ? "person-has-account" : "person-applying";
      if (refused.has(1)) return "name-taken";
      if (before.accountName !== undefined && before.accountName !== draft.accountName) {
        await ignoreRefusal(
          dynamo.send(new DeleteCommand(freeClaim(dynamo, nameClaim(before.accountName), draft.flowId))),
        );
      }
      return "claimed";
    },

    async startCreating(draft) {
      const heldUntil = clock.now() + holdFor;
      const refused = await dynamo.transact([
        {
          Update: {
            TableName: flows,
            Key: { flowId: draft.flowId },
            UpdateExpression: "SET #status = :creating, heldUntil = :until, dueAt = :until",
            ConditionExpression:
              "#status IN (:verified, :creating) AND revision = :revision AND contactKey = :contacts AND provedContacts = contactKey AND proved = :proved",
            ExpressionAttributeNames: { "#status": "status" },
            ExpressionAttributeValues: {
              ":creating": "CREATING",
              ":verified": "VERIFIED",
              ":until": heldUntil,
              ":revision": draft.revision,
              ":proved": draft.proved,
              ":contacts": await contactKeyOf(keys, draft),
            },
            ReturnValuesOnConditionCheckFailure: "ALL_OLD",
          },
        },
        keepClaim(dynamo, nameClaim(draft.accountName), draft.flowId, { heldUntil }),
        keepClaim(dynamo, personClaim(draft.personKey), draft.flowId, { heldUntil }),
      ]);
      if (refused.size === 0) return "creating";
      const status = refused.get(0)?.status;
      if (status === "DONE") return "done";
      return !refused.has(0) || status === "ABANDONED" || status === undefined ? "lost" : "not-verified";
    },

    async finish(draft, welcome, passwords) {
      const now = clock.now();
      const at = new Date(now).toISOString();
      const itemsWith = async (county: ProvedDraft["county"]): Promise<TransactItem[]> => [
        {
          Update: {
            TableName: flows,
            Key: { flowId: draft.flowId },
            UpdateExpression: "SET #status = :done REMOVE dueShard, dueAt",
            ConditionExpression: "#status = :creating AND revision = :revision",
            ExpressionAttributeNames: { "#status": "status" },
            ExpressionAttributeValues: { ":done": "DONE", ":creating": "CREATING", ":revision": draft.revision },
          },
        },
        keepClaim(dynamo, nameClaim(draft.accountName), draft.flowId, "own"),
        keepClaim(dynamo, personClaim(draft.personKey), draft.flowId, "own"),
        {
          Put: {
            TableName: dynamo.name("accounts"),
            Item: await accountRow(keys, draft, {
              createdAt: at,
              idleDueAt: idleDueAt(now, policy),
              passwords,
              claims: county === undefined ? [] : [county.link],
            }),
            ConditionExpression: "attribute_not_exists(userId)",
          },
        },
        auditItem(parts, {
          subject: draft.userId,
          event: "account.created",
          now,
          detail: { flowId: draft.flowId, ...(county === undefined ? {} : { county: county.id }) },
        }),
        { Put: await intentRow(dynamo, keys, welcome, now, policy) },
        ...(county === undefined ? [] : [{ Put: ownClaim(dynamo, county.link, draft.userId, now) }]),
      ];
      const items = await itemsWith(draft.county);
      const refused = await dynamo.transact(items);
      // A county account that another account took meanwhile stands in nobody's way: this account is made without it.
      const onlyLink = draft.county !== undefined && refused.size === 1 && refused.has(items.length - 1);
      return (onlyLink ? await dynamo.transact(await itemsWith(undefined)) : refused).size === 0;
    },

    ...registrationSweep(parts),
  };
}

/** S1's flow row: new, or an earlier account step of the same application. A flow that is past VERIFIED takes no new claims. */
function openFlow(flows: string, draft: ClaimedDraft, contactKey: string, now: number, heldUntil: number) {
  return {
    TableName: flows,
    Key: { flowId: draft.flowId },
    UpdateExpression:
      "SET #status = if_not_exists(#status, :pending), userId = :user, revision = :revision, accountName = :name, personKey = :person, " +
      "contactKey = :contacts, heldUntil = :until, dueShard = :shard, dueAt = :until, cleanAt = :clean, createdAt = if_not_exists(createdAt, :now)",
    ConditionExpression: "attribute_not_exists(flowId) OR (#status IN (:pending, :verified) AND revision <= :revision)",
    ExpressionAttributeNames: { "#status": "status" },
    ExpressionAttributeValues: {
      ":pending": "PENDING",
      ":verified": "VERIFIED",
      ":user": draft.userId,
      ":revision": draft.revision,
      ":name": draft.accountName,
      ":person": draft.personKey,
      ":contacts": contactKey,
      ":until": heldUntil,
      ":shard": dueShardOf(draft.flowId),
      ":clean": cleanAt(now + 30 * 86_400_000),
      ":now": now,
    },
  };
}
