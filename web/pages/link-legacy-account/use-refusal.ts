import { useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { callAt, type Problem } from "../../api.ts";
import { leaveFor } from "../consent/leave-for.ts";

export interface Refusal {
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  readonly attempt: number;
  refuse(): Promise<void>;
}

/** 取消 of the whole: back to the application that waits, with nothing done. One that waits no more has a page that says so. */
export function useRefusal(interaction: string | undefined): Refusal {
  const { route } = useLocation();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [attempt, setAttempt] = useState(0);
  const refuse = async () => {
    if (interaction === undefined || busy) return;
    setBusy(true);
    const outcome = await callAt("POST /api/oidc/interactions/{uid}", interaction, { decision: "refuse" });
    if (outcome.ok) return leaveFor(outcome.answer.url);
    if (outcome.problem.code === "interaction-missing") return route(`/consent/${interaction}`, true);
    setBusy(false);
    setProblem(outcome.problem);
    setAttempt((count) => count + 1);
  };
  return { busy, problem, attempt, refuse };
}
