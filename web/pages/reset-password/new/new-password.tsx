import { useCallback, useEffect, useState } from "preact/hooks";
import { call } from "../../../api.ts";
import { ButtonLink } from "../../../components/button/button.tsx";
import { Loading } from "../../../components/loading/loading.tsx";
import { Page } from "../../../components/page/page.tsx";
import { ProblemPanel } from "../../../components/problem-panel/problem-panel.tsx";
import { useSession } from "../../../session.tsx";
import { errorSentence } from "../../../words/first-errors.ts";
import { useLanguage } from "../../../words/language.tsx";
import { newPasswordWords } from "../../../words/reset-password.ts";
import { dateTimeOf } from "../../../words/times.ts";
import { useSay, useWords } from "../../../words/words.ts";
import { PasswordForm } from "./password-form.tsx";
import { ResetDone } from "./reset-done.tsx";
import { type Shown, shownOf } from "./shown.ts";

/** 重設密碼 (M50). What may be done here the service says, so that a reload shows the same. */
export function NewPassword() {
  const words = useWords(newPasswordWords);
  const { refresh } = useSession();
  const [shown, setShown] = useState<Shown>({ state: "loading" });
  const load = useCallback(async () => {
    setShown({ state: "loading" });
    setShown(shownOf(await call("GET /api/reset-password"), Date.now()));
  }, []);
  useEffect(() => {
    void load();
  }, [load]);

  if (shown.state === "open") {
    const changed = (next: Shown) => {
      setShown(next);
      // Whoever was signed in here is not any more.
      if (next.state === "done") void refresh();
    };
    return <PasswordForm grant={shown.grant} until={shown.until} onEnd={changed} />;
  }
  if (shown.state === "done") return <ResetDone done={shown.done} />;
  if (shown.state === "refused") return <Refused shown={shown} />;
  if (shown.state === "none" || shown.state === "expired") return <StartAgain state={shown.state} />;
  return (
    <Page title={words.title}>
      {shown.state === "failed" ? <ProblemPanel problem={shown.problem} onRetry={load} /> : <Loading lines={8} />}
    </Page>
  );
}

/** No grant is open in this browser, or its time ran out: nothing of what was typed is left. */
function StartAgain({ state }: { readonly state: "none" | "expired" }) {
  const words = useWords(newPasswordWords);
  const isExpired = state === "expired";
  return (
    <Page
      title={isExpired ? words.expired : words.none}
      lead={isExpired ? words.expiredExplain : words.noneExplain}
      focusKey={state}
    >
      <div class="actions">
        <ButtonLink href="/reset-password" kind="primary">
          {words.start}
        </ButtonLink>
      </div>
    </Page>
  );
}

/** M51 and M55: why this password cannot change now, and from when it can. */
function Refused({ shown: { problem, from } }: { readonly shown: Extract<Shown, { state: "refused" }> }) {
  const words = useWords(newPasswordWords);
  const say = useSay();
  const { language } = useLanguage();
  const why = problem.code === "account-disabled" ? words.enable : say(errorSentence(problem.code));
  return (
    <Page title={words.refused} lead={why} focusKey="refused">
      {from !== undefined && <p>{words.from(dateTimeOf(new Date(from).toISOString(), language))}</p>}
      <div class="actions">
        <ButtonLink href="/contact-us" kind="primary">
          {words.contactUs}
        </ButtonLink>
        <ButtonLink href="/sign-in">{words.signIn}</ButtonLink>
      </div>
    </Page>
  );
}
