import type { CountyProfile } from "../../contract/counties.ts";
import { CountyTrouble, type Kept } from "../../ports/county-providers.ts";

export type OpenId2Profile = Extract<CountyProfile, { protocol: "openid2" }>;

export const openId2 = "http://specs.openid.net/auth/2.0";

/** A positive assertion, whole and to the point, but not yet confirmed by the county. */
export interface Assertion {
  /** The fields without their `openid.`. */
  readonly fields: ReadonlyMap<string, string>;
  /** Names of the fields that the signature covers. */
  readonly signed: ReadonlySet<string>;
  readonly claimedId: string;
  readonly subject: string;
  readonly nonce: string;
}

export const refuse = (reason: string): never => {
  throw new CountyTrouble("refused", reason);
};

/**
 * All that can be said of an answer without asking anybody (OpenID 2.0 §10, §11.1–§11.3). `now` is epoch milliseconds.
 * @throws CountyTrouble `cancelled` when the person said no, else `refused`
 */
export function readAnswer(profile: OpenId2Profile, kept: Kept, answer: URL, now: number): Assertion {
  const given = onlyOnce(answer.searchParams);
  const { state, returnTo } = kept;
  if (!state || !returnTo || given.get("state") !== state) refuse("state");
  const fields = openIdFields(given);
  positive(fields.get("mode"));
  if (fields.get("ns") !== openId2) refuse("version");
  if (fields.get("return_to") !== returnTo || !cameTo(answer, given, returnTo as string)) refuse("return-to");
  if (fields.get("op_endpoint") !== profile.endpoint) refuse("endpoint");
  const signed = signedFields(fields);
  return {
    fields,
    signed,
    ...claimOf(profile, fields),
    nonce: freshNonce(fields.get("response_nonce") ?? "", now),
  };
}

/** More than any county sends; the library's own reader stops at a thousand. */
const mostFields = 200;

/** Of a parameter given twice, we might read one and the county the other. */
function onlyOnce(query: URLSearchParams): ReadonlyMap<string, string> {
  const given = new Map(query);
  if (given.size !== query.size) refuse("duplicate");
  if (given.size > mostFields) refuse("malformed");
  return given;
}

/**
 * What is signed is lines of `name:value` (§4.1.1): a colon in a name or a line's end in a value could be moved from one field into
 * another without the signature noticing.
 */
function openIdFields(given: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const [name, value] of given) {
    if (!name.startsWith("openid.")) continue;
    if (!/^openid(\.[\w-]+)+$/.test(name) || /[\0\r\n]/.test(value)) refuse("malformed");
    fields.set(name.slice("openid.".length), value);
  }
  return fields;
}

function positive(mode: string | undefined): void {
  if (mode === "cancel") throw new CountyTrouble("cancelled", "cancelled");
  if (mode === "error") refuse("provider-error");
  if (mode === "setup_needed") refuse("setup-needed");
  if (mode !== "id_res") refuse("mode");
}

/** §11.1: scheme, host and path, and every query parameter of the return_to. */
function cameTo(answer: URL, given: ReadonlyMap<string, string>, returnTo: string): boolean {
  const expected = new URL(returnTo);
  return (
    answer.origin === expected.origin &&
    answer.pathname === expected.pathname &&
    [...expected.searchParams].every(([name, value]) => given.get(name) === value)
  );
}

const alwaysSigned = ["op_endpoint", "claimed_id", "identity", "return_to", "response_nonce", "assoc_handle"];

/** §10.1: the list of what is signed, with nothing in it that is not there. */
function signedFields(fields: ReadonlyMap<string, string>): ReadonlySet<string> {
  const list = (fields.get("signed") ?? "").split(",");
  const signed = new Set(list);
  const whole = signed.size === list.length && list.every((name) => fields.has(name));
  if (!whole || !fields.get("sig")) refuse("malformed");
  if (!alwaysSigned.every((name) => signed.has(name))) refuse("unsigned");
  return signed;
}

/** One segment of a path: no separator, query or fragment, bare or percent-encoded, and no way up or round. */
const oneSegment = /^(?!\.$|.*\.\.)(?:[\w.~@+!$&'()*,;=:-]|%(?!2[ef]|5c|[01]|7f|23|25|3f)[\da-f]{2}){1,255}$/i;

/**
 * Whose id it is. Nobody is asked what the claimed id itself says of its provider: one that begins with the county's prefix is the
 * county's, by configuration. For the same reason no other identity may speak for it (delegation needs that discovery, §7.3.2.3).
 */
function claimOf(profile: OpenId2Profile, fields: ReadonlyMap<string, string>) {
  const claimedId = fields.get("claimed_id") ?? "";
  const subject = claimedId.slice(profile.claimedIdPrefix.length);
  if (!claimedId.startsWith(profile.claimedIdPrefix) || !oneSegment.test(subject)) {
    refuse("claimed-id");
  }
  if (fields.get("identity") !== claimedId) refuse("identity");
  return { claimedId, subject };
}

/** §11.3. Five minutes is what the library takes too. */
const nonceLasts = 5 * 60_000;

function freshNonce(nonce: string, now: number): string {
  const time = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)[\x21-\x7e]{0,235}$/.exec(nonce)?.[1];
  const at = Date.parse(time ?? "");
  if (Number.isNaN(at)) refuse("nonce");
  if (Math.abs(now - at) > nonceLasts) refuse("nonce-time");
  return nonce;
}
