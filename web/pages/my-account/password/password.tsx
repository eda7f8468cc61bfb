import { useState } from "preact/hooks";
import { policies } from "../../../../functions/contract/policy.ts";
import { call } from "../../../api.ts";
import { Button, ButtonLink } from "../../../components/button/button.tsx";
import { Form } from "../../../components/form-page/form.tsx";
import { Notice } from "../../../components/notice/notice.tsx";
import { passwordChecks } from "../../../components/password-field/password-checks.ts";
import { PasswordField } from "../../../components/password-field/password-field.tsx";
import { useProofAgain } from "../../../components/proof-again/use-proof-again.ts";
import { useSession } from "../../../session.tsx";
import { refusedBy, usePress } from "../../../use-press.ts";
import { errorSentence } from "../../../words/first-errors.ts";
import { myPasswordWords } from "../../../words/my-password.ts";
import { useSay, useWords } from "../../../words/words.ts";
import { accountErrors, spoken } from "../../apply/account/account-errors.ts";
import { checkNewPassword } from "../../apply/rules/account-check.ts";
import { NewPasswordFields } from "../../reset-password/new/new-password-fields.tsx";
import { AccountFrame } from "../account-frame.tsx";
import { useOwn } from "../use-own.ts";

/** 變更密碼 (T17): the present one, then the new one twice. The passwords live in this form and nowhere else. */
export function MyPassword() {
  const words = useWords(myPasswordWords);
  const say = useSay();
  const own = useOwn("GET /api/my-account", "/my-account/password");
  const { session, refresh } = useSession();
  const press = usePress();
  const proof = useProofAgain();
  const [current, setCurrent] = useState("");
  const [password, setPassword] = useState("");
  const [again, setAgain] = useState("");
  const [isDone, setIsDone] = useState(false);
  // The manual's rule until the service has told its own.
  const rules = own.answer?.passwordRules ?? policies.seed.passwords.register;
  const accountName = session.state === "in" ? session.accountName : "";
  const person = session.state === "in" && session.name ? { name: session.name } : {};

  const found = () => [
    ...(current === "" ? [{ id: "current", text: words.needCurrent }] : []),
    ...spoken(accountErrors(checkNewPassword({ accountName, password, again }, rules, person)), say),
  ];
  const submit = () =>
    press.submit(found(), async () => {
      const outcome = await proof.freshly(() => call("POST /api/my-account/password", { current, password }));
      if (outcome?.ok) {
        for (const forget of [setCurrent, setPassword, setAgain]) forget("");
        setIsDone(true);
        // This browser's session has a new id, and with it a new token.
        void refresh();
      }
      if (!outcome || outcome.ok) return undefined;
      if (outcome.problem.code !== "password-wrong") return refusedBy(outcome.problem, say);
      return { errors: [{ id: "current", text: say(errorSentence("password-wrong")) }] };
    });

  if (isDone)
    return (
      <AccountFrame title={words.done} backHref={false} focusKey="done">
        <Notice kind="success">
          <p>{words.doneExplain}</p>
        </Notice>
        <div class="actions">
          <ButtonLink kind="primary" href="/my-account">
            {words.ok}
          </ButtonLink>
        </div>
      </AccountFrame>
    );
  return (
    <AccountFrame title={words.title} lead={words.lead} focusKey="form" press={press} proof={proof}>
      <Form onSubmit={() => void submit()}>
        {/* For password managers: which account the passwords belong to. */}
        <input type="hidden" autocomplete="username" value={accountName} />
        <PasswordField
          id="current"
          label={words.current}
          value={current}
          onInput={setCurrent}
          autoComplete="current-password"
          error={press.errorOf("current")}
        />
        <NewPasswordFields
          words={words}
          password={[password, setPassword]}
          again={[again, setAgain]}
          errorOf={press.errorOf}
          checks={passwordChecks(password, rules, { accountName, ...person })}
        />
        <div class="actions">
          <Button type="submit" kind="primary" busy={press.busy}>
            {words.submit}
          </Button>
          <ButtonLink href="/reset-password" kind="quiet">
            {words.forgot}
          </ButtonLink>
        </div>
      </Form>
    </AccountFrame>
  );
}
