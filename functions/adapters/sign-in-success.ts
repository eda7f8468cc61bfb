import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Device, SignInSuccess } from "../ports/accounts.ts";
import type { Clock } from "../ports/clock.ts";
import { type Dynamo, type Row, refusedRow } from "./dynamo.ts";
import { isWritten } from "./writes.ts";

/**
 * A sign-in that succeeded, in one update of the account. An account of before sessions were listed takes two more, once: whoever is
 * first makes the list, and who signs in at the same moment is added to it.
 */
export async function noteSignIn(
  parts: { readonly dynamo: Dynamo; readonly clock: Clock },
  userId: string,
  success: SignInSuccess,
): Promise<void> {
  const note = (list: "there" | "first") => refusedBy(parts, userId, success, list);
  const row = await note("there");
  // There is a list, and it refused: this very sign-in is in it, by a try of ours whose answer was lost (T45).
  if (row === undefined || row.sessions !== undefined) return;
  if ((await note("first")) !== undefined) await note("there");
}

/** Sends the update, into the list of sessions or with the list's first entry; gives the row that refused it, if it did. */
async function refusedBy(
  { dynamo, clock }: { readonly dynamo: Dynamo; readonly clock: Clock },
  userId: string,
  { device, forget, sessionKey, end }: SignInSuccess,
  list: "there" | "first",
): Promise<Row | undefined> {
  const now = clock.now();
  const isFirst = list === "first";
  const ended = isFirst ? [] : end;
  const gone = [...forget.map((_, index) => `devices.#f${index}`), ...ended.map((_, index) => `sessions.#e${index}`)];
  const sets = [
    "wrong = :zero",
    "devices.#device = :device",
    // The sign-in before this one is what a person wants to see: was that me?
    "previousSignInAt = if_not_exists(lastSignInAt, :never)",
    "lastSignInAt = :at",
    isFirst ? "sessions = :sessions" : "sessions.#session = :now",
  ];
  const update = new UpdateCommand({
    TableName: dynamo.name("accounts"),
    Key: { userId },
    UpdateExpression: `SET ${sets.join(", ")}${gone.length === 0 ? "" : ` REMOVE ${gone.join(", ")}`}`,
    ConditionExpression: isFirst
      ? "attribute_exists(userId) AND attribute_not_exists(sessions)"
      : "attribute_exists(sessions) AND (attribute_not_exists(sessions.#session) OR sessions.#session <> :now)",
    ExpressionAttributeNames: {
      "#device": device.id,
      ...(isFirst ? {} : { "#session": sessionKey }),
      ...Object.fromEntries(forget.map((id, index) => [`#f${index}`, id])),
      ...Object.fromEntries(ended.map((key, index) => [`#e${index}`, key])),
    },
    ExpressionAttributeValues: {
      ":zero": 0,
      ":device": { wrong: 0, seenAt: now },
      ":at": new Date(now).toISOString(),
      ":never": "",
      ...(isFirst ? { ":sessions": { [sessionKey]: now } } : { ":now": now }),
    },
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  });
  try {
    await dynamo.send(update);
    return undefined;
  } catch (error) {
    const row = refusedRow(error);
    if (row === undefined) throw error;
    return row;
  }
}

/** The account's counter of tries back to zero, and the device's where it is known. */
export async function giveTriesBack(dynamo: Dynamo, userId: string, device: Device | undefined): Promise<void> {
  const back = (path: string, condition: string, names?: Record<string, string>) =>
    isWritten(
      dynamo,
      new UpdateCommand({
        TableName: dynamo.name("accounts"),
        Key: { userId },
        UpdateExpression: `SET wrong = :zero${path}`,
        ConditionExpression: condition,
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: { ":zero": 0 },
      }),
    );
  const known = device && { "#device": device.id };
  if (known && (await back(", devices.#device.wrong = :zero", "attribute_exists(devices.#device)", known))) return;
  await back("", "attribute_exists(userId)");
}
