import { dueShards } from "../../functions/contract/tables.ts";
import type { ClaimedDraft, Flow, ProvedDraft, Registrations } from "../../functions/ports/registrations.ts";
import { bookIntent } from "./intents.ts";
import { contactsOf, type FlowKept, type TwinParts } from "./memory.ts";

const shardOf = (id: string) => id.charCodeAt(0) % dueShards;
const namesOf = (of: { accountName: string; personKey: string }) => [
  `name ${of.accountName}`,
  `person ${of.personKey}`,
];

/** The registration saga in memory: every method reads, judges and writes without a pause, so each is all or nothing. */
export function registrationsTwin({ memory, clock, policy }: Omit<TwinParts, "keys" | "ids">): Registrations {
  const { accounts, audit, claims, flows } = memory;
  const isOwn = (claim: string, flowId: string) =>
    claims.get(claim)?.flowId === flowId && claims.get(claim)?.state === "HELD";
  const isTaken = (claim: string, flowId: string) => {
    const kept = claims.get(claim);
    return kept !== undefined && !isOwn(claim, flowId) && (kept.state === "OWNED" || kept.heldUntil >= clock.now());
  };
  const hold = (of: ClaimedDraft, heldUntil: number) => {
    const { flowId, userId } = of;
    for (const claim of namesOf(of)) claims.set(claim, { flowId, userId, state: "HELD", heldUntil });
  };
  const letGo = (flowId: string, names: readonly string[]) => {
    for (const claim of names) if (isOwn(claim, flowId)) claims.delete(claim);
  };
  const holdUntil = () => clock.now() + policy.registration.hold * 1_000;

  return {
    async flow(flowId) {
      const kept = flows.get(flowId);
      return kept && shown(kept);
    },
    async claim(draft, before) {
      const kept = flows.get(draft.flowId);
      const [name = "", person = ""] = namesOf(draft);
      if (kept !== undefined && !(isOpen(kept) && kept.revision <= draft.revision)) return "flow-ended";
      if (isTaken(person, draft.flowId))
        return claims.get(person)?.state === "OWNED" ? "person-has-account" : "person-applying";
      if (isTaken(name, draft.flowId)) return "name-taken";
      const heldUntil = holdUntil();
      hold(draft, heldUntil);
      flows.set(draft.flowId, { ...opened(draft), ...proofOf(kept), heldUntil, dueAt: heldUntil });
      if (before.accountName !== undefined && before.accountName !== draft.accountName)
        letGo(draft.flowId, [`name ${before.accountName}`]);
      return "claimed";
    },
    async startCreating(draft) {
      const kept = flows.get(draft.flowId);
      if (kept === undefined || kept.status === "ABANDONED") return "lost";
      if (kept.status === "DONE") return "done";
      const isProved = shown(kept).proved === draft.proved && kept.contacts === contactsOf(draft);
      if (kept.revision !== draft.revision || !isProved) return "not-verified";
      if (!namesOf(draft).every((claim) => isOwn(claim, draft.flowId))) return "lost";
      const heldUntil = holdUntil();
      hold(draft, heldUntil);
      flows.set(draft.flowId, { ...kept, status: "CREATING", heldUntil, dueAt: heldUntil });
      return "creating";
    },
    async finish(draft, welcome, passwords) {
      const { flowId, userId, revision } = draft;
      const kept = flows.get(flowId);
      if (kept?.status !== "CREATING" || kept.revision !== revision || accounts.has(userId)) return false;
      if (!namesOf(draft).every((claim) => isOwn(claim, flowId))) return false;
      for (const claim of namesOf(draft)) claims.set(claim, { flowId, userId, state: "OWNED", heldUntil: 0 });
      flows.set(flowId, { ...kept, status: "DONE", dueAt: undefined });
      const profile = profileOf(draft, new Date(clock.now()).toISOString());
      const first = passwords === undefined ? {} : { passwords };
      accounts.set(userId, {
        profile,
        tries: { wrong: 0, lastAt: 0 },
        devices: new Map(),
        sessions: new Map(),
        ...first,
      });
      const link = draft.county?.link;
      const isLinked = link !== undefined && !claims.has(link);
      audit.push({ subject: userId, event: "account.created", ...(isLinked ? { county: draft.county?.id } : {}) });
      if (isLinked) claims.set(link, { flowId, userId, state: "OWNED", heldUntil: 0 });
      bookIntent(memory, welcome, clock.now() + policy.message.sendingLease * 1_000);
      return true;
    },
    async abandon(flow) {
      const kept = flows.get(flow.flowId);
      if (kept === undefined || !isOpen(kept)) return;
      flows.set(flow.flowId, { ...kept, status: "ABANDONED", dueAt: undefined });
      letGo(flow.flowId, namesOf(kept));
    },
    async overdue(shard) {
      const late = [...flows.values()].filter(({ dueAt }) => dueAt !== undefined && dueAt < clock.now());
      return late.map(({ flowId }) => flowId).filter((flowId) => shardOf(flowId) === shard);
    },
    async fence(flowId) {
      const now = clock.now();
      const kept = flows.get(flowId);
      if (kept?.dueAt === undefined || kept.dueAt >= now || kept.heldUntil >= now || kept.status === "DONE") return;
      flows.set(flowId, { ...kept, status: "ABANDONED", dueAt: now + 60_000 });
      return shown(kept);
    },
    async free(flow) {
      letGo(flow.flowId, namesOf(flow));
      const kept = flows.get(flow.flowId);
      if (kept !== undefined && flow.status !== "CREATING") flows.set(flow.flowId, { ...kept, dueAt: undefined });
    },
  };
}

const isOpen = ({ status }: FlowKept) => status === "PENDING" || status === "VERIFIED";

function opened(draft: ClaimedDraft) {
  const { flowId, userId, revision, accountName, personKey } = draft;
  return { flowId, userId, revision, accountName, personKey, contacts: contactsOf(draft) };
}

/** A later account step keeps what was proved before; it counts only while the contacts are the same. */
function proofOf(kept: FlowKept | undefined) {
  if (kept === undefined) return { status: "PENDING" as const, proved: undefined };
  const { status, proved, provedContacts } = kept;
  return { status, proved, ...(provedContacts === undefined ? {} : { provedContacts }) };
}

function shown({ flowId, status, revision, userId, accountName, personKey, heldUntil, ...kept }: FlowKept): Flow {
  const proved = kept.provedContacts === kept.contacts ? kept.proved : undefined;
  return { flowId, status, revision, userId, accountName, personKey, heldUntil, proved };
}

function profileOf(draft: ProvedDraft, createdAt: string) {
  const { userId, accountName, personKey, name, maskedPersonId, enrolment, email, mobile, proved } = draft;
  return {
    userId,
    status: "ACTIVE" as const,
    accountName,
    personKey,
    epoch: 0,
    secondFactor: false,
    name,
    ...(maskedPersonId === undefined ? {} : { maskedPersonId }),
    enrolments: [enrolment],
    ...(email === undefined ? {} : { email: { value: email, proved: proved === "email" } }),
    ...(mobile === undefined ? {} : { mobile: { value: mobile, proved: proved === "sms" } }),
    createdAt,
  };
}
