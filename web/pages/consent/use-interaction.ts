import { useCallback, useEffect, useState } from "preact/hooks";
import type { Interaction } from "../../../functions/contract/schemas/applications.ts";
import { callAt, type Problem } from "../../api.ts";
import { useSession } from "../../session.tsx";
import { leaveFor } from "./leave-for.ts";
import { keepWaiting } from "./waiting.ts";

export type Decision = "allow" | "go-on" | "refuse";

export interface Interacting {
  readonly interaction: Interaction | undefined;
  readonly problem: Problem | undefined;
  /** Something is on its way to the service, or the browser to the application. */
  readonly busy: boolean;
  /** Counts what was told, for the focus of the error summary. */
  readonly attempt: number;
  /** Asks once more what is needed, and who is signed in. */
  again(): Promise<void>;
  /** Tells the service, and goes where it says. */
  decide(decision: Decision): Promise<void>;
}

/** What an application's request waits for. Asked when it is known whether somebody is signed in, whose token the answer needs. */
export function useInteraction(uid: string): Interacting {
  const { session, refresh } = useSession();
  const [interaction, setInteraction] = useState<Interaction>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const isKnown = session.state !== "loading";

  const ask = useCallback(async () => {
    setBusy(true);
    const outcome = await callAt("GET /api/oidc/interactions/{uid}", uid);
    setBusy(false);
    setProblem(outcome.ok ? undefined : outcome.problem);
    const needsBinding = outcome.ok && outcome.answer.needs === "bind-second-factor";
    keepWaiting(needsBinding ? `/consent/${uid}` : undefined);
    if (outcome.ok) setInteraction(outcome.answer);
  }, [uid]);
  const again = useCallback(async () => {
    await refresh();
    await ask();
  }, [refresh, ask]);

  useEffect(() => {
    if (isKnown) void ask();
  }, [isKnown, ask]);

  // Back from the application, the browser shows the page as it was left: it may be another person's turn by now.
  useEffect(() => {
    const shown = (event: PageTransitionEvent) => event.persisted && void again();
    addEventListener("pageshow", shown);
    return () => removeEventListener("pageshow", shown);
  }, [again]);

  const decide = useCallback(
    async (decision: Decision) => {
      setBusy(true);
      const outcome = await callAt("POST /api/oidc/interactions/{uid}", uid, { decision });
      if (outcome.ok) return leaveFor(outcome.answer.url);
      const { code } = outcome.problem;
      // The session ended, or somebody else signed in meanwhile, in another tab: what is shown is not theirs.
      if (code === "not-signed-in" || code === "wrong-csrf-token" || code === "application-not-for-you") await again();
      setBusy(false);
      if (code === "not-signed-in" || code === "application-not-for-you") return;
      setProblem(outcome.problem);
      setAttempt((count) => count + 1);
    },
    [uid, again],
  );
  return { interaction, problem, busy, attempt, again, decide };
}
