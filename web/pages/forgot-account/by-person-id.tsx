import { useState } from "preact/hooks";
import type { AnswerOf } from "../../../functions/contract/routes.ts";
import { parsePersonId } from "../../../functions/person/national-id.ts";
import { trimSpaces } from "../../../functions/person/text.ts";
import { call } from "../../api.ts";
import { ButtonLink } from "../../components/button/button.tsx";
import { CaptchaSubmit } from "../../components/captcha-submit/captcha-submit.tsx";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { Form } from "../../components/form-page/form.tsx";
import { Notice } from "../../components/notice/notice.tsx";
import { TextField } from "../../components/text-field/text-field.tsx";
import { usePress } from "../../use-press.ts";
import { personIdWords } from "../../words/fields.ts";
import { forgotAccountWords } from "../../words/forgot-account.ts";
import { useSay, useWords } from "../../words/words.ts";
import { useCaptchaPart } from "../reset-password/use-captcha-part.ts";

/** Where there is something to show in place of the form. */
export type Found = Exclude<AnswerOf<"POST /api/forgot-account">, { outcome: "not-found" }>;

/** The ID number and captcha, then 帳號取得 (M41). */
export function ByPersonId({ onFound }: { readonly onFound: (found: Found) => void }) {
  const words = useWords(forgotAccountWords);
  const say = useSay();
  const press = usePress();
  const { captcha, missing, refused } = useCaptchaPart("forgot-account");
  const [personId, setPersonId] = useState("");
  const [isUnknown, setUnknown] = useState(false);

  const found = () => {
    const parsed = parsePersonId(personId);
    return [...(parsed.ok ? [] : [{ id: "personId", text: say(personIdWords[parsed.reason]) }]), ...missing()];
  };
  const submit = () => {
    setUnknown(false);
    return press.submit(found(), async () => {
      if (!captcha.answer) return undefined;
      const outcome = await call("POST /api/forgot-account", {
        personId: trimSpaces(personId),
        captcha: captcha.answer,
      });
      if (!outcome.ok) return refused(outcome.problem);
      if (outcome.answer.outcome !== "not-found") onFound(outcome.answer);
      else {
        setUnknown(true);
        captcha.renew();
      }
      return undefined;
    });
  };
  return (
    <>
      {/* There from the start: a screen reader then says what comes into it. */}
      <div role="status">
        {isUnknown && (
          <Notice kind="warning" heading={words.notFound}>
            <p>{words.notFoundExplain}</p>
            <div class="actions">
              <ButtonLink href="/contact-us?about=person-not-found">{words.notFoundReport}</ButtonLink>
              <ButtonLink href="/apply">{words.apply}</ButtonLink>
            </div>
          </Notice>
        )}
      </div>
      <Form onSubmit={submit}>
        <ErrorSummary errors={press.errors} problem={press.problem} attempt={press.attempt} />
        <TextField
          id="personId"
          label={words.personId}
          hint={words.personIdHint}
          value={personId}
          onInput={setPersonId}
          plain
          error={press.errorOf("personId")}
        />
        <CaptchaSubmit captcha={captcha} press={press} label={words.submit} />
      </Form>
    </>
  );
}
