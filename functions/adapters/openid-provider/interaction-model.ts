import { type AdapterPayload, errors } from "oidc-provider";
import { acrOf, oidcPaths } from "../../contract/oidc.ts";
import { interactionCookie } from "../../http/cookies.ts";
import type { Interaction } from "../../ports/interactions.ts";
import type { Session } from "../../ports/sessions.ts";
import { mostWaiting } from "../interactions.ts";
import type { Model } from "./models.ts";
import type { ProviderParts } from "./parts.ts";
import { type RequestScope, say, theScope } from "./request-scope.ts";
import { theSession } from "./session-model.ts";

/** Waiting requests of one browser; the oldest goes. */
const most = 3;

/** A request that waits for its person, in a sealed cookie of its own (no read, no write, bound to the browser by nature). */
export function interactionModel(parts: ProviderParts): Model {
  const { interactions, sessions, clock, policy, issuer } = parts;
  return {
    async find(uid) {
      const scope = theScope();
      const interaction = await interactions.read(uid, scope.interactions.get(uid));
      if (interaction === undefined) return undefined;
      scope.resumed = interaction;
      const { params, prompt, startedAt, expiresAt } = interaction;
      return {
        jti: uid,
        iat: Math.floor(startedAt / 1_000),
        exp: Math.ceil(expiresAt / 1_000),
        returnTo: `${issuer}${oidcPaths.authorization}/${uid}`,
        params,
        prompt,
        result: resultOf(interaction, await theSession(sessions, scope)),
      } as AdapterPayload;
    },

    async upsert(uid, { params, prompt }) {
      const scope = theScope();
      const goneOn = isGoOn(scope.resumed);
      // What posts itself may not go round for ever.
      if (goneOn && scope.resumed?.goneOn) throw new errors.InteractionRequired("what is wanted cannot be had");
      const startedAt = clock.now();
      const interaction: Interaction = {
        uid,
        params: params as Interaction["params"],
        prompt: { name: prompt?.name ?? "", reasons: prompt?.reasons ?? [] },
        startedAt,
        expiresAt: startedAt + policy.oidc.interaction * 1_000,
        ...(goneOn ? { goneOn } : {}),
      };
      const line = await interactions.keep(interaction);
      if (line === undefined) throw new errors.InvalidRequest("request too long");
      await forgetOldest(scope, line.indexOf(";"));
      say(scope, line);
    },

    async destroy(uid) {
      say(theScope(), interactionCookie(uid, "", 0));
    },
  };

  /** Makes room for one more, of so many bytes. */
  async function forgetOldest(scope: RequestScope, bytes: number): Promise<void> {
    const read = await Promise.all(
      [...scope.interactions].map(async ([uid, cookie]) => ({
        uid,
        size: interactionCookie(uid, cookie, 0).indexOf(";"),
        at: (await interactions.read(uid, cookie))?.startedAt ?? 0,
      })),
    );
    let [count, left] = [read.length, read.reduce((sum, { size }) => sum + size, bytes)];
    for (const { uid, size } of read.toSorted((one, other) => one.at - other.at)) {
      if (count < most && left <= mostWaiting) return;
      say(scope, interactionCookie(uid, "", 0));
      count -= 1;
      left -= size;
    }
  }
}

/** Whether nothing was missing when it was decided, so that the page sent it on by itself. */
const isGoOn = (interaction: Interaction | undefined): boolean =>
  typeof interaction?.outcome === "object" && !interaction.outcome.consented;

/** What was decided, as the library puts it. A decision under another session is none. */
function resultOf({ outcome }: Interaction, session: Session | undefined) {
  if (outcome === undefined) return undefined;
  if (outcome === "refused") return { error: "access_denied", error_description: "the person refused" };
  if (session?.userId !== outcome.userId || session.sessionKey !== outcome.sessionKey) return {};
  const { userId, methods, authenticatedAt } = session;
  return {
    ...(outcome.signedIn
      ? {
          login: {
            accountId: userId,
            ts: Math.floor(authenticatedAt / 1_000),
            amr: [...methods],
            acr: acrOf(methods),
          },
        }
      : {}),
    ...(outcome.consented ? { consent: {} } : {}),
  };
}
