import { useCallback, useEffect, useState } from "preact/hooks";
import { call } from "../../../api.ts";
import { ButtonLink } from "../../../components/button/button.tsx";
import { Loading } from "../../../components/loading/loading.tsx";
import { Notice } from "../../../components/notice/notice.tsx";
import { Page } from "../../../components/page/page.tsx";
import { ProblemPanel } from "../../../components/problem-panel/problem-panel.tsx";
import { useSession } from "../../../session.tsx";
import { activateNewWords } from "../../../words/activate.ts";
import { useWords } from "../../../words/words.ts";
import { AccountText } from "../../reset-password/new/account-text.tsx";
import { PasswordForm } from "../../reset-password/new/password-form.tsx";
import { type Shown, shownOf } from "./shown.ts";

/** The new password that enables the account (M55): any three of four kinds of characters. A reload shows the same. */
export function ActivateNew() {
  const words = useWords(activateNewWords);
  const { refresh } = useSession();
  const [shown, setShown] = useState<Shown>({ state: "loading" });
  const load = useCallback(async () => {
    setShown({ state: "loading" });
    setShown(shownOf(await call("GET /api/activate"), Date.now()));
  }, []);
  useEffect(() => {
    void load();
  }, [load]);

  if (shown.state === "open") {
    const send = async (password: string) => {
      const outcome = await call("POST /api/activate", { password });
      if (outcome.ok) {
        setShown({ state: "done", account: outcome.answer.account });
        // Whoever was signed in here is not any more.
        void refresh();
        return undefined;
      }
      if (outcome.problem.code !== "reset-grant-missing") return outcome.problem;
      setShown({ state: "expired" });
      return undefined;
    };
    const expire = () => setShown({ state: "expired" });
    return <PasswordForm grant={shown.grant} until={shown.until} words={words} send={send} onExpire={expire} />;
  }
  if (shown.state === "done") return <Enabled account={shown.account} />;
  if (shown.state === "none" || shown.state === "expired") return <StartAgain state={shown.state} />;
  return (
    <Page title={words.title}>
      {shown.state === "failed" ? <ProblemPanel problem={shown.problem} onRetry={load} /> : <Loading lines={8} />}
    </Page>
  );
}

/** 帳號已啟用: on to 登入. */
function Enabled({ account }: { readonly account: string }) {
  const words = useWords(activateNewWords);
  return (
    <Page title={words.done} focusKey="done">
      <Notice kind="success" heading={words.done}>
        <p>
          <AccountText account={account} />
        </p>
        <p>{words.doneExplain}</p>
      </Notice>
      <div class="actions">
        <ButtonLink href="/sign-in" kind="primary">
          {words.signIn}
        </ButtonLink>
      </div>
    </Page>
  );
}

/** No grant is open in this browser, or its time ran out: nothing of what was typed is left. */
function StartAgain({ state }: { readonly state: "none" | "expired" }) {
  const words = useWords(activateNewWords);
  const isExpired = state === "expired";
  return (
    <Page
      title={isExpired ? words.expired : words.none}
      lead={isExpired ? words.expiredExplain : words.noneExplain}
      focusKey={state}
    >
      <div class="actions">
        <ButtonLink href="/activate" kind="primary">
          {words.start}
        </ButtonLink>
      </div>
    </Page>
  );
}
