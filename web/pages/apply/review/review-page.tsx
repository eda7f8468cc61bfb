import { useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { formatMobile } from "../../../../functions/person/phone.ts";
import { call } from "../../../api.ts";
import { Button, ButtonLink } from "../../../components/button/button.tsx";
import { SummaryList } from "../../../components/summary-list/summary-list.tsx";
import { applyWords, confirmWords } from "../../../words/apply.ts";
import { accountWords, reviewWords } from "../../../words/apply-account.ts";
import { useSay, useWords } from "../../../words/words.ts";
import { accountErrors, spoken } from "../account/account-errors.ts";
import { useApplication, useApplicationState } from "../application-state.tsx";
import { PasswordPair } from "../password-pair.tsx";
import { usePasswordRules } from "../password-rules.ts";
import { checkNewPassword } from "../rules/account-check.ts";
import { StepFrame } from "../step-frame.tsx";
import { forgetTyped, recallTyped } from "../typed.ts";
import { refusedBy, useStep } from "../use-step.ts";

/** 完成註冊 or 我想修改 (M19). The password was never stored: after a reload, or when the service refuses it, it is asked here. */
export function ReviewPage() {
  const words = useWords(reviewWords);
  const say = useSay();
  const application = useApplication();
  const { save, sendBack } = useApplicationState();
  const { route } = useLocation();
  const step = useStep();
  const [asksPassword, setAsksPassword] = useState(() => recallTyped("password") === "");
  const person = { name: application.name ?? "", personId: recallTyped("personId") };
  const context = { ...person, accountName: application.accountName ?? "" };

  const passwordRules = usePasswordRules();
  const complete = async () => {
    const outcome = await call("POST /api/register/complete", { password: recallTyped("password") });
    if (outcome.ok) {
      forgetTyped();
      save(outcome.answer);
      route("/apply/done", true);
      return undefined;
    }
    if (outcome.problem.code === "account-name-taken") {
      await sendBack("account-name-taken");
      route("/apply/account");
      return undefined;
    }
    if (outcome.problem.code === "password-rule") setAsksPassword(true);
    return refusedBy(outcome.problem, say);
  };
  const finish = () => {
    const form = { accountName: context.accountName, password: recallTyped("password"), again: recallTyped("again") };
    const problems = asksPassword ? checkNewPassword(form, passwordRules, person) : {};
    return step.submit(spoken(accountErrors(problems), say), complete);
  };
  return (
    <StepFrame page="review" question={words.question} lead={words.explain} step={step} onSubmit={finish}>
      <SummaryList items={useReviewItems()} />
      {asksPassword && (
        <>
          <section class="apply-part">
            <h2>{words.passwordAgain}</h2>
            <p>{words.passwordWhy}</p>
          </section>
          {/* For password managers: which account the new password belongs to. */}
          <input type="hidden" autocomplete="username" value={context.accountName} />
          <PasswordPair step={step} context={context} />
        </>
      )}
      <div class="actions">
        <Button type="submit" kind="primary" busy={step.busy}>
          {words.finish}
        </Button>
        <ButtonLink href="/apply/account">{words.change}</ButtonLink>
      </div>
    </StepFrame>
  );
}

function useReviewItems() {
  const words = useWords(reviewWords);
  const account = useWords(accountWords);
  const confirm = useWords(confirmWords);
  const apply = useWords(applyWords);
  const { name = "", enrolment, accountName = "", email, mobile } = useApplication();
  return [
    { term: confirm.name, detail: name },
    { term: apply.school, detail: enrolment?.school.name ?? "" },
    { term: account.accountName, detail: accountName },
    { term: account.email, detail: email ?? words.none },
    { term: account.mobile, detail: mobile ? formatMobile(mobile) : words.none },
  ];
}
