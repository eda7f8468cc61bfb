import { createHash } from "node:crypto";
import { DeleteCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Policy } from "../contract/policy.ts";
import type { Clock } from "../ports/clock.ts";
import type { Ids } from "../ports/ids.ts";
import type { Keys } from "../ports/keys.ts";
import type { Sessions } from "../ports/sessions.ts";
import { profileOf } from "./account-row.ts";
import { cleanAt, type Dynamo, isRefused } from "./dynamo.ts";

/** Sessions on DynamoDB. The account's row is read with the session's in one call, so a raised epoch ends every session at once (T17). */
export function dynamoSessions(parts: {
  dynamo: Dynamo;
  keys: Keys;
  clock: Clock;
  ids: Ids;
  policy: Policy;
}): Sessions {
  const { dynamo, keys, clock, ids, policy } = parts;
  const TableName = dynamo.name("sessions");
  const { idle, absolute, touch } = policy.session;

  return {
    async start({ userId, epoch, client }) {
      const now = clock.now();
      const cookie = `${userId}.${ids.secret()}`;
      // Unconditional: the key is 256 fresh random bits, and the SDK's second try after a lost answer must not fail (T45).
      await dynamo.send(
        new PutCommand({
          TableName,
          Item: {
            ...keyOf(cookie),
            epoch,
            startedAt: now,
            lastSeenAt: now,
            client: await keys.seal("session", client),
            cleanAt: cleanAt(now + absolute * 1_000),
          },
        }),
      );
      return cookie;
    },

    async find(cookie) {
      const key = keyOf(cookie);
      if (key === undefined) return undefined;
      const [session, account] = await dynamo.batchGet([
        { table: "sessions", key: { ...key } },
        { table: "accounts", key: { userId: key.userId } },
      ]);
      if (session === undefined || account === undefined) return undefined;
      const now = clock.now();
      const lastSeenAt = Number(session.lastSeenAt);
      if (now > lastSeenAt + idle * 1_000 || now > Number(session.startedAt) + absolute * 1_000) return undefined;
      if (session.epoch !== account.epoch || account.status !== "ACTIVE") return undefined;
      if (now - lastSeenAt > touch * 1_000) await seen(key, now);
      return { ...key, profile: await profileOf(keys, account) };
    },

    async end(cookie) {
      const key = keyOf(cookie);
      if (key !== undefined) await dynamo.send(new DeleteCommand({ TableName, Key: { ...key } }));
    },

    async csrfToken(cookie) {
      return keys.mac("csrf", cookie);
    },
  };

  /** Idle time is kept to the minute: a write a minute at most, none on other checks. An ended session stays ended. */
  async function seen(key: { userId: string; sessionKey: string }, now: number) {
    try {
      await dynamo.send(
        new UpdateCommand({
          TableName,
          Key: key,
          UpdateExpression: "SET lastSeenAt = :now",
          ConditionExpression: "attribute_exists(userId)",
          ExpressionAttributeValues: { ":now": now },
        }),
      );
    } catch (error) {
      if (!isRefused(error)) throw error;
    }
  }
}

/** Only the hash of the secret is stored: a leaked table opens no session. */
function keyOf(cookie: string): { userId: string; sessionKey: string } | undefined {
  const [userId = "", secret = "", more] = cookie.split(".");
  if (more !== undefined || !/^[\w-]{22}$/.test(userId) || !/^[\w-]{43}$/.test(secret)) return undefined;
  return { userId, sessionKey: createHash("sha256").update(secret).digest("base64url") };
}
