import { call } from "../../../api.ts";
import { ApplicationHeading } from "../../../components/application-mark/application-heading.tsx";
import { Button } from "../../../components/button/button.tsx";
import { ErrorSummary } from "../../../components/error-summary/error-summary.tsx";
import { Page } from "../../../components/page/page.tsx";
import { useSession } from "../../../session.tsx";
import { usePress } from "../../../use-press.ts";
import { authorizationWords } from "../../../words/authorizations.ts";
import { useWords } from "../../../words/words.ts";
import type { Authorization } from "./applications.tsx";

interface ConfirmPageProps {
  readonly ticked: readonly Authorization[];
  readonly onBack: () => void;
  readonly onDone: (count: number) => Promise<void>;
}

/** 核對 before 取消授權: which ones, and what it means. */
export function ConfirmPage({ ticked, onBack, onDone }: ConfirmPageProps) {
  const words = useWords(authorizationWords);
  const { refresh } = useSession();
  const press = usePress(async ({ problem }) => {
    if (problem?.code !== "not-signed-in") return false;
    await refresh();
    return true;
  });
  const revoke = async () => {
    const clientIds = ticked.map(({ clientId }) => clientId);
    const outcome = await call("POST /api/my-account/authorizations/revoke", { clientIds });
    return outcome.ok ? void (await onDone(ticked.length)) : { problem: outcome.problem };
  };
  return (
    <Page title={words.confirm(ticked.length)} lead={words.confirmLead} focusKey="confirm">
      <ErrorSummary problem={press.problem} attempt={press.attempt} />
      <ul class="chosen-list">
        {ticked.map((entry) => (
          <li key={entry.clientId}>
            <ApplicationHeading application={entry} />
          </li>
        ))}
      </ul>
      <p class="muted">{words.alreadyHas}</p>
      <div class="actions">
        <Button kind="primary" onClick={() => void press.submit([], revoke)} busy={press.busy}>
          {words.revoke}
        </Button>
        <Button onClick={onBack}>{words.keep}</Button>
      </div>
    </Page>
  );
}
