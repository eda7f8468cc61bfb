import { useState } from "preact/hooks";
import { trimSpaces } from "../../../../functions/person/text.ts";
import { callAt, type ProblemCode } from "../../../api.ts";
import { Button, ButtonLink } from "../../../components/button/button.tsx";
import { Form } from "../../../components/form-page/form.tsx";
import { PasswordField } from "../../../components/password-field/password-field.tsx";
import { TextField } from "../../../components/text-field/text-field.tsx";
import { usePress } from "../../../use-press.ts";
import { useLanguage } from "../../../words/language.tsx";
import { linkAccountWords } from "../../../words/link-legacy.ts";
import { useSay, useWords } from "../../../words/words.ts";
import { AccountLine } from "../../consent/account-line.tsx";
import { LinkFrame } from "../link-frame.tsx";
import type { LinkPageProps, TypedOld } from "../link-pages.tsx";
import { linkAddress, signedInAddress } from "../rules/link-pages.ts";
import { OtherName } from "./other-name.tsx";

interface AccountPageProps extends LinkPageProps {
  readonly typed: TypedOld;
  readonly onTyped: (news: Partial<TypedOld>) => void;
  /** Whether the refusal is told by another page. */
  readonly asksAgain: (code: ProblemCode) => Promise<boolean>;
  readonly onLinked: (legacyAccount: string) => void;
}

/** 已有平台帳號 (M82): the old account and its password, then 帳號合併. Where the names differ the person is asked, and nothing typed is lost. */
export function AccountPage({ coming, arrival, account, typed, onTyped, asksAgain, onLinked }: AccountPageProps) {
  const words = useWords(linkAccountWords);
  const say = useSay();
  const { language } = useLanguage();
  const press = usePress();
  const [isOther, setIsOther] = useState(false);

  const missing = (field: "account" | "password", text: string) =>
    trimSpaces(typed[field]) === "" ? [{ id: field, text }] : [];
  const found = () => [...missing("account", words.accountMissing), ...missing("password", words.passwordMissing)];
  const link = (otherName?: true) =>
    press.submit(found(), async () => {
      const outcome = await callAt("POST /api/legacy/{clientId}/link", coming.client, {
        account: trimSpaces(typed.account),
        password: typed.password,
        language,
        ...(otherName && { otherName }),
      });
      const asks = !outcome.ok && outcome.problem.code === "legacy-other-name";
      setIsOther(asks);
      if (outcome.ok) onLinked(outcome.answer.account);
      if (outcome.ok || asks || (await asksAgain(outcome.problem.code))) return undefined;
      return { problem: outcome.problem };
    });
  const leaveQuestion = () => {
    setIsOther(false);
    requestAnimationFrame(() => document.getElementById("account")?.focus());
  };
  return (
    <LinkFrame
      title={words.title}
      {...(isOther ? {} : { lead: words.lead(say(arrival.platform.name)) })}
      backHref={linkAddress("notice", coming)}
      press={press}
      focusKey="account"
      help={say(arrival.platform.help)}
    >
      {isOther && (
        <OtherName
          name={arrival.form.name}
          account={trimSpaces(typed.account)}
          busy={press.busy}
          onMine={() => void link(true)}
          onCancel={leaveQuestion}
        />
      )}
      {!isOther && <AccountLine returnTo={signedInAddress(coming)} account={account} />}
      {/* Hidden and not gone: what was typed stays. */}
      <div hidden={isOther}>
        <Form onSubmit={() => void link()}>
          <TextField
            id="account"
            label={words.account}
            value={typed.account}
            onInput={(text) => onTyped({ account: text })}
            plain
            error={press.errorOf("account")}
          />
          <PasswordField
            id="password"
            label={words.password}
            hint={typed.hasOneUse ? words.oneUseHint : words.passwordHint}
            value={typed.password}
            onInput={(text) => onTyped({ password: text })}
            autoComplete="off"
            error={press.errorOf("password")}
          />
          <p>
            <a class="tap" href={linkAddress("password", coming)}>
              {words.find}
            </a>
          </p>
          <p>{words.means}</p>
          <div class="actions">
            <Button type="submit" kind="primary" busy={press.busy}>
              {words.submit}
            </Button>
            <ButtonLink href={linkAddress("notice", coming)}>{words.cancel}</ButtonLink>
          </div>
        </Form>
      </div>
    </LinkFrame>
  );
}
