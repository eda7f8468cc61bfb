import type { Cases, NewCase } from "../../functions/ports/cases.ts";
import { bookIntent } from "./intents.ts";
import type { TwinParts } from "./memory.ts";

interface CaseKept extends NewCase {
  readonly openedAt: string;
}

/** Cases in memory: each method reads, judges and writes without a pause, so it is all or nothing. */
export function casesTwin({ memory, clock, policy }: Pick<TwinParts, "memory" | "clock" | "policy">): Cases {
  const { limits, once, messages, audit } = memory;
  const cases = memory.cases as Map<string, CaseKept>;
  const { perClient, perSchoolClient, looksPerClient, messagesPerContact } = policy.cases;

  return {
    async open(opened, from, { toOwner, toSender }) {
      const now = clock.now();
      const [captcha, window] = [`captcha#${from.captcha.id}`, from.fromSchool ? perSchoolClient : perClient];
      if (cases.has(opened.number)) return { kind: "number-taken" };
      if (once.has(captcha)) return { kind: "captcha-used" };
      if (limits.isFull(`case-client#${from.client}`, window, now)) return { kind: "too-many-tries" };
      const { email, mobile } = toSender.message;
      const contact = (email ?? mobile ?? "").toLowerCase();
      const shared = email === undefined ? [policy.code.perMobile] : policy.code.perAddress;
      const mailed =
        limits.fits(`case-contact#${contact}`, messagesPerContact, now) && limits.fits(`code#${contact}`, shared, now);
      once.add(captcha);
      limits.count(`case-client#${from.client}`, window.seconds, now);
      cases.set(opened.number, { ...opened, openedAt: new Date(now).toISOString() });
      audit.push({ subject: `case#${opened.number}`, event: "case.opened" });
      for (const intent of mailed ? [toOwner, toSender] : [toOwner])
        bookIntent(memory, intent, now + policy.message.sendingLease * 1_000);
      if (mailed) for (const log of ["case-contact", "code"]) limits.note(`${log}#${contact}`, now);
      return { kind: "opened", mailed: mailed && messages.has(toSender.messageId) };
    },

    async look({ number, code }, { client, fromSchool }) {
      const now = clock.now();
      const most = looksPerClient.most * (fromSchool ? policy.lookUp.schoolFactor : 1);
      if (limits.isFull(`case-looks#${client}`, { ...looksPerClient, most }, now)) return "too-many-tries";
      limits.count(`case-looks#${client}`, looksPerClient.seconds, now);
      const kept = cases.get(number);
      if (kept?.code !== code) return undefined;
      const { category, owner, openedAt } = kept;
      return { number, category, status: "open", owner, openedAt, steps: [{ at: openedAt, status: "open" }] };
    },
  };
}
