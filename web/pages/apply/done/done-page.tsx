import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import type { Problem } from "../../../api.ts";
import { Button, ButtonLink } from "../../../components/button/button.tsx";
import { ErrorSummary } from "../../../components/error-summary/error-summary.tsx";
import { Notice } from "../../../components/notice/notice.tsx";
import { Page } from "../../../components/page/page.tsx";
import { applyWords } from "../../../words/apply.ts";
import { doneWords } from "../../../words/apply-account.ts";
import { useWords } from "../../../words/words.ts";
import { useApplication, useApplicationState } from "../application-state.tsx";
import { rememberSent } from "../sent-code.ts";
import { forgetTyped } from "../typed.ts";

/** 新建帳號成功 → 登入 (M19). On a shared computer the next person starts clean from here. */
export function DonePage() {
  const words = useWords(doneWords);
  const apply = useWords(applyWords);
  const { account = "", accountName: name = "" } = useApplication();
  const { restart } = useApplicationState();
  const { route } = useLocation();
  const [problem, setProblem] = useState<Problem>();
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    forgetTyped();
    rememberSent(undefined);
  }, []);
  const nextPerson = async () => {
    setBusy(true);
    const refused = await restart();
    setBusy(false);
    setProblem(refused);
    setAttempt((count) => count + 1);
    if (!refused) route("/apply/identity");
  };
  return (
    <Page title={words.question}>
      <ErrorSummary problem={problem} attempt={attempt} />
      <Notice kind="success" heading={words.yours}>
        <p class="apply-account" translate={false}>
          {/* Broken before the @ only, on a narrow screen: nobody is to take half of a word for the whole. */}
          {account.slice(0, name.length)}
          <wbr />
          {account.slice(name.length)}
        </p>
        <p>{words.howToSignIn(name)}</p>
      </Notice>
      <p>{words.keep}</p>
      <div class="actions">
        <ButtonLink href="/sign-in" kind="primary">
          {apply.signIn}
        </ButtonLink>
      </div>
      <p id="next-person-about">{words.nextPersonExplain}</p>
      <Button kind="quiet" onClick={nextPerson} busy={busy} describedBy="next-person-about">
        {words.nextPerson}
      </Button>
    </Page>
  );
}
