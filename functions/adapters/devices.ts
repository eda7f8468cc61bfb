import type { Policy } from "../contract/policy.ts";
import { setCookie } from "../http/cookies.ts";
import type { Clock } from "../ports/clock.ts";
import type { Devices, KnownDevice } from "../ports/devices.ts";
import type { Keys } from "../ports/keys.ts";

/** A cookie holds at most this many people: enough for a family, small enough for a header. */
const mostPeople = 8;

interface Sealed {
  readonly known: readonly KnownDevice[];
  /** Epoch milliseconds: the cookie's own life is the browser's word only. */
  readonly until: number;
}

export function sealedDevices({ keys, clock, policy }: { keys: Keys; clock: Clock; policy: Policy }): Devices {
  return {
    async read(cookie) {
      const sealed = cookie === undefined ? undefined : ((await keys.unseal("device", cookie)) as Sealed | undefined);
      return sealed !== undefined && sealed.until >= clock.now() ? sealed.known : [];
    },
    async cookie(devices) {
      const life = policy.session.device;
      const sealed: Sealed = { known: devices.slice(0, mostPeople), until: clock.now() + life * 1_000 };
      return setCookie("device", await keys.seal("device", sealed), life);
    },
  };
}
