import type { CountyAccount, SampleCounty } from "../accounts.ts";

/** What a resource tells with an access token, and the scope the token must have, if any. */
export interface CountyResource {
  readonly scope?: string;
  tell(account: CountyAccount): object;
}

/** One county as data: what distinguishes the three that are built on oidc-provider. */
export interface OidcCounty {
  readonly county: SampleCounty;
  readonly title: string;
  readonly paths: {
    readonly authorization: string;
    readonly token: string;
    readonly userinfo?: string;
    readonly jwks?: string;
  };
  readonly clientAuthentication: "client_secret_basic" | "client_secret_post";
  /** Claims by the scope that asks for them. None: OAuth 2 without OpenID Connect, no ID token and no discovery. */
  readonly claims?: Readonly<Record<string, readonly string[]>>;
  /** Scopes without claims. */
  readonly scopes: readonly string[];
  subjectOf(account: CountyAccount): string;
  claimsOf(account: CountyAccount): Readonly<Record<string, unknown>>;
  readonly resources: Readonly<Record<string, CountyResource>>;
  /** What the site has to know of it besides the client, given its origin. */
  configuration(origin: string): Readonly<Record<string, unknown>>;
}
