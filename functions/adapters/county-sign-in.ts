import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { CountySignIn, LinkedAccount } from "../ports/counties.ts";
import type { MintedSession } from "../ports/sessions.ts";
import { type Row, refusedRow } from "./dynamo.ts";
import type { Parts } from "./parts.ts";
import { listedSessions } from "./session-row.ts";
import { isWritten } from "./writes.ts";

type NoteParts = Pick<Parts, "dynamo" | "clock" | "policy">;

/** Into the list of sessions; only over a session that is in it; or as the first of an account from before there was a list. */
type List = "there" | "over" | "first";

const listConditions = {
  // Not this very sign-in, by a try of ours whose answer was lost (T45).
  there: "attribute_exists(sessions) AND (attribute_not_exists(sessions.#session) OR sessions.#session <> :now)",
  over: "attribute_exists(sessions.#session) AND sessions.#session <> :now",
  first: "attribute_not_exists(sessions)",
} as const satisfies Record<List, string>;

/** A sign-in by a county in one update of the account; two more, once, for an account of before sessions were listed. */
export async function countySignIn(
  parts: NoteParts,
  userId: string,
  { sessionKey, over }: MintedSession,
): Promise<CountySignIn | undefined> {
  const now = parts.clock.now();
  const list: readonly List[] = over ? ["over"] : ["there", "first", "there"];
  for (const one of list) {
    const { row, written } = await note(parts, userId, sessionKey, now, one);
    if (row.userId === undefined) return undefined;
    const account = linkedAccount(row, now);
    const listed = row.sessions as Record<string, unknown> | undefined;
    if (written || listed?.[sessionKey] === now)
      return { outcome: "signed-in", account, ended: await unlistOld(parts, userId, row, now) };
    if (account.status !== "ACTIVE" || account.held) return { outcome: "not-usable", account };
    if (row.secondFactor === "on") return { outcome: "two-factor", account };
  }
  return over ? { outcome: "not-listed" } : undefined;
}

/** The update, or the row that refused it. */
async function note({ dynamo }: NoteParts, userId: string, sessionKey: string, now: number, list: List) {
  const isFirst = list === "first";
  const update = new UpdateCommand({
    TableName: dynamo.name("accounts"),
    Key: { userId },
    UpdateExpression: `SET previousSignInAt = if_not_exists(lastSignInAt, :never), lastSignInAt = :at, ${
      isFirst ? "sessions = :sessions" : "sessions.#session = :now"
    }`,
    ConditionExpression: [
      "#status = :active",
      "(attribute_not_exists(holdUntil) OR holdUntil < :now)",
      "(attribute_not_exists(secondFactor) OR secondFactor <> :on)",
      listConditions[list],
    ].join(" AND "),
    ExpressionAttributeNames: { "#status": "status", ...(isFirst ? {} : { "#session": sessionKey }) },
    ExpressionAttributeValues: {
      ":active": "ACTIVE",
      ":at": new Date(now).toISOString(),
      ":never": "",
      ":now": now,
      ":on": "on",
      ...(isFirst ? { ":sessions": { [sessionKey]: now } } : {}),
    },
    ReturnValues: "ALL_NEW",
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  });
  try {
    const { Attributes = {} } = await dynamo.send(update);
    return { row: Attributes, written: true };
  } catch (error) {
    const row = refusedRow(error);
    if (row === undefined) throw error;
    return { row, written: false };
  }
}

/** Takes out of the list what no session can live by any more, once more than ten are in it. Gives the keys whose time was not over. */
async function unlistOld(
  { dynamo, policy }: NoteParts,
  userId: string,
  row: Row,
  now: number,
): Promise<readonly string[]> {
  const { most, absolute } = policy.session;
  const listed = listedSessions(row);
  if (listed.length <= most) return [];
  const isOver = ({ startedAt }: { startedAt: number }) => now > startedAt + absolute * 1_000;
  const old = listed.filter((one, index) => index >= most || isOver(one));
  await isWritten(
    dynamo,
    new UpdateCommand({
      TableName: dynamo.name("accounts"),
      Key: { userId },
      UpdateExpression: `REMOVE ${old.map((_, index) => `sessions.#k${index}`).join(", ")}`,
      ConditionExpression: "attribute_exists(sessions)",
      ExpressionAttributeNames: Object.fromEntries(old.map(({ sessionKey }, index) => [`#k${index}`, sessionKey])),
    }),
  );
  return old.filter((one) => !isOver(one)).map(({ sessionKey }) => sessionKey);
}

export const linkedAccount = (row: Row, now: number): LinkedAccount => ({
  userId: String(row.userId),
  accountName: String(row.accountName),
  status: row.status === "ACTIVE" ? "ACTIVE" : "DISABLED",
  epoch: Number(row.epoch),
  held: Number(row.holdUntil ?? 0) > now,
  told: row.told === true,
});
