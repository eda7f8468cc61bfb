import { ButtonLink } from "../../../components/button/button.tsx";
import { CaptchaSubmit } from "../../../components/captcha-submit/captcha-submit.tsx";
import { Form } from "../../../components/form-page/form.tsx";
import { TextField } from "../../../components/text-field/text-field.tsx";
import { linkAccountWords } from "../../../words/link-legacy.ts";
import { legacyPasswordWords } from "../../../words/link-legacy-password.ts";
import { useSay, useWords } from "../../../words/words.ts";
import { LinkFrame } from "../link-frame.tsx";
import type { TypedOld } from "../link-pages.tsx";
import type { FindStepProps } from "./find-step.ts";

interface AskFormProps extends FindStepProps {
  readonly typed: TypedOld;
  readonly onTyped: (news: Partial<TypedOld>) => void;
  readonly onSubmit: () => void;
}

/** 查詢密碼: the old account and the address the platform has of it. */
export function AskForm({ platform, accountHref, part, press, typed, onTyped, onSubmit }: AskFormProps) {
  const words = useWords(legacyPasswordWords);
  const { cancel } = useWords(linkAccountWords);
  const say = useSay();
  return (
    <LinkFrame
      title={words.title}
      lead={words.lead(say(platform.name))}
      backHref={accountHref}
      press={press}
      focusKey="ask"
      help={say(platform.help)}
    >
      <Form onSubmit={onSubmit}>
        <TextField
          id="account"
          label={words.account}
          value={typed.account}
          onInput={(account) => onTyped({ account })}
          plain
          error={press.errorOf("account")}
        />
        <TextField
          id="email"
          label={words.email}
          type="email"
          autoComplete="email"
          value={typed.email}
          onInput={(email) => onTyped({ email })}
          error={press.errorOf("email")}
        />
        <CaptchaSubmit captcha={part.captcha} press={press} label={words.submit}>
          <ButtonLink href={accountHref}>{cancel}</ButtonLink>
        </CaptchaSubmit>
      </Form>
    </LinkFrame>
  );
}
