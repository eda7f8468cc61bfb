import { useLocation } from "preact-iso/router";
import { trimSpaces } from "../../../functions/person/text.ts";
import { call } from "../../api.ts";
import { type Press, type Refused, usePress } from "../../use-press.ts";
import { contactUsWords } from "../../words/contact-us.ts";
import { useSay, useWords } from "../../words/words.ts";
import type { CaptchaPart } from "../reset-password/use-captcha-part.ts";
import { caseErrors } from "./case-errors.ts";
import { rememberOpened } from "./opened-here.ts";
import type { Brought } from "./rules/brought.ts";
import { checkCase, isEmailMeant } from "./rules/case-check.ts";
import type { CaseForm } from "./use-case-form.ts";

/** 送出: tells what is missing, or opens the case and goes to the page with its number. */
export function useSendCase(
  { values, template }: CaseForm,
  { county, school }: Brought,
  { captcha, missing, refused }: CaptchaPart,
): Press & { press(): Promise<void> } {
  const words = useWords(contactUsWords);
  const say = useSay();
  const { route } = useLocation();
  const press = usePress();

  const send = async (): Promise<Refused | undefined> => {
    const { category } = values;
    if (!category || !captcha.answer) return undefined;
    const outcome = await call("POST /api/cases", {
      category,
      person: trimSpaces(values.person),
      name: trimSpaces(values.name),
      contact: trimSpaces(values.contact),
      description: values.description.trim(),
      ...(county ? { county } : {}),
      ...(school ? { school } : {}),
      captcha: captcha.answer,
    });
    if (!outcome.ok) {
      const { wrongName: name, wrongContact: contact, descriptionWrong: description } = words;
      return refused(outcome.problem, { name, contact, description });
    }
    const { number, code, mailed } = outcome.answer;
    rememberOpened({ number, code, ...(mailed ? { sentTo: isEmailMeant(values.contact) ? "email" : "mobile" } : {}) });
    // In place of the form: the back button leads to where the question arose, not to an empty form.
    route("/contact-us/sent", true);
    scrollTo(0, 0);
    return undefined;
  };
  return {
    ...press,
    press: () => press.submit([...caseErrors(checkCase(values, template), say), ...missing()], send),
  };
}
