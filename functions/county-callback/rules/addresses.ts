import { type CountyId, countyId } from "../../contract/counties.ts";

/** Each county has a path of its own: an answer of one never passes for another's (T33). */
export const redirectUriOf = (siteOrigin: string, county: CountyId): string =>
  `${siteOrigin}/api/county/${county}/callback`;

/** The page that takes a county's answer over. In the fragment, which no server and no log sees. */
export function callbackPageOf(county: string | undefined, answer: string): string | undefined {
  const known = countyId.safeParse(county);
  // A header line holds visible ASCII; anything else was not sent by a county.
  if (!known.success || !/^[\x21-\x7e]*$/.test(answer)) return undefined;
  return `/sign-in/county/callback#county=${known.data}&${answer.replaceAll("#", "%23")}`;
}
