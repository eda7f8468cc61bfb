import { useEffect, useRef, useState } from "preact/hooks";
import { call, type Outcome, type Problem, sendCsrfToken } from "../../api.ts";
import { type Session, useSession } from "../../session.tsx";

const otherAccount = { ok: false, problem: { code: "other-account", status: 0, title: "Another account" } } as const;

export interface ProofAgain {
  /** The service wants the password again: the page shows `ProofStep` in its place. */
  readonly asking: boolean;
  /**
   * Runs `send`, and once more when the person has given the proof that it was refused for (`re-authentication-required`, T20).
   * Undefined when the person went back instead.
   */
  freshly<T>(send: () => Promise<Outcome<T>>): Promise<Outcome<T> | undefined>;
  /** The password, and the code of the second factor; a problem when it does not do. */
  prove(password: string, code: string): Promise<Problem | undefined>;
  cancel(): void;
}

/** The proof that some changes ask for: in place, so that what was typed stays, and what was pressed goes on by itself. */
export function useProofAgain(): ProofAgain {
  const { session, refresh } = useSession();
  // Whose page this is: what was typed here is sent for nobody else.
  const whose = useRef<string>(undefined);
  if (session.state === "in") whose.current ??= session.accountName;
  const [asking, setAsking] = useState(false);
  const waiting = useRef<(proved: boolean) => void>(undefined);
  const pressed = useRef<Element | null>(null);

  // The page is back: so is the focus, on what was pressed.
  useEffect(() => {
    if (!asking && pressed.current instanceof HTMLElement) pressed.current.focus();
  }, [asking]);

  const end = (proved: boolean) => {
    setAsking(false);
    waiting.current?.(proved);
    waiting.current = undefined;
  };
  const isOther = (now: Session) =>
    now.state === "in" && whose.current !== undefined && now.accountName !== whose.current;
  const attempt = async <T>(send: () => Promise<Outcome<T>>): Promise<Outcome<T>> => {
    if (isOther(session)) return otherAccount;
    const outcome = await send();
    if (outcome.ok || !["wrong-csrf-token", "not-signed-in"].includes(outcome.problem.code)) return outcome;
    // Another tab gave the proof and has the session's new token; or the session is over, and the page goes to 登入.
    const now = await refresh();
    if (isOther(now)) return otherAccount;
    return outcome.problem.code === "wrong-csrf-token" ? send() : outcome;
  };
  const freshly: ProofAgain["freshly"] = async (send) => {
    const outcome = await attempt(send);
    if (outcome.ok || outcome.problem.code !== "re-authentication-required") return outcome;
    pressed.current = document.activeElement;
    const proved = await new Promise<boolean>((resolve) => {
      waiting.current = resolve;
      setAsking(true);
    });
    return proved ? freshly(send) : undefined;
  };
  const prove: ProofAgain["prove"] = async (password, code) => {
    const proof = { password, ...(code === "" ? {} : { code }) };
    const outcome = await attempt(() => call("POST /api/re-authenticate", proof));
    if (!outcome.ok) return outcome.problem;
    sendCsrfToken(outcome.answer.csrfToken);
    end(true);
    return undefined;
  };
  return { asking, freshly, prove, cancel: () => end(false) };
}
