import { setCookie } from "../../functions/http/cookies.ts";
import type { Devices, KnownDevice } from "../../functions/ports/devices.ts";
import type { Drafts } from "../../functions/ports/drafts.ts";
import type { Draft } from "../../functions/ports/registrations.ts";
import type { TwinParts } from "./memory.ts";

/** Cookies whose content stays here: the browser holds only a random word for it. */
function box<Content>(ids: TwinParts["ids"]) {
  const contents = new Map<string, Content>();
  return {
    put(content: Content): string {
      const word = ids.secret();
      contents.set(word, structuredClone(content));
      return word;
    },
    get: (word: string | undefined) => (word === undefined ? undefined : contents.get(word)),
  };
}

export function draftsTwin({ clock, ids, policy }: Pick<TwinParts, "clock" | "ids" | "policy">): Drafts {
  const drafts = box<Draft>(ids);
  return {
    async read(cookie) {
      const draft = drafts.get(cookie);
      return draft !== undefined && draft.expiresAt >= clock.now() ? draft : undefined;
    },
    async cookie(draft) {
      const expiresAt = clock.now() + policy.registration.draftLife * 1_000;
      return setCookie("flow", drafts.put({ ...draft, expiresAt }));
    },
  };
}

const mostPeople = 8;

export function devicesTwin({ ids, policy }: Pick<TwinParts, "ids" | "policy">): Devices {
  const lists = box<readonly KnownDevice[]>(ids);
  return {
    read: async (cookie) => lists.get(cookie) ?? [],
    cookie: async (devices) => setCookie("device", lists.put(devices.slice(0, mostPeople)), policy.session.device),
  };
}
