import { boundedFetch } from "../adapters/counties/bounded-fetch.ts";
import { countyProviders } from "../adapters/counties/providers.ts";
import { setupOf } from "../adapters/counties/setup-of.ts";
import { systemClock } from "../adapters/system.ts";
import type { CountyId, CountyProfile } from "../contract/counties.ts";
import { policies } from "../contract/policy.ts";
import {
  type CountyFacts,
  type CountySetup,
  CountyTrouble,
  type Kept,
  type TroubleKind,
} from "../ports/county-providers.ts";
import { personDigest } from "../ports/person-key.ts";
import { profileOf } from "./counties/counties.ts";
import { identityOf, type ReadIdentity } from "./rules/identity.ts";

export type { CountyFacts, CountySetup, Kept, ReadIdentity };

/** What was asked of a county, or why it could not be had: `reason` is a stable word. */
export type Tried<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly kind: TroubleKind; readonly reason: string };

/** What the contract test of a county needs of this service: the very parts that people sign in with. */
export interface CountyContract {
  readonly profile: CountyProfile;
  /** The profile with what is configured over it; undefined when switched off, a stable word when it cannot be used. */
  setupOf(configuration: unknown): CountySetup | string | undefined;
  /** A GET, in the same time and size as every other of this service. */
  ask(
    address: string,
    accept: string,
    test: boolean,
  ): Promise<Tried<{ readonly status: number; readonly body: string }>>;
  begin(setup: CountySetup, redirectUri: string): Promise<Tried<{ readonly url: string; readonly kept: Kept }>>;
  finish(setup: CountySetup, kept: Kept, answer: URL): Promise<Tried<CountyFacts>>;
  identityOf(setup: CountySetup, facts: CountyFacts): ReadIdentity;
}

/** Joins the county's profile, protocol and mapping for `npm run county`, as handler.ts does for a Lambda. */
export function countyContract(county: CountyId): CountyContract {
  const profile = profileOf(county);
  const policy = policies.seed;
  const providers = countyProviders({ clock: systemClock, policy });
  const fetch = boundedFetch({ patience: policy.county.patience, largest: policy.county.largestAnswer });
  return {
    profile,
    setupOf: (configuration) => setupOf(profile, configuration),
    ask: (address, accept, test) =>
      tried(async () => {
        const answer = await fetch(address, { method: "GET", headers: { accept } }, test);
        return { status: answer.status, body: await answer.text() };
      }),
    begin: (setup, redirectUri) => tried(() => providers.begin(setup, redirectUri)),
    finish: (setup, kept, answer) => tried(() => providers.finish(setup, kept, answer)),
    identityOf: (setup, facts) => identityOf(setup.profile, facts, personDigest),
  };
}

async function tried<T>(ask: () => Promise<T>): Promise<Tried<T>> {
  try {
    return { ok: true, value: await ask() };
  } catch (error) {
    if (!(error instanceof CountyTrouble)) throw error;
    return { ok: false, kind: error.kind, reason: error.reason };
  }
}
