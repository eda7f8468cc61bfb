import type { Profile } from "../ports/accounts.ts";
import type { Keys } from "../ports/keys.ts";
import type { ProvedDraft } from "../ports/registrations.ts";
import { dueShardOf, type Row } from "./dynamo.ts";

/** What is sealed in an account's row: everything personal. State, counters and times stay readable for conditions. */
type PersonData = Pick<Profile, "name" | "maskedPersonId" | "enrolments" | "email" | "mobile">;

interface NewAccount {
  /** ISO time. */
  readonly createdAt: string;
  /** Epoch milliseconds: when to look whether anybody signs in. The row is in the sparse index from its first day on, so that no sign-in writes it. */
  readonly idleDueAt: number;
  /** As `PasswordHistory` gives it. */
  readonly passwords: string | undefined;
}

/** S8: the row of a new ACTIVE account. */
export async function accountRow(keys: Keys, draft: ProvedDraft, account: NewAccount): Promise<Row> {
  const person: PersonData = {
    name: draft.name,
    ...(draft.maskedPersonId === undefined ? {} : { maskedPersonId: draft.maskedPersonId }),
    enrolments: [draft.enrolment],
    ...(draft.email === undefined ? {} : { email: { value: draft.email, proved: draft.proved === "email" } }),
    ...(draft.mobile === undefined ? {} : { mobile: { value: draft.mobile, proved: draft.proved === "sms" } }),
  };
  return {
    userId: draft.userId,
    status: "ACTIVE",
    accountName: draft.accountName,
    personKey: draft.personKey,
    person: await keys.seal("person-data", person),
    consent: draft.consent,
    epoch: 0,
    wrong: 0,
    devices: {},
    createdAt: account.createdAt,
    dueShard: dueShardOf(draft.userId),
    dueAt: account.idleDueAt,
    ...(account.passwords === undefined ? {} : { passwords: account.passwords }),
  };
}

/** The sealed part of a row with other enrolments in it. Throws when it cannot be opened. */
export async function sealedWith(keys: Keys, row: Row, enrolments: PersonData["enrolments"]): Promise<string> {
  return keys.seal("person-data", { ...(await personOf(keys, row)), enrolments } satisfies PersonData);
}

/** A row back to the profile of a person. Throws when its sealed part cannot be opened: never half a profile. */
export async function profileOf(keys: Keys, row: Row): Promise<Profile> {
  const person = await personOf(keys, row);
  const { userId, status, accountName, personKey, epoch, createdAt, previousSignInAt } = row as never as Profile;
  return {
    userId,
    status,
    accountName,
    personKey,
    epoch,
    createdAt,
    ...(previousSignInAt ? { previousSignInAt } : {}),
    ...person,
  };
}

async function personOf(keys: Keys, row: Row): Promise<PersonData> {
  const person = (await keys.unseal("person-data", String(row.person))) as PersonData | undefined;
  if (person === undefined) throw new Error("the sealed part of an account cannot be opened with this key ring");
  return person;
}
