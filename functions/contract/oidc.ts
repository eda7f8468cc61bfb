/**
 * The OpenID provider for connected applications. Paths, scopes and answers are shaped as those of the real central provider, so that an
 * application written for it works here by changing the issuer, which is the site's origin.
 */
export const oidcPaths = {
  authorization: "/oidc/v1/azp",
  token: "/oidc/v1/token",
  userinfo: "/oidc/v1/userinfo",
  jwks: "/oidc/v1/jwksets",
  end_session: "/oidc/v1/userlogout",
  revocation: "/oidc/v1/revoke",
} as const;

/** The education record of who signed in, with an access token that has the scope `eduinfo`. */
export const eduinfoPaths = ["/moeresource/api/v1/oidc/eduinfo", "/moeresource/api/v2/oidc/eduinfo"] as const;

/** What the gateway gives to the provider as it is: no JSON body, any query, other sites may send the browser here. */
export const oidcRoutes = [
  "GET /.well-known/openid-configuration",
  "GET /.well-known/oauth-authorization-server",
  "GET /oidc/{path+}",
  "POST /oidc/{path+}",
  "OPTIONS /oidc/{path+}",
  "GET /moeresource/{path+}",
] as const;

export const scopes = [
  "openid",
  "profile",
  "email",
  "openid2",
  "eduinfo",
  "personid",
  "legacy",
  "offline_access",
] as const;
export type Scope = (typeof scopes)[number];

export const claimsByScope = {
  openid: ["sub"],
  profile: ["name", "preferred_username", "nickname", "gender", "picture", "updated_at"],
  email: ["email", "email_verified"],
  openid2: ["openid2_id"],
  eduinfo: ["schoolid", "titles", "classinfo"],
  /** M86: the ID number of a teacher, to a flagged application only. */
  personid: ["personid"],
  /** Of a legacy platform: who the person was there (M82), or what they told it (M83). The application may give the first another name. */
  legacy: ["legacy_account", "legacy_profile"],
  offline_access: [],
} as const satisfies Record<Scope, readonly string[]>;

export const claimsOfScopes = (asked: readonly Scope[]): string[] =>
  asked.flatMap((scope) => [...claimsByScope[scope]]);

/** Names of claims that mean something already: ours, those of OpenID Connect Core 5.1 and those that say what a token is. */
const claimNames: ReadonlySet<string> = new Set([
  ...Object.values(claimsByScope).flat(),
  ...["given_name", "family_name", "middle_name", "profile", "website", "birthdate", "zoneinfo", "locale", "address"],
  ...["phone_number", "phone_number_verified", "acr", "amr", "auth_time", "azp", "nonce", "sid", "sub_id", "events"],
  ...["iss", "aud", "exp", "iat", "nbf", "jti", "at_hash", "c_hash", "s_hash", "scope", "client_id", "cnf", "act"],
]);
export const isClaimName = (name: string): boolean => claimNames.has(name);

/** How a person signed in. `amr` has RFC 8176's words, and `fed` for a county's account. */
export const acrValues = {
  oneFactor: "urn:educloud-account:acr:one-factor",
  twoFactors: "urn:educloud-account:acr:two-factors",
} as const;
export type SignInMethod = "pwd" | "otp" | "fed";

/** OpenID Connect's claim `acr` of a sign-in by these methods. */
export const acrOf = (methods: readonly SignInMethod[]): string =>
  methods.includes("otp") ? acrValues.twoFactors : acrValues.oneFactor;
