import { accountEmailOf } from "../person/account-name.ts";
import type { PriorContact } from "../ports/accounts.ts";
import type { Keys } from "../ports/keys.ts";
import { type PersonData, sealedWith } from "./account-row.ts";
import { accountClaim, isEmailClaim, ownClaim } from "./claims.ts";
import type { Dynamo, Row, TransactItem } from "./dynamo.ts";
import type { ContactPair } from "./prior-contacts.ts";

type Earlier = readonly Pick<PriorContact, "channel" | "contact">[];

interface ContactsOfRow {
  /** The sealed part with these contacts, and no others, in it. */
  readonly person: string;
  /** Attributes to write with it. */
  readonly set: Row;
  /** Claims of the transaction: a new address, refused where another account has it, and those that are let go. */
  readonly takes: readonly TransactItem[];
  readonly leaves: readonly TransactItem[];
}

/**
 * What an account's contacts being these means to its row. Of 其他 the e-mail address is the account (M20): its claim moves with it, in one
 * transaction. Those of `before`, which changes that may be taken back took the place of, stay this account's and lead to it; others that
 * it had are anybody's again. `now`: epoch milliseconds.
 */
export async function withContacts(
  parts: { dynamo: Dynamo; keys: Keys },
  row: Row,
  { email, mobile }: ContactPair,
  { before, now }: { before: Earlier; now: number },
): Promise<ContactsOfRow> {
  const { dynamo, keys } = parts;
  const contacts = { email, mobile } satisfies { [F in keyof PersonData]?: PersonData[F] | undefined };
  if (!isEmailClaim(row.accountName))
    return { person: await sealedWith(keys, row, contacts), set: {}, takes: [], leaves: [] };

  const account = accountIn(email);
  const claim = await accountClaim(keys, account);
  const claims = new Set([claim, ...(await claimsOfEarlier(keys, before))]);
  const userId = String(row.userId);
  const left = emailClaimsOf(row).filter((one) => !claims.has(one));
  const others = claimsOf(row).filter((one) => !isEmailClaim(one));
  return {
    person: await sealedWith(keys, row, { ...contacts, account }),
    set: { accountName: claim, claims: new Set([...others, ...claims]) },
    takes: claim === row.accountName ? [] : [{ Put: ownClaim(dynamo, claim, userId, now) }],
    leaves: left.map((one) => letGo(dynamo, one, userId)),
  };
}

/** The account of 其他 with this address. Throws for none: they are never without. */
export function accountIn(email: ContactPair["email"] | undefined): string {
  const account = accountEmailOf(email?.value ?? "");
  if (account === undefined) throw new Error("who registered by e-mail is without an address");
  return account;
}

/** Claims of the addresses among earlier contacts. */
export function claimsOfEarlier(keys: Keys, earlier: Earlier): Promise<string[]> {
  const addresses = earlier.flatMap(({ channel, contact }) => (channel === "email" && contact ? [contact] : []));
  return Promise.all(addresses.map((email) => accountClaim(keys, accountIn(email))));
}

/** Claims of addresses that were the account of 其他, the present one among them. */
export const emailClaimsOf = (row: Row): readonly string[] => claimsOf(row).filter(isEmailClaim);

const claimsOf = ({ claims }: Row): readonly string[] => (claims instanceof Set ? ([...claims] as string[]) : []);

/** A claim is nobody's any more; it may be so already. Refused when it is somebody else's. */
export const letGo = (dynamo: Dynamo, claim: string, userId: string): TransactItem => ({
  Delete: {
    TableName: dynamo.name("claims"),
    Key: { claim },
    ConditionExpression: "attribute_not_exists(claim) OR userId = :user",
    ExpressionAttributeValues: { ":user": userId },
  },
});
