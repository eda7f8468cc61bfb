import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Policy } from "../contract/policy.ts";
import type { Device, ReservedTry, SignInAccount, SignInAccounts, Tries } from "../ports/accounts.ts";
import type { Clock } from "../ports/clock.ts";
import type { Keys } from "../ports/keys.ts";
import { profileOf } from "./account-row.ts";
import { accountClaim, isEmailClaim } from "./claims.ts";
import { cleanAt, type Dynamo, type Row, refusedRow } from "./dynamo.ts";
import { listedSessions, readSessionCookie } from "./session-row.ts";
import { giveTriesBack, noteSignIn } from "./sign-in-success.ts";
import { type Counter, countIn, countInWindows, windowKey } from "./windows.ts";

/** Where a counter of tries lives in the row: the account's own, or the one of a known device (T03). */
interface Place {
  readonly path: string;
  readonly free: number;
  readonly device: Device | undefined;
}

/** Sign-in's reads and writes: one BatchGet, then one update an outcome; no transaction (performance goal 1). */
export function dynamoSignInAccounts(parts: {
  dynamo: Dynamo;
  keys: Keys;
  clock: Clock;
  policy: Policy;
}): SignInAccounts {
  const { dynamo, keys, clock, policy } = parts;
  const rules = policy.signIn;
  const failures: Counter = { name: "f", seconds: rules.addressFailures.seconds };
  const clientLimit = (client: string) => `sign-in-client#${client}`;

  return {
    async find(account, client, cookie) {
      const now = clock.now();
      const asked = cookie === undefined ? undefined : readSessionCookie(cookie);
      const [claim, limits, session] = await dynamo.batchGet([
        { table: "claims", key: { claim: await accountClaim(keys, account) } },
        { table: "limits", key: windowKey(clientLimit(client), [failures], now) },
        ...(asked === undefined
          ? []
          : [{ table: "sessions" as const, key: { userId: asked.userId, sessionKey: asked.sessionKey } }]),
      ]);
      const userId = claim?.state === "OWNED" ? String(claim.userId) : undefined;
      const found = { userId, clientFailures: countIn(limits, failures, now) };
      if (asked === undefined) return found;
      const isOwn = asked.userId === userId && session?.secretHash === asked.secretHash;
      return { ...found, ownSession: isOwn ? { since: Number(session.since ?? session.startedAt) } : "none" };
    },

    async reserveTry(rowId, decoy, device) {
      const own: Place = { path: "", free: rules.freeTries, device: undefined };
      if (device === undefined) return reserveAt(rowId, decoy, own);
      const known: Place = { path: "devices.#device.", free: rules.knownDeviceFreeTries, device };
      return (await reserveAt(rowId, decoy, known)) ?? reserveAt(rowId, decoy, own);
    },

    async look(userId) {
      const [row] = await dynamo.batchGet([{ table: "accounts", key: { userId } }]);
      return row === undefined ? undefined : accountOf(row, clock.now());
    },

    succeed: (userId, success) => noteSignIn(parts, userId, success),
    giveBack: (userId, device) => giveTriesBack(dynamo, userId, device),

    async fail(client) {
      const update = countInWindows(dynamo, { limit: clientLimit(client), counters: [failures], now: clock.now() });
      await dynamo.send(new UpdateCommand(update));
    },
  };

  /** Reserves at one place; undefined when a device is not known to the account after all. */
  async function reserveAt(rowId: string, decoy: boolean, place: Place): Promise<ReservedTry>;
  async function reserveAt(rowId: string, decoy: boolean, place: Place): Promise<ReservedTry | undefined> {
    const now = clock.now();
    const first = await update(
      rowId,
      decoy,
      place,
      `(attribute_not_exists(${place.path}wrong) OR ${place.path}wrong < :free)`,
      {
        ":free": place.free,
      },
    );
    if (first.row !== undefined) return { outcome: "reserved", wait: 0, account: await accountOf(first.row, now) };
    const stood = first.refused;
    const tries = triesIn(stood, place);
    if (tries === undefined) return undefined;
    const seconds = (until: number) => Math.max(1, Math.ceil((until - now) / 1_000));
    const until = waitUntil(tries, place.free, rules);
    if (tries.wrong >= rules.triesUntilReset)
      return { outcome: "wait", wait: rules.longestWait, account: await accountOf(stood, now) };
    if (now < until) return { outcome: "wait", wait: seconds(until), account: await accountOf(stood, now) };
    // The wait is over: one more try, if nobody took it since the row was read.
    const next = await update(rowId, decoy, place, `${place.path}wrong = :wrong AND ${place.path}lastAt = :last`, {
      ":wrong": tries.wrong,
      ":last": tries.lastAt,
    });
    return next.row === undefined
      ? { outcome: "wait", wait: seconds(now + rules.firstWait * 1_000), account: await accountOf(stood, now) }
      : { outcome: "reserved", wait: 0, account: await accountOf(next.row, now) };
  }

  async function update(rowId: string, decoy: boolean, place: Place, condition: string, values: Row) {
    const known = place.device === undefined ? "" : "attribute_exists(devices.#device) AND ";
    try {
      const { Attributes } = await dynamo.send(
        new UpdateCommand({
          TableName: dynamo.name("accounts"),
          Key: { userId: rowId },
          UpdateExpression: `SET ${place.path}lastAt = :now${decoy ? ", cleanAt = :clean" : ""} ADD ${place.path}wrong :one`,
          ConditionExpression: `${known}${condition}`,
          ...(place.device === undefined ? {} : { ExpressionAttributeNames: { "#device": place.device.id } }),
          ExpressionAttributeValues: {
            ":now": clock.now(),
            ":one": 1,
            ...values,
            ...(decoy ? { ":clean": cleanAt(clock.now() + 86_400_000) } : {}),
          },
          ReturnValues: "ALL_NEW",
          ReturnValuesOnConditionCheckFailure: "ALL_OLD",
        }),
      );
      return { row: Attributes ?? {}, refused: {} };
    } catch (error) {
      const refused = refusedRow(error);
      if (refused === undefined) throw error;
      return { row: undefined, refused };
    }
  }

  async function accountOf(row: Row, now: number): Promise<SignInAccount | undefined> {
    if (row.accountName === undefined) return undefined;
    const listed = listedSessions(row).toReversed();
    const isOver = ({ startedAt }: { startedAt: number }) => now > startedAt + policy.session.absolute * 1_000;
    const devices = Object.entries((row.devices ?? {}) as Record<string, { seenAt?: number }>);
    devices.sort(([, a], [, b]) => (a.seenAt ?? 0) - (b.seenAt ?? 0));
    return {
      userId: String(row.userId),
      accountName: isEmailClaim(row.accountName) ? (await profileOf(keys, row)).accountName : String(row.accountName),
      status: String(row.status),
      epoch: Number(row.epoch),
      held: Number(row.holdUntil ?? 0) > now,
      devices: devices.map(([id]) => id),
      secondFactor: row.secondFactor === "on",
      over: listed.filter(isOver).map(({ sessionKey }) => sessionKey),
      sessions: listed.filter((one) => !isOver(one)).map(({ sessionKey }) => sessionKey),
    };
  }
}

/** T01's ladder: the free tries, then a wait that doubles up to its longest. Epoch milliseconds. */
export function waitUntil(
  tries: Tries,
  free: number,
  rules: Pick<Policy["signIn"], "firstWait" | "longestWait">,
): number {
  if (tries.wrong < free) return 0;
  const seconds = Math.min(rules.firstWait * 2 ** (tries.wrong - free), rules.longestWait);
  return tries.lastAt + seconds * 1_000;
}

function triesIn(row: Row, place: Place): Tries | undefined {
  const at = place.device === undefined ? row : (row.devices as Record<string, Row> | undefined)?.[place.device.id];
  return at === undefined ? undefined : { wrong: Number(at.wrong ?? 0), lastAt: Number(at.lastAt ?? 0) };
}
