import { deflateRawSync, inflateRawSync } from "node:zlib";
import { type AdapterPayload, errors, Provider } from "oidc-provider";
import { acrOf } from "../../contract/oidc.ts";
import { clearCookie, ofThePerson, setCookie } from "../../http/cookies.ts";
import type { Session } from "../../ports/sessions.ts";
import type { Model } from "./models.ts";
import type { ProviderParts } from "./parts.ts";
import { type RequestScope, say, theScope } from "./request-scope.ts";

/** The only id the library ever has of a session: the real one stays in our cookie. */
export const sessionId = "current";

/** What the library keeps of a sign-out until the person confirms it, in a sealed cookie of a few minutes. */
interface SignOut {
  readonly state: unknown;
  /** Whose sign-out it is: the session's key, or nothing when nobody is signed in. */
  readonly sessionKey?: string;
  readonly until: number;
}

/** The cookie's part of what a browser may be made to send with every request: see `mostWaiting` in interactions.ts. */
const longest = 1_200;

/** Our session is the library's login (T21): found by our cookie, and nothing of its own is ever stored. */
export function sessionModel({ sessions, keys, clock, policy }: ProviderParts): Model {
  return {
    async find() {
      const scope = theScope();
      const session = await theSession(sessions, scope);
      const state = await signOutOf(scope, session);
      if (session === undefined && state === undefined) return undefined;
      return {
        jti: sessionId,
        // Seconds. It ends by our own clock, at each request anew.
        iat: Math.floor((session?.startedAt ?? clock.now()) / 1_000),
        exp: Math.floor(clock.now() / 1_000) + policy.session.absolute,
        ...(state === undefined ? {} : { state }),
        ...(session === undefined
          ? {}
          : {
              uid: session.sessionKey,
              accountId: session.userId,
              loginTs: Math.floor(session.authenticatedAt / 1_000),
              amr: [...session.methods],
              acr: acrOf(session.methods),
            }),
      } as AdapterPayload;
    },

    async upsert(_, { state }) {
      const scope = theScope();
      if (state === undefined) {
        if (scope.cookies.logout !== undefined) say(scope, clearCookie("logout"));
        return;
      }
      const session = await theSession(sessions, scope);
      const until = clock.now() + policy.oidc.interaction * 1_000;
      const signOut: SignOut = { state, until, ...(session === undefined ? {} : { sessionKey: session.sessionKey }) };
      const packed = deflateRawSync(JSON.stringify(signOut)).toString("base64");
      const sealed = await keys.seal("interaction", { signOut: packed });
      // The library has not answered yet: the application's state is too long for what the person would be asked.
      if (sealed.length > longest) throw new errors.InvalidRequest("request too long");
      say(scope, setCookie("logout", sealed, policy.oidc.interaction));
    },

    async destroy() {
      // Also called for a new id of the same session, which is nothing here: only who confirmed is signed out.
      const { route, params } = Provider.ctx?.oidc ?? {};
      if (route !== "end_session_confirm" || !params?.logout) return;
      const scope = theScope();
      for (const name of ofThePerson) say(scope, clearCookie(name));
      if (scope.cookies.session !== undefined) await sessions.end(scope.cookies.session);
    },
  };

  async function signOutOf({ cookies }: RequestScope, session: Session | undefined): Promise<unknown> {
    if (cookies.logout === undefined) return undefined;
    const { signOut: packed } = ((await keys.unseal("interaction", cookies.logout)) ?? {}) as { signOut?: string };
    if (packed === undefined) return undefined;
    const signOut = JSON.parse(inflateRawSync(Buffer.from(packed, "base64")).toString()) as SignOut;
    if (clock.now() >= signOut.until) return undefined;
    return signOut.sessionKey === session?.sessionKey ? signOut.state : undefined;
  }
}

/** The live session of the request's browser, looked for once. */
export function theSession(sessions: ProviderParts["sessions"], scope: RequestScope): Promise<Session | undefined> {
  const { session: cookie } = scope.cookies;
  scope.session ??= cookie === undefined ? Promise.resolve(undefined) : sessions.find(cookie);
  return scope.session;
}
