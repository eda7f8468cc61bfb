import * as z from "zod/mini";
import { findForbiddenCharacter } from "../person/text.ts";
import { type LegacyPlatform, legacyPlatform } from "./legacy.ts";
import { claimsOfScopes, isClaimName, type Scope, scopes } from "./oidc.ts";
import { address } from "./schemas/address.ts";
import { filled, role } from "./schemas/parts.ts";

/** One line without the characters that pass for others (T24, T28). */
const line = (most: number) => filled(most).check(z.refine((text) => findForbiddenCharacter(text) === undefined));
/** What a person reads of an application, in both languages. */
const words = z.strictObject({ "zh-TW": line(200), en: line(200) });

const clientIdShape = /^[a-z][a-z0-9-]{2,39}$/;

/** False of what no application can be called: it is looked up nowhere. */
export const isClientId = (text: string): boolean => clientIdShape.test(text);

/**
 * A connected application (介接應用服務) as data: what a file of `npm run application -- add` holds. Names follow OpenID Connect
 * Registration where it has one; a reason is what a person reads before the claims of a scope are given away (M60, "beyond" 6).
 */
export const applicationFile = z.strictObject({
  /** Never in the form of a user id or a subject (RFC 9700 4.15). */
  clientId: z.string().check(z.regex(clientIdShape)),
  name: words,
  owner: z.strictObject({ name: line(100), contact: line(200) }),
  redirectUris: z.array(address).check(z.minLength(1), z.maxLength(20)),
  postLogoutRedirectUris: z._default(z.array(address).check(z.maxLength(20)), []),
  /** Told when a person signs out (OpenID Connect Back-Channel Logout 1.0). */
  backchannelLogoutUri: z.optional(address),
  /** Scope and why it is asked for; `openid` needs no reason. */
  scopes: z.partialRecord(z.enum(scopes), words),
  /** Who may use it; left out, everybody. */
  roles: z.optional(z.array(role).check(z.minLength(1))),
  /** 介接應用服務: where its entry leads. Left out, it has none. */
  launcher: z.optional(z.strictObject({ address, description: words })),
  /** A picture as a data address, PNG or WebP of at most 20 KB. */
  logo: z.optional(z.string().check(z.maxLength(28_000), z.regex(/^data:image\/(png|webp);base64,[A-Za-z0-9+/=]+$/))),
  /** `public`: the same subject everywhere, for applications that must recognise a person together. */
  subject: z._default(z.enum(["pairwise", "public"]), "pairwise"),
  tokenEndpointAuthMethod: z._default(
    z.enum(["client_secret_basic", "client_secret_post", "none"]),
    "client_secret_basic",
  ),
  idTokenAlg: z._default(z.enum(["RS256", "ES256"]), "RS256"),
  /** C9: only for old confidential applications that cannot do PKCE. */
  requirePkce: z._default(z.boolean(), true),
  requireSecondFactor: z._default(z.boolean(), false),
  /** M86: without it the scope `personid` is refused even if it is listed. */
  mayHavePersonId: z._default(z.boolean(), false),
  /** M80–M86: its people have accounts there from before. */
  legacyPlatform: z.optional(legacyPlatform),
});
export type ApplicationFile = z.input<typeof applicationFile>;
export type Application = z.output<typeof applicationFile>;

/** What is wrong with an application beyond the shape of its fields, a sentence each; empty when it is fine. */
export function troublesOf(application: Application): string[] {
  const { scopes: asked, mayHavePersonId, tokenEndpointAuthMethod, requirePkce, subject, redirectUris } = application;
  const { legacyPlatform: platform } = application;
  const hosts = new Set(redirectUris.map((uri) => new URL(uri).host));
  return [
    ...("openid" in asked ? [] : ["scopes: openid is missing"]),
    ...(asked.personid && !mayHavePersonId
      ? ["scopes: personid needs mayHavePersonId, which is for an operator to grant"]
      : []),
    ...(tokenEndpointAuthMethod === "none" && !requirePkce
      ? ["requirePkce: an application without a secret must use PKCE"]
      : []),
    ...(subject === "pairwise" && hosts.size > 1
      ? ["redirectUris: a pairwise subject needs all of them on one host; register an application for each host"]
      : []),
    ...(asked.legacy && platform === undefined
      ? ["scopes: legacy is of legacy platforms only; without legacyPlatform there is nothing to tell"]
      : []),
    ...(platform === undefined ? [] : troublesOfPlatform(platform, asked.legacy !== undefined)),
  ];
}

function troublesOfPlatform({ hashes, signInEnds, linkingEnds, claim }: LegacyPlatform, asksLegacy: boolean): string[] {
  return [
    ...(asksLegacy ? [] : ["legacyPlatform: the scope legacy is missing, by which it learns who came along"]),
    ...(new Set(hashes).size < hashes.length ? ["legacyPlatform.hashes: a format stands there twice"] : []),
    ...(linkingEnds !== undefined && Date.parse(linkingEnds) <= Date.parse(signInEnds)
      ? ["legacyPlatform.linkingEnds: must be later than signInEnds, since people join when the old sign-in has ended"]
      : []),
    ...(claim !== "legacy_account" && isClaimName(claim)
      ? ["legacyPlatform.claim: the name of another claim; take one of your own"]
      : []),
  ];
}

/** A sentence for each field with an address at the service itself: nothing there waits for codes, and an entry there would pass for a part of it. */
export function ownAddressesOf(application: Application, siteOrigin: string): string[] {
  const {
    redirectUris,
    postLogoutRedirectUris,
    backchannelLogoutUri,
    launcher,
    legacyPlatform: platform,
  } = application;
  const own = new URL(siteOrigin).origin;
  const all = Object.entries({
    redirectUris,
    postLogoutRedirectUris,
    backchannelLogoutUri: backchannelLogoutUri === undefined ? [] : [backchannelLogoutUri],
    launcher: launcher === undefined ? [] : [launcher.address],
    "legacyPlatform.eventsUri": platform?.eventsUri === undefined ? [] : [platform.eventsUri],
  });
  return all
    .filter(([, addresses]) => addresses.some((uri) => new URL(uri).origin === own))
    .map(([field]) => `${field}: an address of this service itself`);
}

/** The claims an application can ever be given. */
export const claimsOf = ({ scopes: asked }: Pick<Application, "scopes">): string[] =>
  claimsOfScopes(Object.keys(asked) as Scope[]);
