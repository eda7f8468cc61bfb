import { expect } from "vitest";
import { accountClaim } from "../../functions/adapters/claims.ts";
import { secretsManagerKeys } from "../../functions/adapters/keys.ts";
import type { Row, Rows } from "../faults/rows.ts";

const keys = secretsManagerKeys("educloud/key-ring");

/**
 * Accounts of 其他 and claims of addresses, over everything there is (M20, T44): an account's present address is its own, each address that
 * is claimed is in the list of one account, and each that is in a list is claimed for it.
 */
export async function expectAddresses(rows: Rows): Promise<void> {
  const [accounts, claims] = await Promise.all([rows.all("accounts"), rows.all("claims")]);
  const owned = claims.filter(({ claim, state }) => String(claim).startsWith("email#") && state === "OWNED");
  const listed = accounts.filter(({ accountName }) => String(accountName).startsWith("email#")).flatMap(listOf);
  expect(listed.toSorted()).toEqual(owned.map(({ claim, userId }) => `${claim} ${userId}`).toSorted());
  for (const account of accounts.filter(({ accountName }) => String(accountName).startsWith("email#")))
    expect(account.claims).toContain(account.accountName);
}

const listOf = ({ userId, claims }: Row) => [...(claims as Set<string>)].map((claim) => `${claim} ${userId}`);

/** Whose account an address is, by its claim. */
export async function ownerOf(rows: Rows, email: string): Promise<unknown> {
  const claim = await accountClaim(keys, email.toLowerCase());
  return (await rows.all("claims")).find((row) => row.claim === claim)?.userId;
}
