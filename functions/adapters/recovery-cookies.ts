import type { Policy } from "../contract/policy.ts";
import { setCookie } from "../http/cookies.ts";
import type { Clock } from "../ports/clock.ts";
import type { Keys } from "../ports/keys.ts";
import type { AskedCode, RecoveryCookies } from "../ports/recovery-cookies.ts";

/** Every value is as long as this: sealing keeps lengths, and a shorter cookie would say "account" or "decoy" (T04). */
const width = 200;

/** Sealed, and ended by the clock, whatever the browser keeps (T10). */
export function sealedRecoveryCookies(parts: { keys: Keys; clock: Clock; policy: Policy }): RecoveryCookies {
  const { keys, clock, policy } = parts;
  return {
    async read(cookie) {
      const sealed = cookie === undefined ? undefined : await keys.unseal("recovery", cookie);
      if (typeof sealed !== "string") return undefined;
      const { until, ...asked } = JSON.parse(sealed) as AskedCode & { until: number };
      return until >= clock.now() ? asked : undefined;
    },
    async keep({ purpose, rowId, decoy }) {
      const asked = JSON.stringify({ purpose, rowId, decoy, until: clock.now() + policy.code.life * 1_000 });
      return setCookie("recovery", await keys.seal("recovery", asked.padEnd(width)));
    },
  };
}
