import { useCallback, useEffect, useState } from "preact/hooks";
import type { PublicRegistration } from "../../../../functions/contract/schemas/public-registration.ts";
import { call, type Problem } from "../../../api.ts";

/** The registration of this browser. Moments in ms since 1970, by this device's own clock. */
export interface Registration extends Pick<PublicRegistration, "step" | "email" | "account" | "passwordRules"> {
  readonly expiresAt: number;
  readonly codeExpiresAt: number;
  readonly resendAt: number;
}

export interface RegistrationState {
  readonly registration: Registration | undefined;
  readonly problem: Problem | undefined;
  refresh(): Promise<void>;
  save(answer: PublicRegistration): void;
}

/** How far the registration of this browser is, as the service knows it: a reload shows the same. */
export function useRegistration(): RegistrationState {
  const [registration, setRegistration] = useState<Registration>();
  const [problem, setProblem] = useState<Problem>();
  const save = useCallback((answer: PublicRegistration) => {
    const { step, email, account, passwordRules } = answer;
    const inSeconds = (seconds = 0) => Date.now() + seconds * 1_000;
    setRegistration({
      step,
      passwordRules,
      ...(email === undefined ? {} : { email }),
      ...(account === undefined ? {} : { account }),
      expiresAt: inSeconds(answer.expiresIn),
      codeExpiresAt: inSeconds(answer.codeExpiresIn),
      resendAt: inSeconds(answer.resendIn),
    });
  }, []);
  const refresh = useCallback(async () => {
    const outcome = await call("GET /api/public/registration");
    setProblem(outcome.ok ? undefined : outcome.problem);
    if (outcome.ok) save(outcome.answer);
  }, [save]);
  useEffect(() => {
    void refresh();
    // The link may be opened in another tab meanwhile, or on the phone.
    const look = () => document.hidden || void refresh();
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [refresh]);
  return { registration, problem, refresh, save };
}
