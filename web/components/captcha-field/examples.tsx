import { useState } from "preact/hooks";
import { exampleWords } from "../../words/examples.ts";
import { useWords } from "../../words/words.ts";
import type { Examples } from "../examples.ts";
import { CaptchaField } from "./captcha-field.tsx";
import { type Captcha, useCaptcha } from "./use-captcha.ts";

const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 132 48"><path fill="none" stroke="#333" stroke-width="5" d="M20 12v26M54 14h20l-8 24M98 12h14v12H98v13h16"/></svg>';

function Live() {
  return <CaptchaField id="captcha-live" captcha={useCaptcha("sign-in")} />;
}

function Still({ id, wrong = false, ...state }: Partial<Captcha> & { readonly id: string; readonly wrong?: boolean }) {
  const words = useWords(exampleWords);
  const [digits, setDigits] = useState("");
  const captcha: Captcha = {
    mode: "digits",
    picture: { state: "ready", token: "", source: `data:image/svg+xml,${encodeURIComponent(picture)}`, renewed: false },
    work: { state: "idle" },
    digits,
    answer: undefined,
    setDigits,
    speak: async () => false,
    renew: () => {},
    chooseWork: () => {},
    chooseDigits: () => {},
    ...state,
  };
  return <CaptchaField id={id} captcha={captcha} error={wrong ? words.captchaWrong : undefined} />;
}

const working: Partial<Captcha> = { mode: "work", work: { state: "working", percent: 40 } };
const done: Partial<Captcha> = { mode: "work", work: { state: "done", proof: "" } };
const failed: Partial<Captcha> = { mode: "work", work: { state: "failed" } };

export const examples: Examples = {
  component: "captcha-field",
  states: [
    { name: "live", Show: Live },
    { name: "picture", Show: () => <Still id="captcha-picture" /> },
    { name: "wrong", Show: () => <Still id="captcha-wrong" wrong /> },
    { name: "picture on its way", Show: () => <Still id="captcha-loading" picture={{ state: "loading" }} /> },
    { name: "no picture", Show: () => <Still id="captcha-failed" picture={{ state: "failed" }} /> },
    { name: "work under way", Show: () => <Still id="captcha-working" {...working} /> },
    { name: "work done", Show: () => <Still id="captcha-done" {...done} /> },
    { name: "work failed", Show: () => <Still id="captcha-work-failed" {...failed} /> },
  ],
};
