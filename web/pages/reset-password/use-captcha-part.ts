import type { CaptchaForm } from "../../../functions/contract/schemas/parts.ts";
import type { Problem } from "../../api.ts";
import { type Captcha, useCaptcha } from "../../components/captcha-field/use-captcha.ts";
import type { FieldError } from "../../components/error-summary/error-summary.tsx";
import { type Refused, refusedBy } from "../../use-press.ts";
import { captchaWords } from "../../words/captcha.ts";
import { firstErrorWords } from "../../words/first-errors.ts";
import { useSay, useWords } from "../../words/words.ts";

export interface CaptchaPart {
  readonly captcha: Captcha;
  /** What is said while it is not answered. */
  missing(): FieldError[];
  /** A refusal in the words of the form, with a fresh captcha: one is good for one request. */
  refused(problem: Problem, own?: Record<string, string>): Refused;
}

/** The captcha of a form and what it has to say of an answer (M25). */
export function useCaptchaPart(form: CaptchaForm): CaptchaPart {
  const captcha = useCaptcha(form);
  const words = useWords(captchaWords);
  const say = useSay();
  return {
    captcha,
    missing: () =>
      captcha.answer ? [] : [{ id: "captcha", text: captcha.mode === "work" ? words.needWork : words.needDigits }],
    refused: (problem, own = {}) => {
      if (problem.code === "proof-of-work-required") captcha.chooseWork();
      else captcha.renew();
      if (problem.code === "captcha-wrong")
        return { errors: [{ id: "captcha", text: say(firstErrorWords["captcha-wrong"]) }] };
      return refusedBy(problem, say, own);
    },
  };
}
