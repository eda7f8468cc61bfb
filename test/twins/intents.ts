import type { Channel } from "../../functions/contract/messages.ts";
import { dueShards } from "../../functions/contract/tables.ts";
import type { ChannelState, Intent, Intents } from "../../functions/ports/messages.ts";
import type { Memory, TwinParts } from "./memory.ts";

const shardOf = (id: string) => id.charCodeAt(0) % dueShards;

/** Written by the twin whose change it tells of; the writer has the first lease to send it. */
export function bookIntent(memory: Memory, intent: Intent, dueAt: number): void {
  memory.messages.set(intent.messageId, { intent, dueAt });
}

export function intentsTwin({ memory, clock, policy }: Omit<TwinParts, "keys" | "ids">): Intents {
  const { sendingLease, attempts: mostAttempts } = policy.message;
  const { messages } = memory;
  return {
    async settle({ messageId, attempts }, states) {
      const kept = messages.get(messageId);
      if (kept === undefined) return;
      const isWaiting = Object.values(states).includes("waiting") && attempts < mostAttempts;
      kept.intent = { ...kept.intent, states: isWaiting ? states : given(states) };
      kept.dueAt = isWaiting ? clock.now() + sendingLease * 2 ** attempts * 1_000 : undefined;
    },
    async due(shard) {
      const late = [...messages].filter(([, { dueAt }]) => dueAt !== undefined && dueAt < clock.now());
      return late.map(([messageId]) => messageId).filter((messageId) => shardOf(messageId) === shard);
    },
    async take(messageId) {
      const kept = messages.get(messageId);
      if (kept?.dueAt === undefined || kept.dueAt >= clock.now()) return undefined;
      kept.dueAt = clock.now() + sendingLease * 1_000;
      kept.intent = { ...kept.intent, attempts: kept.intent.attempts + 1 };
      return kept.intent;
    },
  };
}

function given(states: Intent["states"]): Intent["states"] {
  const entries = Object.entries(states) as [Channel, ChannelState][];
  return Object.fromEntries(entries.map(([channel, state]) => [channel, state === "waiting" ? "failed" : state]));
}
