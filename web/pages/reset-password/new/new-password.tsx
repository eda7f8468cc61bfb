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
import { refusedAs, type Shown, shownOf } from "./shown.ts";

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
    const { grant, until } = shown;
    const send = async (password: string) => {
      const outcome = await call("POST /api/reset-password", { password });
      if (!outcome.ok) {
        const end = refusedAs(outcome.problem, Date.now());
        if (end) setShown(end);
        return end ? undefined : outcome.problem;
      }
      setShown({ state: "done", done: { state: "done", account: outcome.answer.account, way: grant.way } });
      // Whoever was signed in here is not any more.
      void refresh();
      return undefined;
    };
    const expire = () => setShown({ state: "expired" });
    return <PasswordForm grant={grant} until={until} words={words} send={send} onExpire={expire} />;
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
  const isDisabled = problem.code === "account-disabled";
  const why = isDisabled ? words.enable : say(errorSentence(problem.code));
  return (
    <Page title={words.refused} lead={why} focusKey="refused">
      {from !== undefined && <p>{words.from(dateTimeOf(new Date(from).toISOString(), language))}</p>}
      <div class="actions">
        {isDisabled && (
          <ButtonLink href="/activate" kind="primary">
            {words.activate}
          </ButtonLink>
        )}
        <ButtonLink href="/contact-us" kind={isDisabled ? "secondary" : "primary"}>
          {words.contactUs}
        </ButtonLink>
        <ButtonLink href="/sign-in">{words.signIn}</ButtonLink>
      </div>
    </Page>
  );
}
