import { useEffect, useState } from "preact/hooks";
import { policies } from "../../../../functions/contract/policy.ts";
import type { Application } from "../../../../functions/contract/schemas/register.ts";
import { call, type Problem } from "../../../api.ts";
import type { Language } from "../../../words/language.tsx";
import { maskedContacts, recallSent, rememberSent, type Sent, sentNow, stillGood } from "../sent-code.ts";

export interface SentCode {
  readonly sent: Sent | undefined;
  readonly sending: boolean;
  readonly problem: Problem | undefined;
  /** How often a code went out again at the person's wish. */
  readonly repeats: number;
  send(): Promise<void>;
}

/** Sends the code once on arrival (M18); a reload within its life shows where it went and sends nothing. */
export function useSentCode(application: Application, language: Language): SentCode {
  const [sent, setSent] = useState<Sent | undefined>(() => stillGood(recallSent(), application, Date.now()));
  const [sending, setSending] = useState(sent === undefined);
  const [problem, setProblem] = useState<Problem>();
  const [repeats, setRepeats] = useState(0);

  const keep = (fresh: Sent) => {
    rememberSent(fresh);
    setSent(fresh);
  };
  const send = async () => {
    setSending(true);
    setProblem(undefined);
    const outcome = await call("POST /api/verify-code/send", { purpose: "register", language });
    setSending(false);
    if (outcome.ok) return keep(sentNow(outcome.answer, Date.now()));
    if (outcome.problem.code === "code-wait") keep(waiting(outcome.problem.retryAfter ?? 0, sent, application));
    else setProblem(outcome.problem);
  };
  // Once on arrival; a change of language sends nothing
  useEffect(() => {
    if (!sent) void send();
  }, []);
  const again = async () => {
    await send();
    setRepeats((count) => count + 1);
  };
  return { sent, sending, problem, repeats, send: again };
}

/** A code went out a moment ago, perhaps from another tab: it lives for as long as its wait tells. */
function waiting(seconds: number, before: Sent | undefined, application: Application): Sent {
  const { life, gap } = policies.seed.code;
  const resendAt = Date.now() + seconds * 1_000;
  const known = before ?? { sentTo: maskedContacts(application), expiresAt: resendAt + (life - gap) * 1_000 };
  return { ...known, resendAt };
}
