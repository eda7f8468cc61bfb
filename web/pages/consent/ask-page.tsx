import type { Interaction } from "../../../functions/contract/schemas/applications.ts";
import { ApplicationHeading } from "../../components/application-mark/application-heading.tsx";
import { Button } from "../../components/button/button.tsx";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { GivenList } from "../../components/given-list/given-list.tsx";
import { Page } from "../../components/page/page.tsx";
import { consentWords } from "../../words/consent.ts";
import { useSay, useWords } from "../../words/words.ts";
import { AccountLine } from "./account-line.tsx";
import type { Interacting } from "./use-interaction.ts";

interface AskPageProps {
  readonly uid: string;
  readonly interaction: Interaction;
  readonly interacting: Interacting;
}

/** The question itself: who asks, as whom, for what and why; 同意 or 不同意. */
export function AskPage({ uid, interaction, interacting }: AskPageProps) {
  const words = useWords(consentWords);
  const say = useSay();
  const { application, host, scopes, account } = interaction;
  const { problem, attempt, busy, decide } = interacting;
  return (
    <Page
      title={words.title(say(application.name))}
      lead={scopes.length > 0 ? words.lead : words.nothingNew}
      focusKey="ask"
    >
      <ErrorSummary problem={problem} attempt={attempt} />
      <ApplicationHeading application={application} host={host} />
      {account && <AccountLine returnTo={`/consent/${uid}`} account={account} />}
      {scopes.length > 0 && (
        <section>
          <h2>{words.what}</h2>
          <GivenList scopes={scopes} />
        </section>
      )}
      <section>
        <div class="actions actions--pair">
          <Button kind="primary" onClick={() => void decide("allow")} busy={busy}>
            {words.allow}
          </Button>
          <Button onClick={() => void decide("refuse")} disabled={busy}>
            {words.refuse}
          </Button>
        </div>
        <p class="muted">{words.refuseMeans(host)}</p>
        <p class="muted">{words.later}</p>
      </section>
    </Page>
  );
}
