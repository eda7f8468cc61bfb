import type { Policy } from "../contract/policy.ts";
import { setCookie } from "../http/cookies.ts";
import type { Clock } from "../ports/clock.ts";
import type { Keys } from "../ports/keys.ts";
import type { PublicRegistrationTokens } from "../ports/public-registrations.ts";

interface Sealed {
  readonly flowId: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

interface TokenParts {
  readonly keys: Keys;
  readonly clock: Clock;
  readonly policy: Policy;
  /** `https://…`, without a path. */
  readonly siteOrigin: string;
}

/** Sealed, each for its own purpose: what a browser holds opens no mailed link. The link's token stands behind `#`, which goes to no server (T22). */
export function publicRegistrationTokens({ keys, clock, policy, siteOrigin }: TokenParts): PublicRegistrationTokens {
  return {
    async cookie(flowId) {
      const expiresAt = clock.now() + policy.publicRegistration.life * 1_000;
      return setCookie("public", await keys.seal("public-cookie", { flowId, expiresAt } satisfies Sealed));
    },
    read: async (cookie) => (cookie === undefined ? undefined : live(await keys.unseal("public-cookie", cookie))),
    async link({ flowId, expiresAt }) {
      const token = await keys.seal("activation-link", { flowId, expiresAt } satisfies Sealed);
      return `${siteOrigin}/public/activate#${token}`;
    },
    readLink: async (token) => live(await keys.unseal("activation-link", token)),
  };

  function live(value: unknown): string | undefined {
    const sealed = value as Sealed | undefined;
    return sealed !== undefined && sealed.expiresAt > clock.now() ? sealed.flowId : undefined;
  }
}
