import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import type { DefaultPasswordIssuer } from "../ports/default-passwords.ts";
import { profileOf } from "./account-row.ts";
import { auditItem } from "./audit-item.ts";
import { nameClaim, personClaim } from "./claims.ts";
import { defaultPasswordText } from "./default-password-text.ts";
import type { Parts } from "./parts.ts";
import { classKeyOf } from "./roster.ts";
import { slowHash } from "./slow-hash.ts";

/** No class is larger: the largest of the open data has under 60 pupils. Also what one BatchGetItem takes. */
const largestClass = 100;

/** M95: from a class to its persons (index `byClass`), their claims and their accounts, all by key. */
export function dynamoDefaultPasswordIssuer(parts: Parts): DefaultPasswordIssuer {
  const { dynamo, keys, clock, ids, policy } = parts;

  return {
    async userOf(accountName) {
      const [claim] = await dynamo.batchGet([{ table: "claims", key: { claim: nameClaim(accountName) } }]);
      return claim?.state === "OWNED" ? String(claim.userId) : undefined;
    },

    async usersOf(place) {
      const { Items = [], LastEvaluatedKey } = await dynamo.send(
        new QueryCommand({
          TableName: dynamo.name("roster"),
          IndexName: "byClass",
          KeyConditionExpression: "classKey = :class",
          ExpressionAttributeValues: { ":class": await classKeyOf(keys, place) },
          Limit: largestClass,
        }),
      );
      if (LastEvaluatedKey !== undefined) throw new Error(`a class of more than ${largestClass} is no class`);
      const persons = [...new Set(Items.map((row) => String(row.personKey)))];
      if (persons.length === 0) return { userIds: [], withoutAccount: 0 };
      const claims = await dynamo.batchGet(
        persons.map((person) => ({ table: "claims", key: { claim: personClaim(person) } }) as const),
      );
      const owned = claims.filter((claim) => claim?.state === "OWNED");
      const userIds = [...new Set(owned.map((claim) => String(claim?.userId)))];
      return { userIds, withoutAccount: persons.length - owned.length };
    },

    async issue(userId, by) {
      const [row] = await dynamo.batchGet([{ table: "accounts", key: { userId } }]);
      if (row?.accountName === undefined) return { outcome: "no-account" };
      const { accountName, name, enrolments } = await profileOf(keys, row);
      const holder = { accountName, name, enrolments };
      if (row.status !== "ACTIVE" || row.frozen === true) return { outcome: "disabled", ...holder };

      const password = defaultPasswordText(ids, policy.defaultPassword.length);
      const hash = await slowHash(ids, password, parts.slowCost);
      const now = clock.now();
      const until = now + policy.defaultPassword.life * 1_000;
      const refused = await dynamo.transact([
        {
          Update: {
            TableName: dynamo.name("accounts"),
            Key: { userId },
            UpdateExpression: "SET defaultPassword = :issued, defaultTries = :zero",
            ConditionExpression:
              "#status = :active AND epoch = :epoch AND (attribute_not_exists(frozen) OR frozen = :no)",
            ExpressionAttributeNames: { "#status": "status" },
            ExpressionAttributeValues: {
              ":issued": { hash, until, epoch: row.epoch },
              ":zero": 0,
              ":active": "ACTIVE",
              ":epoch": row.epoch,
              ":no": false,
            },
          },
        },
        auditItem(parts, { subject: userId, event: "default-password.issued", now, detail: { by } }),
      ]);
      if (refused.size > 0) throw new Error("an account changed while its default password was issued: issue it again");
      return { outcome: "issued", password, until, ...holder };
    },
  };
}
