import type { Application } from "../../contract/applications.ts";
import type { Scope } from "../../contract/oidc.ts";
import type { Interaction as Shown } from "../../contract/schemas/applications.ts";
import type { Interaction, RequestParams } from "../../ports/interactions.ts";
import type { Session } from "../../ports/sessions.ts";
import { isForPerson, stepUp } from "./entry.ts";
import { askedScopes } from "./scopes.ts";

export interface Facts {
  readonly interaction: Interaction;
  readonly application: Application;
  readonly session: Pick<Session, "profile" | "methods" | "authenticatedAt"> | undefined;
  /** Scopes the person allowed the application before. */
  readonly allowed: readonly string[];
  /** The person came to the application's legacy platform before (M81, M84). */
  readonly cameAlong: boolean;
}

export interface Needs {
  readonly needs: Shown["needs"];
  /** What is asked for and not yet allowed. */
  readonly scopes: readonly Scope[];
}

/** Reasons of the library that only a sign-in since the request began takes away. */
const wantsSignInAgain = ["login_prompt", "max_age", "other_subject"];

/** A county may let somebody in without asking anything (a classroom computer): only the password of our own was given by who is there now. */
const wantsPassword = ({ prompt, max_age }: RequestParams): boolean =>
  max_age !== undefined || (prompt?.split(" ").includes("login") ?? false);

/** Whether the sign-in of a session is one that the request may take for its own. */
export const hasSignedIn = (
  { params, startedAt }: Pick<Interaction, "params" | "startedAt">,
  { authenticatedAt, methods }: Pick<Session, "authenticatedAt" | "methods">,
): boolean => authenticatedAt >= startedAt && (methods.includes("pwd") || !wantsPassword(params));

/** What a request still waits for, worked out anew each time it is looked at: the person may have signed in or allowed it meanwhile. */
export function needsOf({ interaction, application, session, allowed, cameAlong }: Facts): Needs {
  const { params, prompt } = interaction;
  const asked = askedScopes(params, application);
  const missing = asked.filter((scope) => !allowed.includes(scope));
  // RFC 8252 8.6: a native application cannot prove that it is the one, so its person is asked each time.
  const eachTime = params.prompt?.split(" ").includes("consent") || prompt.reasons.includes("native_client_prompt");
  const scopes = eachTime ? asked : missing;
  const again = prompt.reasons.some((reason) => wantsSignInAgain.includes(reason));
  if (session === undefined || (again && !hasSignedIn(interaction, session))) return { needs: "sign-in", scopes };
  if (!isForPerson(application, session.profile)) return { needs: "not-for-you", scopes };
  const factor = stepUp(application, params, {
    methods: session.methods,
    secondFactor: session.profile.secondFactor,
  });
  if (factor !== undefined) return { needs: factor, scopes };
  if (application.legacyPlatform !== undefined && !cameAlong) return { needs: "link-legacy-account", scopes };
  return { needs: eachTime || missing.length > 0 ? "consent" : "go-on", scopes };
}
