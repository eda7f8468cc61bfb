import { useCallback, useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import type { MyAccount as Details } from "../../../functions/contract/schemas/my-account.ts";
import { call, type Problem } from "../../api.ts";
import { Loading } from "../../components/loading/loading.tsx";
import { Page } from "../../components/page/page.tsx";
import { ProblemPanel } from "../../components/problem-panel/problem-panel.tsx";
import { signInFor } from "../../return-to.ts";
import { useSession } from "../../session.tsx";
import { myAccountWords } from "../../words/my-account.ts";
import { useWords } from "../../words/words.ts";
import { AccountDetails } from "./account-details.tsx";

/** 查閱個人資料 (M35). Without a session: to 登入, and back here. */
export function MyAccount() {
  const words = useWords(myAccountWords);
  const { route } = useLocation();
  const { session, refresh } = useSession();
  const [details, setDetails] = useState<Details>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);

  const load = useCallback(async () => {
    setBusy(true);
    const outcome = await call("GET /api/my-account");
    setBusy(false);
    if (outcome.ok) {
      setProblem(undefined);
      return setDetails(outcome.answer);
    }
    // The session ended while this tab was open: what it showed goes away too.
    if (outcome.problem.code === "not-signed-in") {
      setDetails(undefined);
      return refresh();
    }
    setProblem(outcome.problem);
  }, [refresh]);

  useEffect(() => {
    if (session.state === "out" && !(session.left && details)) return route(signInFor("/my-account"), true);
    if (session.state === "in") void load();
    if (session.state === "unknown") setProblem(session.problem);
  }, [session, route, load]);

  const retry = () => void (session.state === "in" ? load() : refresh());
  return (
    <Page title={words.title}>
      {problem && <ProblemPanel problem={problem} onRetry={retry} busy={busy} />}
      {!problem && (details ? <AccountDetails details={details} now={Date.now()} /> : <Loading lines={12} />)}
    </Page>
  );
}
