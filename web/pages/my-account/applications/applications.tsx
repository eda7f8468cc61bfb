import { useCallback, useState } from "preact/hooks";
import type { Authorizations as Answer } from "../../../../functions/contract/schemas/applications.ts";
import { ButtonLink } from "../../../components/button/button.tsx";
import { Loading } from "../../../components/loading/loading.tsx";
import { Notice } from "../../../components/notice/notice.tsx";
import { Page } from "../../../components/page/page.tsx";
import { ProblemPanel } from "../../../components/problem-panel/problem-panel.tsx";
import { authorizationWords } from "../../../words/authorizations.ts";
import { useWords } from "../../../words/words.ts";
import { useOwn } from "../use-own.ts";
import { AuthorizationList } from "./authorization-list.tsx";
import { ConfirmPage } from "./confirm-page.tsx";

export type Authorization = Answer["authorizations"][number];

/** 應用服務授權清單 (M60): what was allowed to whom, and taking it back. */
export function Authorizations() {
  const words = useWords(authorizationWords);
  const { answer, problem, busy, retry } = useOwn("GET /api/my-account/authorizations", "/my-account/applications");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [confirming, setConfirming] = useState(false);
  const [revoked, setRevoked] = useState(0);
  const done = useCallback(
    async (count: number) => {
      await retry();
      setChosen(new Set());
      setConfirming(false);
      setRevoked(count);
    },
    [retry],
  );
  const list = answer?.authorizations ?? [];
  const ticked = list.filter(({ clientId }) => chosen.has(clientId));
  if (confirming && ticked.length > 0)
    return <ConfirmPage ticked={ticked} onBack={() => setConfirming(false)} onDone={done} />;
  return (
    <Page
      title={revoked ? words.done : words.title}
      {...(!revoked && { lead: words.lead })}
      focusKey={revoked ? "done" : "list"}
    >
      {revoked > 0 && <Notice kind="success">{words.doneLead(revoked)}</Notice>}
      {problem && <ProblemPanel problem={problem} onRetry={() => void retry()} busy={busy} />}
      {!problem && !answer && <Loading lines={12} />}
      {!problem && answer && list.length === 0 && <Nothing />}
      {!problem && list.length > 0 && (
        <AuthorizationList
          list={list}
          chosen={chosen}
          onChosenChange={setChosen}
          onRevoke={() => {
            setRevoked(0);
            setConfirming(true);
          }}
        />
      )}
    </Page>
  );
}

function Nothing() {
  const words = useWords(authorizationWords);
  return (
    <>
      <p>{words.none}</p>
      <div class="actions">
        <ButtonLink href="/applications">{words.toApplications}</ButtonLink>
        <ButtonLink href="/contact-us">{words.contactUs}</ButtonLink>
      </div>
    </>
  );
}
