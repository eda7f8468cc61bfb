import { useLocation } from "preact-iso/router";
import { policies } from "../../../../functions/contract/policy.ts";
import type { PublicRegistration } from "../../../../functions/contract/schemas/public-registration.ts";
import { termsVersion } from "../../../../functions/contract/terms.ts";
import { trimSpaces } from "../../../../functions/person/text.ts";
import { call, type ProblemCode, upload } from "../../../api.ts";
import { Button } from "../../../components/button/button.tsx";
import { CaptchaSubmit } from "../../../components/captcha-submit/captcha-submit.tsx";
import { ChoiceField } from "../../../components/choice-field/choice-field.tsx";
import { passwordChecks } from "../../../components/password-field/password-checks.ts";
import { PictureField } from "../../../components/picture-field/picture-field.tsx";
import { TextField } from "../../../components/text-field/text-field.tsx";
import { usePress } from "../../../use-press.ts";
import { useLanguage } from "../../../words/language.tsx";
import { detailWords } from "../../../words/my-details.ts";
import { publicFormWords } from "../../../words/public-registration.ts";
import { useSay, useWords } from "../../../words/words.ts";
import { NewPasswordFields } from "../../reset-password/new/new-password-fields.tsx";
import { useCaptchaPart } from "../../reset-password/use-captcha-part.ts";
import { DetailsFields } from "../details-fields.tsx";
import { fieldErrors, refusedSentences } from "../field-errors.ts";
import { detailsToSend } from "../rules/details-check.ts";
import { checkRegisterForm } from "../rules/form-check.ts";
import type { RegisterForm } from "../rules/register-form.ts";
import { registerAddresses } from "../rules/register-pages.ts";
import { rememberAgreed } from "./agreed.ts";
import { RegisterFrame } from "./register-frame.tsx";
import type { Registration } from "./use-registration.ts";

interface FormStepProps {
  readonly registration: Registration | undefined;
  readonly form: RegisterForm;
  readonly picture: Blob | undefined;
  readonly onChange: (change: Partial<RegisterForm>) => void;
  readonly onPicture: (picture: Blob | undefined) => void;
  /** `pictureRefused`: why the service did not take the picture; the registration stands. */
  readonly onSent: (answer: PublicRegistration, pictureRefused: ProblemCode | undefined) => void;
}

/** 其他會員註冊 (M20). What is typed lives in the page above this one, in memory, until the account is active or the tab is closed. */
export function FormStep({ registration, form, picture, onChange, onPicture, onSent }: FormStepProps) {
  const words = useWords(publicFormWords);
  const details = useWords(detailWords);
  const say = useSay();
  const { language } = useLanguage();
  const { route } = useLocation();
  const { captcha, missing, refused } = useCaptchaPart("public-register");
  const press = usePress();
  // The manual's rule until the service has told its own.
  const rules = registration?.passwordRules ?? policies.seed.passwords.register;
  const { email, name, password, again, age } = form;

  const send = async () => {
    if (!captcha.answer) return undefined;
    const outcome = await call("POST /api/public/register", {
      email: trimSpaces(email),
      name: trimSpaces(name),
      password,
      ...detailsToSend(form),
      adult: age === "adult",
      ...(age === "guardian" ? { guardian: true } : {}),
      agreed: true,
      termsVersion,
      language,
      captcha: captcha.answer,
    });
    if (!outcome.ok) return refused(outcome.problem, refusedSentences(outcome.problem, say));
    const kept = picture && (await upload("POST /api/public/picture", picture));
    onSent(outcome.answer, kept && !kept.ok ? kept.problem.code : undefined);
    route(registerAddresses.code);
    return undefined;
  };
  const found = () => [...fieldErrors(checkRegisterForm(form, rules), say), ...missing()];
  return (
    <RegisterFrame
      page="form"
      question={words.question}
      lead={details.required}
      backHref={registerAddresses.consent}
      press={press}
      onSubmit={() => void press.submit(found(), send)}
      above={press.problem?.code === "consent-outdated" && <ReadAgain label={words.readAgain} />}
    >
      <TextField
        id="email"
        label={words.email}
        hint={words.emailHint}
        type="email"
        autoComplete="username"
        value={email}
        onInput={(typed) => onChange({ email: typed })}
        error={press.errorOf("email")}
      />
      <TextField
        id="name"
        label={words.name}
        value={name}
        onInput={(typed) => onChange({ name: typed })}
        autoComplete="name"
        spellCheck={false}
        error={press.errorOf("name")}
      />
      <NewPasswordFields
        words={words}
        password={[password, (typed) => onChange({ password: typed })]}
        again={[again, (typed) => onChange({ again: typed })]}
        errorOf={press.errorOf}
        checks={passwordChecks(password, rules, { accountName: email, name })}
      />
      <DetailsFields form={form} onChange={onChange} errorOf={press.errorOf} />
      <PictureField id="picture" value={picture} onChange={onPicture} />
      <ChoiceField
        id="guardian"
        label={words.age}
        value={age === "" ? undefined : age}
        onChange={(chosen) => onChange({ age: chosen })}
        options={[
          { value: "adult", label: words.adult },
          { value: "guardian", label: words.guardian },
        ]}
        error={press.errorOf("guardian")}
      />
      <CaptchaSubmit captcha={captcha} press={press} label={words.submit} />
    </RegisterFrame>
  );
}

/** A new version of the notice comes with the page itself. */
function ReadAgain({ label }: { readonly label: string }) {
  const read = () => {
    rememberAgreed(false);
    location.assign(registerAddresses.consent);
  };
  return <Button onClick={read}>{label}</Button>;
}
