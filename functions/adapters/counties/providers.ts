import type { CountyProfile } from "../../contract/counties.ts";
import type { Policy } from "../../contract/policy.ts";
import type { Clock } from "../../ports/clock.ts";
import type { CountyProviders } from "../../ports/county-providers.ts";
import { loadedLater } from "../loaded-later.ts";
import { boundedFetch } from "./bounded-fetch.ts";

/** The protocols, each loaded with its library when a county that speaks it is first asked: none is in the cold start. */
export function countyProviders({
  clock,
  policy,
}: {
  readonly clock: Clock;
  readonly policy: Policy;
}): CountyProviders {
  const { patience, largestAnswer } = policy.county;
  const parts = { clock, policy, fetch: boundedFetch({ patience, largest: largestAnswer }) };
  const later = (load: () => Promise<CountyProviders>) => loadedLater<CountyProviders>(["begin", "finish"], load);
  const speaking = {
    oidc: later(async () => (await import("./oidc.ts")).oidc(parts)),
    oauth2: later(async () => (await import("./oauth2.ts")).oauth2(parts)),
    openid2: later(async () => (await import("./openid2.ts")).openid2(parts)),
  } satisfies Record<CountyProfile["protocol"], CountyProviders>;

  return {
    begin: (setup, redirectUri) => speaking[setup.profile.protocol].begin(setup, redirectUri),
    finish: (setup, kept, answer) => speaking[setup.profile.protocol].finish(setup, kept, answer),
  };
}
