import { cognitoCredentials } from "../../functions/adapters/credentials.ts";
import { dynamo } from "../../functions/adapters/dynamo.ts";
import { secretsManagerKeys } from "../../functions/adapters/keys.ts";
import { resetGrantMaker } from "../../functions/adapters/reset-grants.ts";
import { dynamoSignInAccounts } from "../../functions/adapters/sign-in-accounts.ts";
import { systemIds } from "../../functions/adapters/system.ts";
import { policies } from "../../functions/contract/policy.ts";
import type { ResetWay } from "../../functions/contract/schemas/reset-password.ts";
import type { GrantPurpose } from "../../functions/ports/reset-grants.ts";
import type { Row, Rows } from "../faults/rows.ts";
import { cookieValue } from "../ports/steps.ts";
import type { Browser } from "../service/browser.ts";
import { signIn, withAccount } from "../service/people.ts";
import type { Service } from "../service/service.ts";

export const newPassword = "Pademelon-2026-x";
export const grantCookie = "__Host-reset";
export const activationCookie = "__Host-activate";

/** The adapters' parts over a service's own tables and clock. */
const partsOf = ({ prefix, clock }: Pick<Service, "prefix" | "clock">) => ({
  dynamo: dynamo(prefix),
  keys: secretsManagerKeys("educloud/key-ring"),
  clock,
  ids: systemIds,
  policy: policies.seed,
});

export async function userIdOf(service: Pick<Service, "prefix" | "clock">, accountName: string): Promise<string> {
  const { userId } = await dynamoSignInAccounts(partsOf(service)).find(accountName, "nobody");
  if (userId === undefined) throw new Error(`nobody has the account ${accountName}`);
  return userId;
}

/** Opens a grant as one of the ways does, and puts its cookie into this browser (R1). */
export async function grantTo(
  service: Pick<Service, "prefix" | "clock">,
  accountName: string,
  browser: Browser,
  way: ResetWay = "county",
  purpose: GrantPurpose = "reset",
): Promise<Browser> {
  const line = await resetGrantMaker(partsOf(service)).open(await userIdOf(service, accountName), way, purpose);
  browser.cookies.set(purpose === "reset" ? grantCookie : activationCookie, cookieValue(line));
  return browser;
}

/** Changes an account past every rule, as a manager, a second factor, 不是我 or another job will. */
export async function changeAccount(rows: Rows, userId: string, change: Row): Promise<void> {
  const account = await accountIn(rows, userId);
  await rows.put("accounts", { ...account, ...change });
}

export async function accountIn(rows: Rows, userId: string): Promise<Row> {
  const account = (await rows.all("accounts")).find((row) => row.userId === userId);
  if (account === undefined) throw new Error("there is no such account");
  return account;
}

export const reset = (browser: Browser, password = newPassword) =>
  browser.call("POST /api/reset-password", { password });

/** Somebody with an account, signed in on one computer, and a grant in the browser of another one. */
export async function holder(service: Service, way: ResetWay = "county") {
  const account = await withAccount(service);
  const signedIn = service.browser();
  await signIn(signedIn, account.accountName);
  const browser = await grantTo(service, account.accountName, service.browser(), way);
  return { ...account, signedIn, browser, userId: await userIdOf(service, account.accountName) };
}

export const isSignedIn = async (browser: Browser): Promise<boolean> =>
  (await browser.call("GET /api/session")).body.signedIn;

/** Which of these passwords the vault takes, asked past every limit. */
export async function passwordsOf(
  { pool }: Pick<Service, "pool">,
  userId: string,
  passwords: readonly string[],
): Promise<string[]> {
  const vault = cognitoCredentials(pool, systemIds);
  const right = await Promise.all(passwords.map((password) => vault.check(userId, password)));
  return passwords.filter((_, index) => right[index]);
}

/** Everything a reset could change, as it is kept. */
export const keptIn = (rows: Rows) =>
  Promise.all((["accounts", "flows", "audit", "messages", "sessions"] as const).map((table) => rows.all(table)));
