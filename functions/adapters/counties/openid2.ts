import { randomBytes } from "node:crypto";
import type { Verified } from "openid";
import {
  type CountyProviders,
  type CountySetup,
  CountyTrouble,
  type TroubleKind,
} from "../../ports/county-providers.ts";
import { type BoundedFetch, mayBeAsked } from "./bounded-fetch.ts";
import { type Assertion, type OpenId2Profile, openId2, readAnswer, refuse } from "./openid2-answer.ts";
import { attributesOf } from "./openid2-attributes.ts";
import { readableConfirmation, readableDiscovery } from "./openid2-documents.ts";
import { askLibrary, type LibraryCall } from "./openid2-library.ts";

/**
 * Counties that still run OpenID 2.0 (`openid-authentication-2_0`), without associations: the county itself confirms each answer
 * (§11.4.2). Every failure is a CountyTrouble. The response nonce comes back as `<county>#<nonce>`, for the caller to spend once:
 * the library remembers nonces of its own process only.
 */
export function openid2({ fetch }: { fetch: BoundedFetch }): CountyProviders {
  return {
    async begin(setup, redirectUri) {
      const profile = profileOf(setup);
      const state = randomBytes(32).toString("base64url");
      const returnTo = new URL(redirectUri);
      returnTo.searchParams.set("state", state);
      const url = await askLibrary<string>({ get: discovery(setup, profile) }, (library, done) => {
        const { AttributeExchange, SimpleRegistration, RelyingParty } = library;
        const types = Object.values(profile.attributes);
        const extensions = [
          ...(types.length > 0 ? [new AttributeExchange(required(types))] : []),
          ...(profile.sreg.length > 0 ? [new SimpleRegistration(required(profile.sreg))] : []),
        ];
        const party = new RelyingParty(returnTo.href, returnTo.origin, true, true, extensions);
        party.authenticate(profile.identifier, false, done);
      }).catch((error) => {
        throw asTrouble(error, "down", "discovery");
      });
      checkWayOut(url, profile);
      return { url, kept: { state, returnTo: returnTo.href } };
    },

    async finish(setup, kept, answer) {
      const profile = profileOf(setup);
      // The library's clock: it looks at the nonce's time too.
      const assertion = readAnswer(profile, kept, answer, Date.now());
      const told = attributesOf(profile, assertion);
      await confirm(setup, profile, kept.returnTo ?? "", assertion);
      return { subject: assertion.subject, told, nonce: `${profile.id}#${assertion.nonce}` };
    },
  };

  /** Identifier, and at most the one document it points to, at the county's own hosts. */
  function discovery(setup: CountySetup, { identifier, endpoint }: OpenId2Profile) {
    const hosts = [identifier, endpoint].map((address) => new URL(address).origin);
    const asked = new Set<string>();
    return async (address: string) => {
      if (!URL.canParse(address) || !hosts.includes(new URL(address).origin)) refuse("elsewhere");
      // Asked again, the library has not found anything and begins to guess.
      if (asked.has(address) || asked.size === 2) throw new CountyTrouble("down", "discovery");
      asked.add(address);
      const accept = "application/xrds+xml, text/html;q=0.5";
      return readableDiscovery(await fetch(address, { method: "GET", headers: { accept } }, setup.test));
    };
  }

  /** §11.4.2: asks the county's endpoint of the configuration, and no other address, whether the assertion is its own. */
  async function confirm(setup: CountySetup, profile: OpenId2Profile, returnTo: string, assertion: Assertion) {
    const { endpoint, claimedIdPrefix } = profile;
    const fields = new URLSearchParams([...assertion.fields].map(([name, value]) => [`openid.${name}`, value]));
    const call: LibraryCall = {
      // Wherever the library would go.
      post: async (_address, body) => readableConfirmation(await fetch(endpoint, { method: "POST", body }, setup.test)),
      provider: (claimedId) => (claimedId.startsWith(claimedIdPrefix) ? { version: openId2, endpoint } : undefined),
    };
    const verified = await askLibrary<Verified>(call, ({ RelyingParty }, done) => {
      // No extensions: attributes are read from signed fields only, which the library does not mind.
      const party = new RelyingParty(returnTo, new URL(returnTo).origin, true, true, []);
      party.verifyAssertion(`${returnTo.split("?", 1)[0]}?${fields}`, done);
    }).catch((error) => {
      throw asTrouble(error, "refused", refusals[(error as Error).message] ?? "assertion");
    });
    if (verified.authenticated !== true || verified.claimedIdentifier !== assertion.claimedId) refuse("assertion");
  }
}

/** What the library says, and our word for it. */
const refusals: Readonly<Record<string, string>> = {
  "Invalid signature": "signature",
  "Invalid or replayed nonce": "replayed",
};

/** Without a cause: what the library throws may name what a stranger sent. */
const asTrouble = (error: unknown, kind: TroubleKind, reason: string): CountyTrouble =>
  error instanceof CountyTrouble ? error : new CountyTrouble(kind, reason);

const required = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, "required" as const]));

function profileOf({ profile, test }: CountySetup): OpenId2Profile {
  if (profile.protocol !== "openid2") throw new CountyTrouble("refused", "protocol");
  const { identifier, endpoint } = profile;
  const askable = [identifier, endpoint].every((address) => mayBeAsked(address, test));
  if (!askable) throw new CountyTrouble("down", "not-https");
  return profile;
}

/** The person goes to the configured endpoint, to say there who they are (§9.1), and nowhere that a document named. */
function checkWayOut(url: string, profile: OpenId2Profile): void {
  if (!URL.canParse(url)) refuse("endpoint");
  const way = new URL(url);
  const asksWho = way.searchParams.get("openid.claimed_id") === `${openId2}/identifier_select`;
  if (!asksWho || way.searchParams.get("openid.ns") !== openId2) refuse("version");
  for (const name of [...way.searchParams.keys()]) if (name.startsWith("openid.")) way.searchParams.delete(name);
  const endpoint = new URL(profile.endpoint);
  // Both written by the same hand: the library writes an endpoint's own query its own way.
  endpoint.search = endpoint.searchParams.toString();
  if (way.href !== endpoint.href) refuse("endpoint");
}
