import type { Channel } from "../contract/messages.ts";
import type { PriorContact, Profile } from "../ports/accounts.ts";
import type { Keys } from "../ports/keys.ts";
import type { Row } from "./dynamo.ts";

type Contact = NonNullable<Profile["email"]>;

/** One element of an account's `priorContacts`, oldest first: what a change took the place of. `until`: epoch milliseconds. */
export interface PriorRow {
  readonly id: string;
  readonly channel: Channel;
  readonly until: number;
  /** Sealed `Contact`, or `null` where there was none. */
  readonly contact: string;
}

export type ContactPair = Pick<Profile, "email" | "mobile">;

export const fieldOf = { email: "email", sms: "mobile" } as const satisfies Record<Channel, keyof ContactPair>;

export const priorRows = (row: Row): readonly PriorRow[] => (row.priorContacts ?? []) as readonly PriorRow[];

/** Those that may still be taken back. Throws when one cannot be opened. */
export async function livePriors(keys: Keys, row: Row, now: number): Promise<PriorContact[]> {
  return opened(
    keys,
    priorRows(row).filter(({ until }) => until >= now),
  );
}

/** All that the row has, as a profile gives them. Throws when one cannot be opened. */
export async function priorsOf(keys: Keys, row: Row): Promise<Pick<Profile, "priors">> {
  const rows = priorRows(row);
  return rows.length === 0 ? {} : { priors: await opened(keys, rows) };
}

function opened(keys: Keys, rows: readonly PriorRow[]): Promise<PriorContact[]> {
  return Promise.all(
    rows.map(async ({ contact, ...prior }) => {
      const read = await keys.unseal("person-data", contact);
      if (read === undefined) throw new Error("an earlier contact cannot be opened with this key ring");
      return { ...prior, contact: (read ?? undefined) as Contact | undefined };
    }),
  );
}

/** The contacts as they were before the first of these changes, which go oldest first. */
export function contactsBefore({ email, mobile }: ContactPair, priors: readonly PriorContact[]): ContactPair {
  let before: ContactPair = { ...(email && { email }), ...(mobile && { mobile }) };
  for (const { channel, contact } of priors.toReversed()) {
    const { [fieldOf[channel]]: _changed, ...others } = before;
    before = { ...others, ...(contact && { [fieldOf[channel]]: contact }) };
  }
  return before;
}
