import type { Keys } from "../ports/keys.ts";
import type { PublicFlow } from "../ports/public-registrations.ts";
import { type NewAccount, newRow, type PersonData } from "./account-row.ts";
import { accountClaim } from "./claims.ts";
import type { Row } from "./dynamo.ts";

/** The row of a new ACTIVE account of 其他 (M20): no person of the roster, and the address, proved by its mailbox, as account and contact. */
export async function publicAccountRow(
  keys: Keys,
  { userId, person, picture }: Pick<PublicFlow, "userId" | "person" | "picture">,
  account: Pick<NewAccount, "createdAt" | "idleDueAt">,
): Promise<Row> {
  const { name, nickname, phone, gender } = person;
  const claim = await accountClaim(keys, person.account);
  const sealed: PersonData = {
    name,
    account: person.account,
    enrolments: [],
    email: { value: person.email, proved: true },
    details: { nickname, ...(phone === undefined ? {} : { phone }), ...(gender === undefined ? {} : { gender }) },
    ...(picture === undefined ? {} : { picture }),
  };
  return {
    ...newRow(userId, { ...account, passwords: person.passwords, claims: [claim] }),
    accountName: claim,
    person: await keys.seal("person-data", sealed),
    consent: person.consent,
  };
}
