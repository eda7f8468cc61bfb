import type { Browser } from "../service/browser.ts";
import { type VirtualUser, virtualUser } from "./client.ts";
import { type FlowParts, signIn } from "./flows.ts";
import { type Flow, type LoadOptions, load, type Measured, users } from "./load.ts";
import {
  type Application,
  consentedEntry,
  type Endpoints,
  entry,
  firstEntry,
  offline,
  refresh,
  type Tokens,
  userinfo,
} from "./oidc-flows.ts";
import { peerFirstEntry, peerOffline } from "./peer-flows.ts";

export const oidcFlowNames = ["first entry", "SSO entry", "refresh", "userinfo"] as const;
type Name = (typeof oidcFlowNames)[number];
export type MeasuredOidc = Readonly<Record<Name, Measured>>;

/** What one virtual user has: a browser that is signed in, its application's server, and the newest tokens. */
interface Party {
  readonly browser: Browser;
  readonly server: Browser;
  tokens: Tokens;
}

/** One provider as the bench drives it. */
export interface Driven {
  readonly at: Endpoints;
  /** Somebody signed in who allowed the application, with a refresh token. */
  begin(browser: Browser, server: Browser, index: number): Promise<Tokens>;
  /** A whole first entry of somebody; false when nobody is left. */
  first(user: VirtualUser, server: Browser, index: number): Promise<boolean>;
  readonly application: Application;
}

/** Each flow for a while to warm up and once to measure, with the same client for whichever provider it is. */
export async function measureOidc(
  { at, begin, first, application }: Driven,
  pids: LoadOptions["pids"],
  { warmMs = 1_500, forMs = 5_000 } = {},
): Promise<MeasuredOidc> {
  const everybody = Array.from({ length: users }, (_, index) => virtualUser(at.origin, index));
  const parties: Party[] = [];
  const flow = (work: (party: Party) => Promise<void>): Flow => {
    return async (_, index) => {
      const party = parties[index];
      if (party === undefined) return false;
      await work(party);
      return true;
    };
  };
  const flows: Record<Name, Flow> = {
    "first entry": async (user, index) => first(user, parties[index]?.server ?? user.newBrowser(), index),
    "SSO entry": flow(({ browser, server }) => entry(browser, server, at, application)),
    refresh: flow(async (party) => {
      party.tokens = await refresh(party.server, at, application, party.tokens);
    }),
    userinfo: flow(({ server, tokens }) => userinfo(server, at, tokens)),
  };
  try {
    const measured = {} as Record<Name, Measured>;
    for (const name of oidcFlowNames) {
      // Anew for each: the peer's memory forgets what a thousand others came after.
      for (const [index, user] of everybody.entries()) {
        const [browser, server] = [user.newBrowser(), user.newBrowser()];
        parties[index] = { browser, server, tokens: await begin(browser, server, index) };
      }
      await load(flows[name], everybody, { forMs: warmMs, pids });
      measured[name] = await load(flows[name], everybody, { forMs, pids });
    }
    return measured;
  } finally {
    for (const user of everybody) user.leave();
  }
}

/** This service. `accounts`: those of each user. Nobody meets an application for the first time twice: there are `applications` enough. */
export function ours(
  parts: FlowParts,
  at: Endpoints,
  accounts: readonly (readonly string[])[],
  [application, ...others]: readonly [Application, ...Application[]],
): Driven {
  const done = Array.from({ length: users }, () => 0);
  return {
    at,
    application,
    async begin(browser, server, index) {
      const [account = ""] = accounts[index] ?? [];
      await signIn(parts, browser, account);
      return consentedEntry(browser, server, at, application, offline);
    },
    async first(user, server, index) {
      // Not the one that is signed in for the other flows: ten newer sessions would end it (T21).
      const [, ...own] = accounts[index] ?? [];
      const turn = done[index] ?? 0;
      const [account, other] = [own[turn % own.length], others[Math.floor(turn / own.length)]];
      if (account === undefined || other === undefined) return false;
      done[index] = turn + 1;
      await firstEntry(parts, user.newBrowser(), server, at, other, account);
      return true;
    },
  };
}

/** `oidc-provider` with its own memory adapter. */
export const peers = (at: Endpoints, application: Application): Driven => ({
  at,
  application,
  begin: (browser, server, index) => peerOffline(browser, server, at, application, `peer${index}`),
  async first(user, server, index) {
    await peerFirstEntry(user.newBrowser(), server, at, application, `peer${index}`);
    return true;
  },
});
