import { type ComponentChildren, createContext } from "preact";
import { useCallback, useContext, useEffect, useMemo, useState } from "preact/hooks";
import type { Application } from "../../../functions/contract/schemas/register.ts";
import { call, type Problem, type ProblemCode } from "../../api.ts";
import { rememberSent } from "./sent-code.ts";
import { forgetTyped } from "./typed.ts";

/** The application of this browser as the service knows it: what decides which page may be shown. */
export interface ApplicationState {
  readonly application: Application | undefined;
  readonly problem: Problem | undefined;
  /** True once the person at this device said or showed that the application is theirs: nobody is asked twice. */
  readonly mine: boolean;
  /** Why the person was sent to this page; said there until the next step is done. */
  readonly told: ProblemCode | undefined;
  refresh(): Promise<Application | undefined>;
  /** Takes the answer of a step; whoever did a step is whose application it is. */
  save(application: Application): void;
  /** The service refused because another page comes first: asks how far it is, which leads there, and says why. */
  sendBack(code: ProblemCode): Promise<void>;
  /** The page that said why was left. */
  wasTold(): void;
  claim(): void;
  /** 重新申請: the service forgets the application and frees what it held, the page what was typed. Gives the problem, if any. */
  restart(): Promise<Problem | undefined>;
}

const Context = createContext<ApplicationState | undefined>(undefined);

export function useApplicationState(): ApplicationState {
  const state = useContext(Context);
  if (!state) throw new Error("useApplicationState needs an ApplicationProvider above it");
  return state;
}

/** The application on a page that only an application may open. */
export function useApplication(): Application {
  const { application } = useApplicationState();
  return application ?? { step: "none" };
}

export function ApplicationProvider({ children }: { children: ComponentChildren }) {
  const [application, setApplication] = useState<Application>();
  const [problem, setProblem] = useState<Problem>();
  const [mine, setMine] = useState(false);
  const [told, setTold] = useState<ProblemCode>();
  const refresh = useCallback(async () => {
    setProblem(undefined);
    const outcome = await call("GET /api/register");
    if (!outcome.ok) {
      setProblem(outcome.problem);
      return undefined;
    }
    setApplication(outcome.answer);
    return outcome.answer;
  }, []);
  const save = useCallback((saved: Application) => {
    setApplication(saved);
    setMine(true);
    setTold(undefined);
  }, []);
  const sendBack = useCallback(
    async (code: ProblemCode) => {
      setTold(code);
      await refresh();
    },
    [refresh],
  );
  const wasTold = useCallback(() => setTold(undefined), []);
  const claim = useCallback(() => setMine(true), []);
  const restart = useCallback(async () => {
    const outcome = await call("POST /api/register/restart");
    if (!outcome.ok) return outcome.problem;
    forgetTyped();
    rememberSent(undefined);
    setApplication({ step: "none" });
    setMine(false);
    setTold(undefined);
    return undefined;
  }, []);
  useEffect(() => {
    void refresh();
  }, [refresh]);
  const state = useMemo(
    () => ({ application, problem, mine, told, refresh, save, sendBack, wasTold, claim, restart }),
    [application, problem, mine, told, refresh, save, sendBack, wasTold, claim, restart],
  );
  return <Context.Provider value={state}>{children}</Context.Provider>;
}
