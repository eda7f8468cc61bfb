import { useLocation } from "preact-iso/router";
import { Button } from "../../components/button/button.tsx";
import { CaptchaField } from "../../components/captcha-field/captcha-field.tsx";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { Notice } from "../../components/notice/notice.tsx";
import { Page } from "../../components/page/page.tsx";
import { SelectField } from "../../components/select-field/select-field.tsx";
import { TextField } from "../../components/text-field/text-field.tsx";
import { caseCategoryWords, contactUsWords } from "../../words/contact-us.ts";
import { useSay, useWords } from "../../words/words.ts";
import { useCaptchaPart } from "../reset-password/use-captcha-part.ts";
import { DescriptionField } from "./description-field.tsx";
import { OtherWays } from "./other-ways.tsx";
import type { Brought } from "./rules/brought.ts";
import { categories, needsPerson } from "./rules/categories.ts";
import { useCaseForm } from "./use-case-form.ts";
import { useSendCase } from "./use-send-case.ts";

/** 問題分類, who, how to reach, 問題描述, captcha, 送出 (M70). What was typed stays through every refusal. */
export function ContactForm({ brought }: { readonly brought: Brought }) {
  const words = useWords(contactUsWords);
  const say = useSay();
  const { route } = useLocation();
  const captcha = useCaptchaPart("contact-us");
  const form = useCaseForm(brought);
  const { values, set, addTemplate } = form;
  const { errors, problem, errorOf, attempt, busy, press } = useSendCase(form, brought, captcha);
  const { category } = values;
  const failed = errors.length > 0 || problem !== undefined;
  const personHint = category && !needsPerson(category) ? words.personOptional : words.personHint;
  return (
    <Page title={words.title} documentTitle={failed ? words.errorTitle : words.title} lead={words.lead}>
      <p>
        <a class="tap" href="/case">
          {words.look}
        </a>
      </p>
      <form
        class="form form--card"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void press();
        }}
      >
        <ErrorSummary errors={errors} problem={problem} attempt={attempt} />
        <SelectField
          id="category"
          label={words.category}
          value={category ?? ""}
          options={categories.map((one) => ({ value: one, label: say(caseCategoryWords[one]) }))}
          error={errorOf("category")}
          onChange={(chosen) => set({ category: categories.find((one) => one === chosen) })}
        />
        <TextField
          id="person"
          label={words.person}
          hint={personHint}
          value={values.person}
          onInput={(person) => set({ person })}
          error={errorOf("person")}
          plain
        />
        <TextField
          id="name"
          label={words.name}
          value={values.name}
          onInput={(name) => set({ name })}
          autoComplete="name"
          spellCheck={false}
          error={errorOf("name")}
        />
        <TextField
          id="contact"
          label={words.contact}
          hint={words.contactHint}
          value={values.contact}
          onInput={(contact) => set({ contact })}
          autoComplete="email"
          error={errorOf("contact")}
          plain
        />
        <Notice kind="warning">
          <p>{words.neverWrite}</p>
        </Notice>
        <DescriptionField
          id="description"
          value={values.description}
          onInput={(description) => set({ description })}
          error={errorOf("description")}
          addTemplate={addTemplate}
          category={category}
        />
        <CaptchaField id="captcha" captcha={captcha.captcha} error={errorOf("captcha")} />
        <div class="actions">
          <Button kind="primary" type="submit" busy={busy}>
            {words.submit}
          </Button>
          <Button onClick={() => (history.length > 1 ? history.back() : route("/"))}>{words.cancel}</Button>
        </div>
      </form>
      <OtherWays />
      <section>
        <h2>{words.rosterHeading}</h2>
        <p>{words.roster}</p>
      </section>
    </Page>
  );
}
