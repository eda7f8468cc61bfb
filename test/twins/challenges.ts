import type { Channel } from "../../functions/contract/messages.ts";
import { limitShards } from "../../functions/contract/policy.ts";
import type { Challenges, CodeFor, CodeSubject, SendRequest } from "../../functions/ports/challenges.ts";
import type { Intent } from "../../functions/ports/messages.ts";
import { sendLimits } from "./code-limits.ts";
import { bookIntent } from "./intents.ts";
import { contactsOf, type TwinParts } from "./memory.ts";

/** Six-digit codes in memory (T06–T13). A code is drawn when it is first asked for and stays. */
export function challengesTwin({ memory, clock, ids, policy }: Omit<TwinParts, "keys">): Challenges {
  const { challenges, flows, limits } = memory;
  const { life, tries, gap, wrongRatio, wrongPerAccount } = policy.code;
  const codes = new Map<string, string>();
  const limit = sendLimits(memory, policy);

  const code = async (challengeId: string, of: CodeFor) => {
    const key = `${challengeId} ${of}`;
    const drawn = codes.get(key) ?? String(Buffer.from(ids.bytes(4)).readUInt32BE() % 1_000_000).padStart(6, "0");
    codes.set(key, drawn);
    return drawn;
  };
  const flowOf = ({ flow }: CodeSubject) => {
    const kept = flow && flows.get(flow.flowId);
    return kept && kept.revision === flow.revision && /^(PENDING|VERIFIED)$/.test(kept.status) ? kept : undefined;
  };
  const intentOf = async (of: CodeSubject, request: SendRequest, id: string, channels: Channel[]): Promise<Intent> => {
    const given = await Promise.all(channels.map(async (channel) => [channel, await code(id, channel)] as const));
    const minutes = life / 60;
    const words = of.flow ? { codes: Object.fromEntries(given), minutes } : { code: await code(id, "any"), minutes };
    const { email, mobile } = of;
    const to = {
      ...(channels.includes("email") && email ? { email } : {}),
      ...(channels.includes("sms") && mobile ? { mobile } : {}),
    };
    return {
      messageId: ids.id(),
      attempts: 0,
      states: Object.fromEntries(channels.map((channel) => [channel, "waiting" as const])),
      message: { kind: of.kind, language: request.language, words, ...to },
    };
  };

  return {
    code,
    shard: (subject) => [...subject].reduce((sum, char) => sum + char.charCodeAt(0), 0) % limitShards,
    async issue(subject, request) {
      const now = clock.now();
      const contacts = contactsOf(subject);
      if (subject.flow && flowOf(subject)?.contacts !== contacts) return { kind: "flow-ended" };
      if (limit.isShut(subject, request, now)) return { kind: "limit" };
      const before = challenges.get(subject.subject);
      const readyAt = (before?.sentAt ?? 0) + gap * 1_000;
      if (before !== undefined && now < readyAt) return { kind: "wait", seconds: Math.ceil((readyAt - now) / 1_000) };
      const channels = limit.open(subject, now);
      if (channels === undefined || (channels.length === 0 && subject.flow)) return { kind: "limit" };
      limit.count(subject, request, channels, now);
      const isLive = before && before.expiresAt >= now && before.usedBy === undefined && before.tries < tries;
      const fresh = { challengeId: ids.id(), contacts, expiresAt: now + life * 1_000, sentAt: now, tries: 0 };
      const challenge = isLive && before.contacts === contacts ? before : fresh;
      challenge.sentAt = now;
      challenges.set(subject.subject, challenge);
      const intent = await intentOf(subject, request, challenge.challengeId, subject.decoy ? [] : channels);
      bookIntent(memory, intent, subject.flow ? now + policy.message.sendingLease * 1_000 : now - 1_000);
      return { kind: "issued", intent, channels, expiresAt: challenge.expiresAt, resendAt: now + gap * 1_000 };
    },
    async gate({ account, flow }, shard) {
      const now = clock.now();
      if (limits.isFull(`wrong codes of ${account}`, wrongPerAccount, now)) return "spent";
      if (!flow && limits.inARow(account) >= policy.code.wrongInARow) return "spent";
      const wrong = limits.stands(`wrong in ${shard}`, wrongRatio.seconds, now);
      const all = wrong + limits.stands(`right in ${shard}`, wrongRatio.seconds, now);
      return all >= wrongRatio.from / limitShards && wrong > all * wrongRatio.ratio ? "captcha" : "open";
    },
    async reserveTry(subject, attempt) {
      const kept = challenges.get(subject);
      if (kept === undefined) return undefined;
      if (kept.usedBy === attempt) return { challenge: kept, alreadyBy: true };
      if (kept.usedBy !== undefined || kept.expiresAt < clock.now() || kept.tries >= tries) return undefined;
      kept.tries += 1;
      return { challenge: { challengeId: kept.challengeId }, alreadyBy: false };
    },
    async succeed(subject, { challengeId }, attempt, proved, shard) {
      const [kept, flow, contacts] = [challenges.get(subject.subject), flowOf(subject), contactsOf(subject)];
      if (kept?.challengeId !== challengeId || kept.usedBy !== undefined || kept.expiresAt < clock.now()) return false;
      if (kept.contacts !== contacts || (subject.flow && flow?.contacts !== contacts)) return false;
      Object.assign(kept, { usedBy: attempt, usedChannel: proved });
      if (flow === undefined) limits.endRow(subject.account);
      else if (proved !== "any") {
        flows.set(flow.flowId, { ...flow, status: "VERIFIED", proved, provedContacts: contacts });
      }
      limits.count(`right in ${shard}`, wrongRatio.seconds, clock.now());
      return true;
    },
    async miss({ account, flow }, shard) {
      if (!flow) limits.addToRow(account);
      limits.count(`wrong codes of ${account}`, wrongPerAccount.seconds, clock.now());
      limits.count(`wrong in ${shard}`, wrongRatio.seconds, clock.now());
    },
  };
}
