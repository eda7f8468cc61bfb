import type { Policy } from "../contract/policy.ts";
import { setCookie } from "../http/cookies.ts";
import type { Clock } from "../ports/clock.ts";
import type { Drafts } from "../ports/drafts.ts";
import type { Keys } from "../ports/keys.ts";
import type { Draft } from "../ports/registrations.ts";

export function sealedDrafts(parts: { keys: Keys; clock: Clock; policy: Policy }): Drafts {
  const { keys, clock, policy } = parts;
  return {
    async read(cookie) {
      if (cookie === undefined) return undefined;
      const draft = (await keys.unseal("flow", cookie)) as Draft | undefined;
      return draft !== undefined && draft.expiresAt >= clock.now() ? draft : undefined;
    },
    async cookie(draft) {
      const expiresAt = clock.now() + policy.registration.draftLife * 1_000;
      return setCookie("flow", await keys.seal("flow", { ...draft, expiresAt }));
    },
  };
}
