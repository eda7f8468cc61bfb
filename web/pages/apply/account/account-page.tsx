import { useLocation } from "preact-iso/router";
import { formatMobile } from "../../../../functions/person/phone.ts";
import { call } from "../../../api.ts";
import { Button } from "../../../components/button/button.tsx";
import { RuleChecks } from "../../../components/password-field/password-field.tsx";
import { TextField } from "../../../components/text-field/text-field.tsx";
import { accountWords } from "../../../words/apply-account.ts";
import { errorSentence } from "../../../words/first-errors.ts";
import { useSay, useWords } from "../../../words/words.ts";
import { useApplication, useApplicationState } from "../application-state.tsx";
import { HasAccount } from "../has-account.tsx";
import { PasswordPair } from "../password-pair.tsx";
import { usePasswordRules } from "../password-rules.ts";
import { type AccountForm, accountNameTicks, checkAccount } from "../rules/account-check.ts";
import { homeOf } from "../rules/steps.ts";
import { rememberSent } from "../sent-code.ts";
import { StepFrame } from "../step-frame.tsx";
import { recallTyped, useTyped } from "../typed.ts";
import { refusedBy, useStep } from "../use-step.ts";
import { accountErrors, spoken } from "./account-errors.ts";

const tickWords = {
  length: accountWords.nameLength,
  "first-letter": accountWords.nameFirst,
  characters: accountWords.nameCharacters,
};

/** 帳號, 密碼 twice, 電子郵件信箱, 行動電話 (M16–M18). The service holds the name for a quarter of an hour from here. */
export function AccountPage() {
  const words = useWords(accountWords);
  const say = useSay();
  const application = useApplication();
  const { save } = useApplicationState();
  const { route } = useLocation();
  const step = useStep();
  const [accountName, setAccountName] = useTyped("accountName", application.accountName);
  const [email, setEmail] = useTyped("email", application.email);
  const [mobile, setMobile] = useTyped("mobile", application.mobile && formatMobile(application.mobile));
  const person = { name: application.name ?? "", personId: recallTyped("personId") };

  const passwordRules = usePasswordRules();
  const send = async (form: AccountForm) => {
    const contacts = {
      ...(form.email.trim() && { email: form.email }),
      ...(form.mobile.trim() && { mobile: form.mobile }),
    };
    const body = { accountName: form.accountName, password: form.password, ...contacts };
    const outcome = await call("POST /api/register/account", body);
    if (!outcome.ok) {
      const isTaken = outcome.problem.code === "account-name-taken";
      return refusedBy(outcome.problem, say, isTaken ? { accountName: say(errorSentence("account-name-taken")) } : {});
    }
    rememberSent(undefined);
    save(outcome.answer);
    route(`/apply/${homeOf(outcome.answer.step)}`);
    return undefined;
  };
  const next = () => {
    const passwords = { password: recallTyped("password"), again: recallTyped("again") };
    const form = { accountName, ...passwords, email, mobile };
    const problems = checkAccount(form, passwordRules, person);
    return step.submit(spoken(accountErrors(problems), say), () => send(form));
  };
  return (
    <StepFrame page="account" question={words.question} step={step} onSubmit={next}>
      {step.problem?.code === "person-has-account" && <HasAccount />}
      <div>
        <TextField
          id="accountName"
          label={words.accountName}
          hint={words.accountNameHint}
          value={accountName}
          onInput={setAccountName}
          autoComplete="username"
          plain
          describedBy="accountName-rule"
          error={step.errorOf("accountName")}
        />
        <RuleChecks
          id="accountName-rule"
          heading={words.nameRules}
          checks={accountNameTicks(accountName).map(({ rule, met }) => ({ sentence: tickWords[rule], met }))}
        />
      </div>
      <PasswordPair step={step} context={{ accountName, ...person }} />
      <section class="apply-part">
        <h2>{words.contacts}</h2>
        <p>{words.contactsExplain}</p>
      </section>
      <TextField
        id="email"
        label={words.email}
        hint={words.emailHint}
        type="email"
        autoComplete="email"
        value={email}
        onInput={setEmail}
        error={step.errorOf("email")}
      />
      <TextField
        id="mobile"
        label={words.mobile}
        hint={words.mobileHint}
        type="tel"
        autoComplete="tel-national"
        value={mobile}
        onInput={setMobile}
        error={step.errorOf("mobile")}
      />
      <div class="actions">
        <Button type="submit" kind="primary" busy={step.busy}>
          {words.submit}
        </Button>
      </div>
    </StepFrame>
  );
}
