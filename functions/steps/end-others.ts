import type { Session, Sessions } from "../ports/sessions.ts";

/** Every session of the account but this one ends, with a record of each, and applications are told (I5, T41). */
export async function endOthers(
  sessions: Pick<Sessions, "list" | "endThese">,
  { userId, sessionKey }: Pick<Session, "userId" | "sessionKey">,
): Promise<void> {
  const others = (await sessions.list(userId)).map((one) => one.sessionKey).filter((key) => key !== sessionKey);
  await sessions.endThese(userId, others);
}
