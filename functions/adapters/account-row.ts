import type { Profile } from "../ports/accounts.ts";
import type { Keys } from "../ports/keys.ts";
import type { ProvedDraft } from "../ports/registrations.ts";
import { dueShardOf, type Row } from "./dynamo.ts";
import { priorsOf } from "./prior-contacts.ts";

/** What is sealed in an account's row: everything personal. State, counters and times stay readable for conditions. */
export type PersonData = Pick<
  Profile,
  "name" | "maskedPersonId" | "enrolments" | "email" | "mobile" | "details" | "picture"
> & {
  /** Of 其他 (M20): the address, folded. The row's `accountName` is its claim. */
  readonly account?: string;
};

export interface NewAccount {
  /** ISO time. */
  readonly createdAt: string;
  /** Epoch milliseconds: when to look whether anybody signs in. The row is in the sparse index from its first day on, so that no sign-in writes it. */
  readonly idleDueAt: number;
  /** As `PasswordHistory` gives it. */
  readonly passwords: string | undefined;
  /** Claims of it besides its name and person: the county account it was made with. */
  readonly claims?: readonly string[];
}

/** What every new ACTIVE account begins with. */
export function newRow(userId: string, account: NewAccount): Row {
  return {
    userId,
    status: "ACTIVE",
    epoch: 0,
    wrong: 0,
    devices: {},
    sessions: {},
    createdAt: account.createdAt,
    dueShard: dueShardOf(userId),
    dueAt: account.idleDueAt,
    ...(account.passwords === undefined ? {} : { passwords: account.passwords }),
    ...(account.claims?.length ? { claims: new Set(account.claims) } : {}),
  };
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
    ...newRow(draft.userId, account),
    accountName: draft.accountName,
    personKey: draft.personKey,
    person: await keys.seal("person-data", person),
    consent: draft.consent,
    ...(await personNumber(keys, draft)),
  };
}

/** M86: the ID number itself is kept of teachers and staff who typed it, for applications that an operator lets have it. A pupil's is not. */
async function personNumber(keys: Keys, { personId, enrolment }: ProvedDraft): Promise<Row> {
  if (personId === undefined || enrolment.role === "student") return {};
  return { personNumber: await keys.seal("person-number", personId) };
}

/** The ID number of who has one in their row. Throws when it cannot be opened. */
export async function personNumberOf(keys: Keys, row: Row): Promise<string | undefined> {
  if (row.personNumber === undefined) return undefined;
  const number = await keys.unseal("person-number", String(row.personNumber));
  if (typeof number !== "string") throw new Error("an ID number cannot be opened with this key ring");
  return number;
}

/** The sealed part of a row with these fields in it; one that is undefined goes. Throws when it cannot be opened. */
export async function sealedWith(
  keys: Keys,
  row: Row,
  change: { readonly [F in keyof PersonData]?: PersonData[F] | undefined },
): Promise<string> {
  const fields = Object.entries({ ...(await personOf(keys, row)), ...change });
  return keys.seal("person-data", Object.fromEntries(fields.filter(([, value]) => value !== undefined)));
}

/** A row back to the profile of a person. Throws when its sealed part cannot be opened: never half a profile. */
export async function profileOf(keys: Keys, row: Row): Promise<Profile> {
  const { account, ...person } = await personOf(keys, row);
  const { userId, status, accountName, personKey, epoch, createdAt, updatedAt, previousSignInAt } =
    row as never as Profile;
  return {
    userId,
    status,
    accountName: account ?? accountName,
    ...(personKey === undefined ? {} : { personKey }),
    epoch,
    secondFactor: row.secondFactor === "on",
    createdAt,
    ...(updatedAt === undefined ? {} : { updatedAt }),
    ...(previousSignInAt ? { previousSignInAt } : {}),
    ...person,
    ...(await priorsOf(keys, row)),
  };
}

async function personOf(keys: Keys, row: Row): Promise<PersonData> {
  const person = (await keys.unseal("person-data", String(row.person))) as PersonData | undefined;
  if (person === undefined) throw new Error("the sealed part of an account cannot be opened with this key ring");
  return person;
}
