import { setCookie } from "../http/cookies.ts";
import { Problem } from "../http/problem.ts";
import type { CountyAccounts, LinkedAccount } from "../ports/counties.ts";
import type { Metrics } from "../ports/metrics.ts";
import type { ResetGrantMaker } from "../ports/reset-grants.ts";
import type { Sessions } from "../ports/sessions.ts";
import type { Arrival } from "./finish.ts";
import { placesOf } from "./rules/matching.ts";

interface Parts {
  readonly accounts: CountyAccounts;
  readonly sessions: Sessions;
  readonly grants: ResetGrantMaker;
  readonly metrics: Metrics;
  readonly accountDomain: string;
  /** Where a person without a linked account goes on (M12). */
  readonly apply: Arrival;
}

/** What each purpose ends in. Signing in and resetting rest on a link; a county's word alone opens nothing (T35). */
export function arrivals(
  parts: Parts,
): Readonly<Record<"sign-in" | "apply" | "forgot-account" | "reset-password", Arrival>> {
  const { accounts, sessions, grants, metrics, accountDomain, apply } = parts;
  const nameOf = ({ accountName }: LinkedAccount) => `${accountName}@${accountDomain}`;

  /** M31: signed in, and told the account until 我知道了 was pressed. */
  const signIn: Arrival = async (arrived) => {
    if (arrived.userId === undefined) return apply(arrived);
    const found = await accounts.signIn(arrived.userId);
    if (found === undefined) return apply({ ...arrived, userId: undefined });
    const { account, usable } = found;
    if (!usable) throw notUsable(account);
    const { client, trip } = arrived;
    const { userId, epoch } = account;
    const cookie = await sessions.start({
      userId,
      epoch,
      client: { address: client.address, browser: client.browser },
    });
    metrics.count("CountySignIn");
    return {
      body: {
        outcome: "signed-in",
        account: nameOf(account),
        accountName: account.accountName,
        csrfToken: await sessions.csrfToken(cookie),
        tell: !account.told,
        ...(trip.returnTo === undefined ? {} : { returnTo: trip.returnTo }),
      },
      setCookies: [setCookie("session", cookie)],
    };
  };

  /** M40: of a linked account, or of the person whose record the roster has in that very county. Shown, never signed in. */
  const forgotAccount: Arrival = async ({ userId, proof, trip }) => {
    const account = await shownAccount(userId, proof);
    if (account === undefined) return { body: { outcome: "no-account", county: trip.county } };
    await accounts.audit(account.userId, "account.shown", { county: trip.county });
    return { body: { outcome: "account", account: nameOf(account) } };
  };

  async function shownAccount(
    userId: string | undefined,
    { personKey, identity, countyName }: Parameters<Arrival>[0]["proof"],
  ) {
    if (userId !== undefined) return accounts.account(userId);
    if (personKey === undefined) return undefined;
    const { entries, ownerUserId } = await accounts.person(personKey);
    if (ownerUserId === undefined || placesOf(identity, countyName, entries).length === 0) return undefined;
    return accounts.account(ownerUserId);
  }

  /** M47: a grant for this browser, of a linked account only. */
  const resetPassword: Arrival = async ({ userId, trip }) => {
    const account = userId === undefined ? undefined : await accounts.account(userId);
    if (account === undefined) return { body: { outcome: "no-account", county: trip.county } };
    if (account.status !== "ACTIVE") throw notUsable(account);
    return {
      body: { outcome: "reset", account: nameOf(account) },
      setCookies: [await grants.open(account.userId, "county")],
    };
  };

  return { "sign-in": signIn, apply: signIn, "forgot-account": forgotAccount, "reset-password": resetPassword };
}

const notUsable = ({ status }: LinkedAccount): Problem =>
  status === "ACTIVE" ? new Problem("try-again-later", { retryAfter: 60 }) : new Problem("account-disabled");
