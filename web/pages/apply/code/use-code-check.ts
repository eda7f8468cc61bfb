import type { RefObject } from "preact";
import { useRef, useState } from "preact/hooks";
import type { CaptchaAnswer } from "../../../../functions/contract/schemas/parts.ts";
import type { Purpose } from "../../../../functions/contract/schemas/verify-code.ts";
import { call, type Outcome } from "../../../api.ts";
import type { Captcha } from "../../../components/captcha-field/use-captcha.ts";
import type { FieldError } from "../../../components/error-summary/error-summary.tsx";
import type { Refused } from "../../../use-press.ts";
import { captchaWords } from "../../../words/captcha.ts";
import { errorSentence } from "../../../words/first-errors.ts";
import { useSay, useWords } from "../../../words/words.ts";
import { type Attempt, attemptFor } from "./attempt.ts";

export interface CodeCheck {
  readonly code: string;
  setCode(digits: string): void;
  /** True from when the service asked for a captcha with the code (T09). */
  readonly needsCaptcha: boolean;
  /** Where that captcha puts its answer. */
  readonly captcha: RefObject<Captcha | null>;
  /** What is missing; `missing` is the sentence for the code. */
  found(missing: string): FieldError[];
  /** One press of 開始驗證; nothing means that the code was right. */
  check(): Promise<Refused | undefined>;
}

/** What goes along with each check of a code. */
export interface TypedCode {
  readonly code: string;
  readonly attempt: string;
  readonly captcha?: CaptchaAnswer;
}

/** The check of a code of one purpose. */
export const checkFor = (purpose: Purpose) => (typed: TypedCode) =>
  call("POST /api/verify-code/check", { purpose, ...typed });

/** The typed code, and its check (S5, T07): a repeat of a press that was never answered is the same try. */
export function useCodeCheck(send: (typed: TypedCode) => Promise<Outcome<object>>): CodeCheck {
  const captchaSays = useWords(captchaWords);
  const say = useSay();
  const [code, setCode] = useState("");
  const [needsCaptcha, setNeedsCaptcha] = useState(false);
  const captcha = useRef<Captcha>(null);
  const attempt = useRef<Attempt | undefined>(undefined);

  const check = async () => {
    attempt.current = attemptFor(code, attempt.current);
    const answer = captcha.current?.answer;
    const outcome = await send({ code, attempt: attempt.current.id, ...(answer ? { captcha: answer } : {}) });
    attempt.current = {
      ...attempt.current,
      answered: outcome.ok || (outcome.problem.status > 0 && outcome.problem.status < 500),
    };
    if (outcome.ok) return undefined;
    const { problem } = outcome;
    captcha.current?.renew();
    if (problem.code === "code-needs-captcha") setNeedsCaptcha(true);
    if (problem.code === "captcha-wrong" || problem.code === "code-needs-captcha")
      return { errors: [{ id: "captcha", text: say(errorSentence(problem.code)) }] };
    if (problem.code === "code-wrong") return { errors: [{ id: "code", text: say(errorSentence(problem.code)) }] };
    return { problem };
  };
  const found = (missing: string) => {
    const errors = code.length === 6 ? [] : [{ id: "code", text: missing }];
    if (!needsCaptcha || captcha.current?.answer) return errors;
    const open = captcha.current?.mode === "work" ? captchaSays.needWork : captchaSays.needDigits;
    return [...errors, { id: "captcha", text: open }];
  };
  return { code, setCode, needsCaptcha, captcha, found, check };
}
