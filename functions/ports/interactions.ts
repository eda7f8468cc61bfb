import type { Application } from "../contract/applications.ts";
import type { Consent } from "./consents.ts";
import type { Session } from "./sessions.ts";

/** Parameters of an authorization request (OpenID Connect Core 3.1.2.1), as the provider checked them. */
export type RequestParams = Readonly<Record<string, string | undefined>>;

/** What a person decided: the sign-in stands for `prompt=login` too, and the consent was given now. */
export interface Decided {
  /** Whose decision: it is worth nothing under another person's session. */
  readonly userId: string;
  /** In which session: in another one it is worth nothing either. */
  readonly sessionKey: string;
  readonly signedIn: boolean;
  readonly consented: boolean;
}

/** An authorization request that waits for a person, in their browser only (a sealed cookie; no row). */
export interface Interaction {
  readonly uid: string;
  readonly params: RequestParams;
  readonly prompt: { readonly name: string; readonly reasons: readonly string[] };
  /** Epoch milliseconds. A password given from then on satisfies a request that wants the sign-in again. */
  readonly startedAt: number;
  readonly expiresAt: number;
  /** The request came back after a `go-on`: another one that leads nowhere ends it. */
  readonly goneOn?: true;
  readonly outcome?: "refused" | Decided;
}

export interface Interactions {
  /** What the cookie of this id holds, or undefined: none, foreign, of another id, or past its time. */
  read(uid: string, cookie: string | undefined): Promise<Interaction | undefined>;
  /** The Set-Cookie line, or undefined when the request is too long to be kept. */
  keep(interaction: Interaction): Promise<string | undefined>;
}

/** Who is signed in in a browser, what they allowed an application, and whether they came to its legacy platform. */
export interface SessionAndConsent {
  /** One read. `cookie`: of the session. */
  find(
    cookie: string,
    application: Pick<Application, "clientId" | "legacyPlatform">,
  ): Promise<{
    readonly session: Session | undefined;
    readonly consent: Consent | undefined;
    /** False of an application that is no legacy platform. */
    readonly cameAlong: boolean;
  }>;
}
