import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Policy } from "../contract/policy.ts";
import { interactionCookie } from "../http/cookies.ts";
import type { Clock } from "../ports/clock.ts";
import type { Interaction, Interactions } from "../ports/interactions.ts";
import type { Keys } from "../ports/keys.ts";

/**
 * Any page may send a browser here with requests that wait, and API Gateway takes 10,240 bytes of address and headers in all, so no more
 * than about 6,000 may be cookies: 3,600 for all that wait together, 1,200 for a sign-out, the others.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html
 */
export const mostWaiting = 3_600;

/** Of one; what the person decided is added later and must not make it too long. */
const longest = 2_400;
const decided = 200;

/** Interactions in sealed cookies, each its own, so that two tabs do not meet. They end by the clock, whatever the browser keeps. */
export function sealedInteractions(parts: { keys: Keys; clock: Clock; policy: Policy }): Interactions {
  const { keys, clock, policy } = parts;
  return {
    async read(uid, cookie) {
      const packed = cookie === undefined ? undefined : await keys.unseal("interaction", cookie);
      if (typeof packed !== "string") return undefined;
      const interaction = JSON.parse(inflateRawSync(Buffer.from(packed, "base64")).toString()) as Interaction;
      return interaction.uid === uid && clock.now() < interaction.expiresAt ? interaction : undefined;
    },
    async keep(interaction) {
      const packed = deflateRawSync(JSON.stringify(interaction)).toString("base64");
      const sealed = await keys.seal("interaction", packed);
      return sealed.length > longest + (interaction.outcome === undefined ? 0 : decided)
        ? undefined
        : interactionCookie(interaction.uid, sealed, policy.oidc.interaction);
    },
  };
}
