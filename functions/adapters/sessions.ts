import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { SignInMethod } from "../contract/oidc.ts";
import type { Policy } from "../contract/policy.ts";
import type { Clock } from "../ports/clock.ts";
import type { Ids } from "../ports/ids.ts";
import type { Keys } from "../ports/keys.ts";
import type { SessionClient, Sessions } from "../ports/sessions.ts";
import { profileOf } from "./account-row.ts";
import { cleanAt, type Dynamo, type Row } from "./dynamo.ts";
import { signInEventRow } from "./events.ts";
import { logoutItem } from "./logouts.ts";
import { endAll, endOne } from "./session-ends.ts";
import { hashOf, isLive, listedSessions, readSessionCookie, type SessionCookie } from "./session-row.ts";
import { isWritten, writeBatch } from "./writes.ts";

/** Sessions on DynamoDB. The account's row is read with the session's in one call, so a raised epoch ends every session at once (T17). */
export function dynamoSessions(parts: {
  dynamo: Dynamo;
  keys: Keys;
  clock: Clock;
  ids: Ids;
  policy: Policy;
}): Sessions {
  const { dynamo, keys, clock, ids, policy } = parts;
  const [sessions, events, logouts] = [dynamo.name("sessions"), dynamo.name("events"), dynamo.name("logouts")];
  const rules = policy.session;

  return {
    async mint(userId, over, known) {
      const present = over === undefined ? undefined : readSessionCookie(over);
      // A key is no secret: who only knows it must not put another session in the owner's place.
      const isNone = present?.userId !== userId || known === "none";
      const since = isNone ? undefined : (known?.since ?? (await firstStartOf(present)));
      const isOver = since !== undefined && clock.now() <= since + rules.sameKey * 1_000;
      const sessionKey = present !== undefined && isOver ? present.sessionKey : ids.id();
      const minted = { userId, sessionKey, over: isOver, cookie: `${userId}.${sessionKey}.${ids.secret()}` };
      if (present === undefined || since === undefined) return minted;
      return { ...minted, ...(isOver ? { since } : { insteadOf: present.sessionKey }) };
    },

    async start({ cookie, since, insteadOf }, { epoch, client, methods, ends = [] }) {
      const minted = readSessionCookie(cookie);
      if (minted === undefined) throw new Error("this is no minted session");
      const { userId, sessionKey } = minted;
      const now = clock.now();
      const session = {
        ...minted,
        epoch,
        since: since ?? now,
        startedAt: now,
        lastSeenAt: now,
        authenticatedAt: now,
        methods,
        client: await keys.seal("session", client),
        cleanAt: cleanAt(now + rules.absolute * 1_000),
      };
      const event = await signInEventRow(parts, { userId, sessionKey, at: now, methods, ...client });
      const gone = insteadOf === undefined ? [] : [insteadOf];
      const told = [...new Set([...ends, ...gone])].map(
        (key) => logoutItem(parts, { userId, sessionKey: key }, now).Put?.Item,
      );
      // Unconditional: all keys hold fresh random bits, and the SDK's second try after a lost answer must not fail (T45).
      await writeBatch(dynamo, {
        [sessions]: [
          { PutRequest: { Item: session } },
          ...gone.map((key) => ({ DeleteRequest: { Key: { userId, sessionKey: key } } })),
        ],
        [events]: [{ PutRequest: { Item: event } }],
        ...(told.length === 0 ? {} : { [logouts]: told.map((Item) => ({ PutRequest: { Item } })) }),
      });
    },

    async find(cookie) {
      const asked = readSessionCookie(cookie);
      if (asked === undefined) return undefined;
      const { userId, sessionKey, secretHash } = asked;
      const [session, account] = await dynamo.batchGet([
        { table: "sessions", key: { userId, sessionKey } },
        { table: "accounts", key: { userId } },
      ]);
      if (session === undefined || account === undefined || session.secretHash !== secretHash) return undefined;
      const now = clock.now();
      if (!isLive(session, account, now, rules)) return undefined;
      if (now - Number(session.lastSeenAt) > rules.touch * 1_000) await seen({ userId, sessionKey }, now);
      const methods = session.methods as SignInMethod[];
      const authenticatedAt = Number(session.authenticatedAt);
      return {
        ...asked,
        profile: await profileOf(keys, account),
        startedAt: Number(session.startedAt),
        authenticatedAt,
        methods,
        // A county may let somebody in without asking anything: only the password of our own is fresh.
        fresh: methods.includes("pwd") && now <= authenticatedAt + rules.fresh * 1_000,
      };
    },

    async rotate({ userId, sessionKey, secretHash, methods, authenticatedAt, profile }, change) {
      const secret = ids.secret();
      const now = clock.now();
      const rotated = await isWritten(
        dynamo,
        new UpdateCommand({
          TableName: sessions,
          Key: { userId, sessionKey },
          UpdateExpression:
            "SET secretHash = :new, priorHash = :old, epoch = :epoch, methods = :methods, authenticatedAt = :at, lastSeenAt = :now",
          // The new hash too: the SDK's second try after a lost answer meets its own (T45).
          ConditionExpression: "secretHash IN (:old, :new)",
          ExpressionAttributeValues: {
            ":old": secretHash,
            ":new": hashOf(secret),
            ":epoch": change.epoch ?? profile.epoch,
            ":methods": change.methods ?? methods,
            ":at": change.methods === undefined ? authenticatedAt : now,
            ":now": now,
          },
        }),
      );
      return rotated ? `${userId}.${sessionKey}.${secret}` : undefined;
    },

    async end(cookie) {
      const asked = readSessionCookie(cookie);
      if (asked === undefined) return undefined;
      return (await endOne(parts, asked)) ? { userId: asked.userId, sessionKey: asked.sessionKey } : undefined;
    },

    async list(userId) {
      const live = await liveOf(userId);
      return Promise.all(
        live.map(async ({ sessionKey, startedAt, lastSeenAt, client }) => ({
          sessionKey: String(sessionKey),
          startedAt: Number(startedAt),
          lastSeenAt: Number(lastSeenAt),
          ...((await keys.unseal("session", String(client))) as SessionClient),
        })),
      );
    },

    async endThese(userId, sessionKeys) {
      const ending = (await liveOf(userId))
        .map((row) => String(row.sessionKey))
        .filter((key) => sessionKeys.includes(key));
      if (ending.length > 0) await endAll(parts, userId, ending);
      return ending.length;
    },

    async csrfToken(cookie) {
      return keys.mac("csrf", cookie);
    },
  };

  /** Whether a cookie opens a live session, without a write. */
  async function firstStartOf({ userId, sessionKey, secretHash }: SessionCookie): Promise<number | undefined> {
    const [session, account] = await dynamo.batchGet([
      { table: "sessions", key: { userId, sessionKey } },
      { table: "accounts", key: { userId } },
    ]);
    if (session === undefined || account === undefined || session.secretHash !== secretHash) return undefined;
    return isLive(session, account, clock.now(), rules) ? Number(session.since ?? session.startedAt) : undefined;
  }

  /** The rows of an account's live sessions, newest first. */
  async function liveOf(userId: string): Promise<Row[]> {
    const [account] = await dynamo.batchGet([{ table: "accounts", key: { userId } }]);
    const listed = account === undefined ? [] : listedSessions(account);
    if (account === undefined || listed.length === 0) return [];
    const rows = await dynamo.batchGet(
      listed.map(({ sessionKey }) => ({ table: "sessions", key: { userId, sessionKey } })),
    );
    const now = clock.now();
    return rows.filter((row) => row !== undefined).filter((row) => isLive(row, account, now, rules));
  }

  /** Idle time is kept to the minute: a write a minute at most, none on other checks. An ended session stays ended. */
  async function seen(key: { userId: string; sessionKey: string }, now: number): Promise<void> {
    await isWritten(
      dynamo,
      new UpdateCommand({
        TableName: sessions,
        Key: key,
        UpdateExpression: "SET lastSeenAt = :now",
        ConditionExpression: "attribute_exists(userId)",
        ExpressionAttributeValues: { ":now": now },
      }),
    );
  }
}
