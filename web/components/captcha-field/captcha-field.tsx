import { useState } from "preact/hooks";
import { captchaWords } from "../../words/captcha.ts";
import { useWords } from "../../words/words.ts";
import { Button } from "../button/button.tsx";
import { digitsOf } from "../code-field/digits-of.ts";
import { describedBy, FieldNotes } from "../field/field.tsx";
import { Icon } from "../icon/icon.tsx";
import type { Captcha } from "./use-captcha.ts";

interface CaptchaFieldProps {
  readonly id: string;
  readonly captcha: Captcha;
  readonly error?: string | undefined;
}

/** Three digits to see or to hear, or the silent proof of work: any one of them is enough (M25). */
export function CaptchaField({ id, captcha, error }: CaptchaFieldProps) {
  return captcha.mode === "work" ? (
    <CaptchaWork id={id} captcha={captcha} error={error} />
  ) : (
    <CaptchaDigits id={id} captcha={captcha} error={error} />
  );
}

function CaptchaDigits({ id, captcha, error }: CaptchaFieldProps) {
  const words = useWords(captchaWords);
  const { picture, digits } = captcha;
  const [soundFailed, setSoundFailed] = useState(false);
  const news =
    (soundFailed && words.speakFailed) ||
    (picture.state === "failed" && words.failed) ||
    (picture.state === "ready" && picture.renewed && words.renewed);
  return (
    <div class={error ? "field field--wrong captcha" : "field captcha"}>
      <label class="field__label" for={id}>
        {words.label}
      </label>
      <FieldNotes id={id} hint={words.hint} error={error} />
      <div class="captcha__line">
        <input
          class="input input--captcha"
          id={id}
          name={id}
          value={digits}
          inputMode="numeric"
          autocomplete="off"
          aria-invalid={error ? "true" : undefined}
          aria-describedby={describedBy({ id, label: "", hint: words.hint, error })}
          onInput={(event) => {
            const typed = digitsOf(event.currentTarget.value);
            event.currentTarget.value = typed;
            captcha.setDigits(typed);
          }}
        />
        <span class="captcha__picture">
          {picture.state === "ready" ? (
            <img src={picture.source} alt={words.picture} width="132" height="48" />
          ) : (
            <span class="visually-hidden">{picture.state === "failed" ? words.failed : words.loading}</span>
          )}
        </span>
        <Button onClick={captcha.renew}>
          <Icon name="renew" />
          {words.renew}
        </Button>
        <Button onClick={() => void captcha.speak().then((played) => setSoundFailed(!played))}>
          <Icon name="speaker" />
          {words.speak}
        </Button>
      </div>
      <p class={news ? "captcha__news" : "visually-hidden"} role="status">
        {news}
      </p>
      <Button kind="quiet" onClick={captcha.chooseWork}>
        {words.useWork}
      </Button>
    </div>
  );
}

function CaptchaWork({ id, captcha, error }: CaptchaFieldProps) {
  const words = useWords(captchaWords);
  const { work } = captcha;
  const percent = work.state === "working" ? work.percent : work.state === "done" ? 100 : 0;
  return (
    <fieldset class={error ? "field field--wrong captcha" : "field captcha"} id={id} tabIndex={-1}>
      <legend class="field__label">{words.workHeading}</legend>
      <FieldNotes id={id} hint={words.workExplained} error={error} />
      <progress class="captcha__progress" value={percent} max={100} aria-label={words.workHeading} />
      <p class={`captcha__news captcha__news--${work.state}`} role="status">
        {work.state === "working" && words.working(percent - (percent % 20))}
        {work.state === "done" && (
          <>
            <Icon name="check" />
            {words.workDone}
          </>
        )}
        {work.state === "failed" && words.workFailed}
      </p>
      <div class="actions">
        {work.state === "failed" && <Button onClick={captcha.renew}>{words.workAgain}</Button>}
        <Button kind="quiet" onClick={captcha.chooseDigits}>
          {words.useDigits}
        </Button>
      </div>
    </fieldset>
  );
}
