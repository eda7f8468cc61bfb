import { type ComponentChildren, createContext } from "preact";
import { useCallback, useContext, useEffect, useMemo, useState } from "preact/hooks";
import { call, type Outcome, type Problem, sendCsrfToken } from "./api.ts";

/** Whether this browser is signed in. `loading` until the one question at load is answered; nothing waits for it to paint. */
export type Session =
  | { readonly state: "loading" }
  /** `left`: the person pressed 登出 in this tab, and is on the way to the page that says so. */
  | { readonly state: "out"; readonly left?: true }
  | { readonly state: "in"; readonly accountName: string; readonly name?: string }
  | { readonly state: "unknown"; readonly problem: Problem };

export interface SessionActions {
  readonly session: Session;
  /** Asks the service again: after a sign-in, or when a page was told `not-signed-in`. Gives what it is now. */
  refresh(): Promise<Session>;
  signOut(): Promise<Outcome<object>>;
}

const SessionContext = createContext<SessionActions | undefined>(undefined);

export function useSession(): SessionActions {
  const actions = useContext(SessionContext);
  if (!actions) throw new Error("useSession needs a SessionProvider above it");
  return actions;
}

async function sessionNow(): Promise<Session> {
  const outcome = await call("GET /api/session");
  if (!outcome.ok) return { state: "unknown", problem: outcome.problem };
  const { signedIn, accountName, name, csrfToken } = outcome.answer;
  sendCsrfToken(signedIn ? csrfToken : undefined);
  return signedIn ? { state: "in", accountName: accountName ?? "", ...(name ? { name } : {}) } : { state: "out" };
}

export function SessionProvider({ children }: { children: ComponentChildren }) {
  const [session, setSession] = useState<Session>({ state: "loading" });
  const refresh = useCallback(async () => {
    const now = await sessionNow();
    setSession(now);
    return now;
  }, []);
  const signOut = useCallback(async () => {
    const outcome = await call("POST /api/sign-out");
    if (outcome.ok) {
      sendCsrfToken(undefined);
      setSession({ state: "out", left: true });
    }
    return outcome;
  }, []);
  useEffect(() => {
    void refresh();
  }, [refresh]);
  const actions = useMemo(() => ({ session, refresh, signOut }), [session, refresh, signOut]);
  return <SessionContext.Provider value={actions}>{children}</SessionContext.Provider>;
}
