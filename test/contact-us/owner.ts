import { resetGrantMaker } from "../../functions/adapters/reset-grants.ts";
import type { ResetWay } from "../../functions/contract/schemas/reset-password.ts";
import type { GrantPurpose } from "../../functions/ports/reset-grants.ts";
import { cookieValue } from "../ports/steps.ts";
import { userIdOf } from "../reset-password/holder.ts";
import type { Browser } from "../service/browser.ts";
import { signIn, withAccount } from "../service/people.ts";
import type { Service } from "../service/service.ts";
import { partsOf, tokenTo } from "./desk.ts";

/** Somebody with an account, a thief signed in to it, and a 不是我 link in the owner's mailbox. */
export async function owner(service: Service) {
  const account = await withAccount(service);
  const userId = await userIdOf(service, account.accountName);
  const thief = service.browser();
  await signIn(thief, account.accountName);
  return { ...account, userId, thief, token: await tokenTo(service, userId) };
}

/** A grant as one of the ways opens it, in this browser. */
export async function grant(
  service: Pick<Service, "prefix" | "clock">,
  userId: string,
  browser: Browser,
  [way, purpose]: readonly [ResetWay, GrantPurpose],
): Promise<Browser> {
  const line = await resetGrantMaker(partsOf(service)).open(userId, way, purpose);
  browser.cookies.set(`__Host-${purpose}`, cookieValue(line));
  return browser;
}
