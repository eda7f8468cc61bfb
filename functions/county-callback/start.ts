import { Problem } from "../http/problem.ts";
import type { Action } from "../http/request.ts";
import type { CountyCookies, CountySetups } from "../ports/counties.ts";
import type { CountyProviders } from "../ports/county-providers.ts";
import type { Ids } from "../ports/ids.ts";
import { redirectUriOf } from "./rules/addresses.ts";
import type { Troubles } from "./troubles.ts";

interface Parts {
  readonly setups: CountySetups;
  readonly providers: CountyProviders;
  readonly countyCookies: CountyCookies;
  readonly troubles: Troubles;
  readonly ids: Ids;
  readonly siteOrigin: string;
}

/** Begins a round trip: state, nonce and verifier go into a sealed cookie of this browser, nothing is written (T34). */
export function start(parts: Parts): Action<"POST /api/county/start"> {
  const { setups, providers, countyCookies, troubles, ids, siteOrigin } = parts;
  return async ({ body: { county, purpose, returnTo } }) => {
    const setup = await setups.find(county);
    if (setup === undefined) throw new Problem("county-off");
    const { url, kept } = await troubles.told(county, () => providers.begin(setup, redirectUriOf(siteOrigin, county)));
    const trip = { id: ids.id(), county, purpose, kept, ...(returnTo === undefined ? {} : { returnTo }) };
    return { body: { url }, setCookies: [await countyCookies.keepTrip(trip)] };
  };
}
