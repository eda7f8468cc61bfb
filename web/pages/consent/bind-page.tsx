import type { Interaction } from "../../../functions/contract/schemas/applications.ts";
import { ApplicationHeading } from "../../components/application-mark/application-heading.tsx";
import { Button, ButtonLink } from "../../components/button/button.tsx";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { Page } from "../../components/page/page.tsx";
import { applicationWords } from "../../words/applications.ts";
import { inTheWayWords } from "../../words/consent.ts";
import { useSay, useWords } from "../../words/words.ts";
import { AccountLine } from "./account-line.tsx";
import type { Interacting } from "./use-interaction.ts";

interface BindPageProps {
  readonly uid: string;
  readonly interaction: Interaction;
  readonly interacting: Interacting;
}

/** The application asks for a second factor and the account has none: where to get one, and the way back. */
export function BindPage({ uid, interaction, interacting }: BindPageProps) {
  const words = useWords(inTheWayWords);
  const ofApplications = useWords(applicationWords);
  const { application, host, account } = interaction;
  const name = useSay()(application.name);
  return (
    <Page title={words.bind(name)} lead={words.bindLead} focusKey="bind">
      <ErrorSummary problem={interacting.problem} attempt={interacting.attempt} />
      <ApplicationHeading application={application} host={host} />
      {account && <AccountLine returnTo={`/consent/${uid}`} account={account} />}
      <ol class="numbered">
        <li>{words.bindFirst}</li>
        <li>{words.bindThen}</li>
      </ol>
      <div class="actions">
        <ButtonLink kind="primary" href="/my-account/two-factor">
          {words.toTwoFactor}
        </ButtonLink>
        <Button onClick={() => void interacting.again()} busy={interacting.busy}>
          {words.isBound}
        </Button>
      </div>
      <div class="actions">
        <Button kind="quiet" onClick={() => void interacting.decide("refuse")} disabled={interacting.busy}>
          {ofApplications.backTo(name)}
        </Button>
      </div>
    </Page>
  );
}
