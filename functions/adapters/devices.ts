import type { Policy } from "../contract/policy.ts";
import { setCookie } from "../http/cookies.ts";
import type { Devices, KnownDevice } from "../ports/devices.ts";
import type { Keys } from "../ports/keys.ts";

/** A cookie holds at most this many people: enough for a family, small enough for a header. */
const mostPeople = 8;

export function sealedDevices({ keys, policy }: { keys: Keys; policy: Policy }): Devices {
  return {
    async read(cookie) {
      const known = cookie === undefined ? undefined : await keys.unseal("device", cookie);
      return (known as readonly KnownDevice[] | undefined) ?? [];
    },
    async cookie(devices) {
      return setCookie("device", await keys.seal("device", devices.slice(0, mostPeople)), policy.session.device);
    },
  };
}
