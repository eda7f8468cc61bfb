import { auditItem } from "./audit-item.ts";
import type { TransactItem } from "./dynamo.ts";
import { logoutItem } from "./logouts.ts";
import type { Parts } from "./parts.ts";
import type { SessionCookie } from "./session-row.ts";

type EndParts = Pick<Parts, "dynamo" | "clock" | "ids">;

/**
 * Signing out: row and place in the list go, and applications are told, in one transaction. The secret before the present one ends the
 * session too, and does nothing else: who presses 登出 in a tab of before is signed out. False when the secret is another one.
 */
export async function endOne(parts: EndParts, { userId, sessionKey, secretHash }: SessionCookie): Promise<boolean> {
  const { dynamo, clock } = parts;
  const refused = await dynamo.transact([
    {
      Delete: {
        TableName: dynamo.name("sessions"),
        Key: { userId, sessionKey },
        ConditionExpression: "secretHash = :ours OR priorHash = :ours",
        ExpressionAttributeValues: { ":ours": secretHash },
        ReturnValuesOnConditionCheckFailure: "ALL_OLD",
      },
    },
    unlist(parts, userId, [sessionKey]),
    logoutItem(parts, { userId, sessionKey }, clock.now()),
  ]);
  // One that is gone already has ended, too.
  return refused.get(0) === undefined;
}

/** The owner ends these sessions: all of them or none, each with an audit record (I5). */
export async function endAll(parts: EndParts, userId: string, sessionKeys: readonly string[]): Promise<void> {
  const { dynamo, clock } = parts;
  await dynamo.transact([
    unlist(parts, userId, sessionKeys),
    ...sessionKeys.flatMap((sessionKey) => [
      { Delete: { TableName: dynamo.name("sessions"), Key: { userId, sessionKey } } },
      auditItem(parts, { subject: userId, event: "session.ended", now: clock.now(), detail: { sessionKey } }),
      logoutItem(parts, { userId, sessionKey }, clock.now()),
    ]),
  ]);
}

/** Not listed any more is dead at once. An account without a list has no session to end. */
function unlist({ dynamo }: EndParts, userId: string, sessionKeys: readonly string[]): TransactItem {
  return {
    Update: {
      TableName: dynamo.name("accounts"),
      Key: { userId },
      UpdateExpression: `REMOVE ${sessionKeys.map((_, index) => `sessions.#k${index}`).join(", ")}`,
      ConditionExpression: "attribute_exists(sessions)",
      ExpressionAttributeNames: Object.fromEntries(sessionKeys.map((key, index) => [`#k${index}`, key])),
    },
  };
}
