import { callAt, type ProblemCode } from "../../../api.ts";
import { Button, ButtonLink } from "../../../components/button/button.tsx";
import { Form } from "../../../components/form-page/form.tsx";
import { SummaryList } from "../../../components/summary-list/summary-list.tsx";
import { refusedBy, usePress } from "../../../use-press.ts";
import { identityOf, legacyFormWords } from "../../../words/link-legacy-form.ts";
import { useSay, useWords } from "../../../words/words.ts";
import { LinkFrame } from "../link-frame.tsx";
import type { LinkPageProps } from "../link-pages.tsx";
import { checkPlatformForm, type PlatformForm, platformFormToSend } from "../rules/form-check.ts";
import { linkAddress } from "../rules/link-pages.ts";
import { formErrors, refusedSentences } from "./form-errors.ts";
import { PlatformFields } from "./platform-fields.tsx";

interface RegisterPageProps extends LinkPageProps {
  readonly form: PlatformForm;
  readonly onChange: (news: Partial<PlatformForm>) => void;
  readonly asksAgain: (code: ProblemCode) => Promise<boolean>;
  readonly onRegistered: () => void;
}

/** 尚未有平台資訊 (M83): what the account knows stands there already, 送出 hands the rest to the platform. */
export function RegisterPage({ coming, arrival, form, onChange, asksAgain, onRegistered }: RegisterPageProps) {
  const words = useWords(legacyFormWords);
  const say = useSay();
  const press = usePress();
  const { name, roles, personIdNeeded, personIdReason } = arrival.form;

  const send = () =>
    press.submit(formErrors(checkPlatformForm(form, personIdNeeded), say), async () => {
      const body = platformFormToSend(form, personIdNeeded);
      const outcome = await callAt("POST /api/legacy/{clientId}/register", coming.client, body);
      if (outcome.ok) onRegistered();
      if (outcome.ok || (await asksAgain(outcome.problem.code))) return undefined;
      return refusedBy(outcome.problem, say, refusedSentences(outcome.problem, say));
    });
  return (
    <LinkFrame
      title={words.title}
      lead={words.lead(say(arrival.platform.name))}
      backHref={linkAddress("notice", coming)}
      press={press}
      focusKey="register"
      help={say(arrival.platform.help)}
    >
      {arrival.linkingEnded === undefined && (
        <p>
          {words.haveOne}{" "}
          <a class="tap" href={linkAddress("account", coming)}>
            {words.toAccount}
          </a>
        </p>
      )}
      <SummaryList
        items={[
          { term: words.name, detail: <span translate={false}>{name}</span> },
          { term: words.identity, detail: say(identityOf(roles)) },
        ]}
      />
      <p>{words.required}</p>
      <Form onSubmit={() => void send()}>
        <PlatformFields
          form={form}
          onChange={onChange}
          errorOf={press.errorOf}
          personIdReason={personIdNeeded ? say(personIdReason ?? legacyFormWords.personIdReason) : undefined}
        />
        <p class="muted">{words.allFilled}</p>
        <div class="actions">
          <Button type="submit" kind="primary" busy={press.busy}>
            {words.submit}
          </Button>
          <ButtonLink href={linkAddress("notice", coming)}>{words.cancel}</ButtonLink>
        </div>
      </Form>
    </LinkFrame>
  );
}
