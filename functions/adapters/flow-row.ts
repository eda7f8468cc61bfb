import type { Flow } from "../ports/registrations.ts";
import { type Row, unlessRefused } from "./dynamo.ts";

/** A row of `flows` as the saga reads it: a proof counts only for the contacts the flow has now. */
export function flowOf(row: Row): Flow {
  const { flowId, status, revision, userId, accountName, personKey, proved, provedContacts, contactKey, heldUntil } =
    row as never as Flow & {
      provedContacts?: string;
      contactKey: string;
    };
  const current = provedContacts === contactKey ? proved : undefined;
  return { flowId, status, revision, userId, accountName, personKey, proved: current, heldUntil };
}

/** True when the write went through, false when its condition refused. */
export async function ignoreRefusal(write: Promise<unknown>): Promise<boolean> {
  return (await unlessRefused(write.then(() => true))) ?? false;
}
