import type { Application } from "../contract/applications.ts";
import type { SignInMethod } from "../contract/oidc.ts";
import type { Profile } from "./accounts.ts";
import type { RequestParams } from "./interactions.ts";
import type { LegacyLink } from "./legacy-accounts.ts";

/** A request to a path of `contract/oidc.ts`, with what is ours of it taken out of the headers. */
export interface ProtocolRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  /** Lower case names; no cookies, nothing of the edge. */
  readonly headers: Readonly<Record<string, string>>;
  /** As the browser sent them: `name=value`. */
  readonly cookies: readonly string[];
  readonly body: string;
  readonly client: { readonly address: string; readonly browser: string };
}

export interface ProtocolAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly setCookies: readonly string[];
}

/** Answers the protocol. Throws what is no answer of the protocol: a store that is busy or away. */
export interface OpenIdProvider {
  answer(request: ProtocolRequest): Promise<ProtocolAnswer>;
}

export type StepUp = "second-factor" | "bind-second-factor";

/** What the provider asks of our rules. All pure. */
export interface ProviderRules {
  /** Whether an application is for somebody in these roles. */
  isForPerson(application: Application, person: Pick<Profile, "enrolments">): boolean;
  /** What of a second factor is missing for this request. */
  stepUp(
    application: Application,
    params: RequestParams,
    person: { readonly methods: readonly SignInMethod[]; readonly secondFactor: boolean },
  ): StepUp | undefined;
  /** False for a request that can be satisfied by nobody: an essential `acr` that is none of ours. */
  canBeMet(claims: unknown): boolean;
  /** Scopes an application may be granted. */
  scopesOf(application: Application): readonly string[];
  /** Every claim of the person, whatever was asked: the provider picks. `now`: epoch milliseconds. */
  claimsOf(person: PersonOfClaims, now: number): Record<string, unknown>;
  /** The answer at `eduinfoPaths`, without `sub`. */
  eduinfoOf(person: Pick<Profile, "enrolments">, now: number): Record<string, unknown>;
}

export type PersonOfClaims = Pick<
  Profile,
  "accountName" | "name" | "enrolments" | "email" | "details" | "picture" | "createdAt" | "updatedAt"
> & {
  readonly personId?: string;
  /** How the person came to the application's legacy platform. */
  readonly legacy?: LegacyLink;
};

/** The few pages of the protocol itself, whole HTML documents. */
export interface ProtocolPages {
  error(language: "zh-TW" | "en", code: string): string;
  /** Something of ours is away or broken; `number` is what a person can quote. */
  busy(language: "zh-TW" | "en", number: string): string;
  /** Asks whether to sign out; the form goes to `action` with `xsrf`, and `logout=yes` for yes. */
  askSignOut(language: "zh-TW" | "en", form: { readonly action: string; readonly xsrf: string }): string;
  signedOut(language: "zh-TW" | "en"): string;
  /** The Content-Security-Policy of these pages, and of what is none of them. */
  readonly contentSecurityPolicy: string;
  readonly protocolSecurityPolicy: string;
}
