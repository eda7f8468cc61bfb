import { useCallback, useEffect, useState } from "preact/hooks";
import type { AnswerOf, RequestOf, RouteKey } from "../../../functions/contract/routes.ts";
import { call, type Outcome, type Problem } from "../../api.ts";
import { useSession } from "../../session.tsx";
import { useSignedIn } from "./use-signed-in.ts";

export interface Own<T> {
  readonly answer: T | undefined;
  readonly problem: Problem | undefined;
  readonly busy: boolean;
  /** Asks again: after a change, or when it did not work. */
  retry(): Promise<void>;
  /** What is known of it without asking again: it was just changed here. */
  put(answer: T): void;
}

/** Routes that are asked with nothing but who is signed in. */
type OwnRoute = {
  [K in RouteKey]: RequestOf<K> extends undefined ? (K extends `GET ${string}` ? K : never) : never;
}[RouteKey];

/** What a page of a signed-in person shows. Without a session: to 登入, and back to `address`. */
export function useOwn<K extends OwnRoute>(key: K, address: string): Own<AnswerOf<K>> {
  const ask = useCallback(() => (call as (key: K) => Promise<Outcome<AnswerOf<K>>>)(key), [key]);
  return useOwnAnswer(ask, address);
}

/** The same for a question of the page's own. `ask`: the same function while the question is the same. */
export function useOwnAnswer<T>(ask: () => Promise<Outcome<T>>, address: string): Own<T> {
  const session = useSignedIn(address);
  const { refresh } = useSession();
  const [answer, setAnswer] = useState<T>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);

  const load = useCallback(async () => {
    setBusy(true);
    const outcome = await ask();
    setBusy(false);
    if (outcome.ok) {
      setProblem(undefined);
      return setAnswer(() => outcome.answer);
    }
    // The session ended while this tab was open: what it showed goes away too.
    if (outcome.problem.code === "not-signed-in") {
      setAnswer(undefined);
      await refresh();
      return;
    }
    setProblem(outcome.problem);
  }, [ask, refresh]);

  useEffect(() => {
    if (session.state === "in") void load();
    if (session.state === "unknown") setProblem(session.problem);
  }, [session, load]);

  const retry = useCallback(
    async () => void (await (session.state === "in" ? load() : refresh())),
    [session.state, load, refresh],
  );
  return { answer, problem, busy, retry, put: setAnswer };
}
