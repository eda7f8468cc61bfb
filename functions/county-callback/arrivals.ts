import { setCookie } from "../http/cookies.ts";
import { Problem } from "../http/problem.ts";
import { shownAccountOf } from "../person/account-name.ts";
import type { CountyAccounts, LinkedAccount } from "../ports/counties.ts";
import type { Ids } from "../ports/ids.ts";
import type { Metrics } from "../ports/metrics.ts";
import type { ResetGrantMaker } from "../ports/reset-grants.ts";
import type { Sessions } from "../ports/sessions.ts";
import type { SignInSteps } from "../ports/sign-in-steps.ts";
import type { Arrival } from "./finish.ts";
import { placesOf } from "./rules/matching.ts";

interface Parts {
  readonly accounts: CountyAccounts;
  readonly sessions: Sessions;
  readonly grants: ResetGrantMaker;
  readonly steps: SignInSteps;
  readonly ids: Ids;
  readonly metrics: Metrics;
  readonly accountDomain: string;
  /** Where a person without a linked account goes on (M12). */
  readonly apply: Arrival;
}

/** What each purpose ends in. Signing in and resetting rest on a link; a county's word alone opens nothing (T35). */
export function arrivals(
  parts: Parts,
): Readonly<Record<"sign-in" | "apply" | "forgot-account" | "reset-password", Arrival>> {
  const { accounts, sessions, steps, ids, grants, metrics, accountDomain, apply } = parts;
  const nameOf = ({ accountName }: LinkedAccount) => shownAccountOf(accountName, accountDomain);

  /** M31: signed in, and told the account until 我知道了 was pressed. An account with a second factor is asked for it first (T18). */
  const signIn: Arrival = async (arrived) => {
    const { userId, client, trip, sessionCookie } = arrived;
    if (userId === undefined) return apply(arrived);
    const returnTo = trip.returnTo === undefined ? {} : { returnTo: trip.returnTo };
    const { found, minted } = await noteSignIn(userId, sessionCookie);
    if (found === undefined) return apply({ ...arrived, userId: undefined });
    const { account } = found;
    const { epoch } = account;
    if (found.outcome === "not-usable") throw notUsable(account);
    if (found.outcome === "two-factor") {
      metrics.count("SecondFactorAsked");
      const step = { id: ids.id(), userId, epoch, methods: ["fed"] as const, deviceId: ids.id() };
      return { body: { outcome: "two-factor", ...returnTo }, setCookies: [await steps.keep(step)] };
    }
    const { address, browser } = client;
    await sessions.start(minted, {
      epoch,
      client: { address, browser },
      methods: ["fed"],
      ends: found.ended,
    });
    metrics.count("CountySignIn");
    return {
      body: {
        outcome: "signed-in",
        account: nameOf(account),
        accountName: account.accountName,
        csrfToken: await sessions.csrfToken(minted.cookie),
        tell: !account.told,
        ...returnTo,
      },
      setCookies: [setCookie("session", minted.cookie)],
    };
  };

  async function noteSignIn(userId: string, sessionCookie: string | undefined) {
    const over = await sessions.mint(userId, sessionCookie);
    const found = await accounts.signIn(userId, over);
    if (found?.outcome !== "not-listed") return { found, minted: over };
    const minted = await sessions.mint(userId);
    const again = await accounts.signIn(userId, minted);
    if (again?.outcome === "not-listed") throw new Error("a new session cannot go on under another");
    return { found: again, minted };
  }

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
