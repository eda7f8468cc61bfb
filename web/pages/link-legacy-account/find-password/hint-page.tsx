import { Button, ButtonLink } from "../../../components/button/button.tsx";
import { CaptchaField } from "../../../components/captcha-field/captcha-field.tsx";
import { Form } from "../../../components/form-page/form.tsx";
import { FormPage } from "../../../components/form-page/form-page.tsx";
import { legacyPasswordWords } from "../../../words/link-legacy-password.ts";
import { useWords } from "../../../words/words.ts";
import type { FindStepProps } from "./find-step.ts";

interface HintPageProps extends FindStepProps {
  /** None: it is not shown, there is none, or the account or address is wrong; which of them is not told. */
  readonly hint: string | undefined;
  readonly onReset: () => void;
  readonly onAgain: () => void;
}

/** The hint, or that there is none to show, and 系統重設密碼 for who still does not know it. */
export function HintPage({ accountHref, part, press, hint, onReset, onAgain }: HintPageProps) {
  const words = useWords(legacyPasswordWords);
  const isShown = hint !== undefined;
  return (
    <div class="wizard">
      <FormPage
        title={isShown ? words.yourHint : words.noHint}
        lead={isShown ? words.hintLead : words.noHintLead}
        backHref={accountHref}
        press={press}
        focusKey="hint"
      >
        {isShown && (
          <p class="apply-account" translate={false}>
            {hint}
          </p>
        )}
        {isShown && (
          <div class="actions">
            <ButtonLink kind="primary" href={accountHref}>
              {words.remembered}
            </ButtonLink>
          </div>
        )}
        <section>
          <h2>{words.reset}</h2>
          <p>{words.resetExplain}</p>
          <Form onSubmit={onReset}>
            <CaptchaField id="captcha" captcha={part.captcha} error={press.errorOf("captcha")} />
            <div class="actions">
              <Button type="submit" kind={isShown ? "secondary" : "primary"} busy={press.busy}>
                {words.reset}
              </Button>
              <Button kind="quiet" onClick={onAgain} disabled={press.busy}>
                {words.otherDetails}
              </Button>
            </div>
          </Form>
        </section>
      </FormPage>
    </div>
  );
}
