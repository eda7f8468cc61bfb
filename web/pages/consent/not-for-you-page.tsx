import type { Interaction } from "../../../functions/contract/schemas/applications.ts";
import { ApplicationHeading } from "../../components/application-mark/application-heading.tsx";
import { Button } from "../../components/button/button.tsx";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { Page } from "../../components/page/page.tsx";
import { applicationWords, rolesOf } from "../../words/applications.ts";
import { inTheWayWords } from "../../words/consent.ts";
import { useSay, useWords } from "../../words/words.ts";
import { AccountLine } from "./account-line.tsx";
import type { Interacting } from "./use-interaction.ts";

interface NotForYouPageProps {
  readonly uid: string;
  readonly interaction: Interaction;
  readonly interacting: Interacting;
}

/** The application is for other people: for whom, and back to it without anything. */
export function NotForYouPage({ uid, interaction, interacting }: NotForYouPageProps) {
  const words = useWords(inTheWayWords);
  const ofApplications = useWords(applicationWords);
  const say = useSay();
  const { application, host, roles = [], account } = interaction;
  const name = say(application.name);
  const title = roles.length > 0 ? words.onlyFor(name, say(rolesOf(roles))) : words.notForYou(name);
  return (
    <Page title={title} lead={words.notForYouLead} focusKey="not-for-you">
      <ErrorSummary problem={interacting.problem} attempt={interacting.attempt} />
      <ApplicationHeading application={application} host={host} />
      {account && <AccountLine returnTo={`/consent/${uid}`} account={account} />}
      <div class="actions">
        <Button kind="primary" onClick={() => void interacting.decide("refuse")} busy={interacting.busy}>
          {ofApplications.backTo(name)}
        </Button>
      </div>
      <p>
        <a class="tap" href="/contact-us?about=wrong-data">
          {words.wrongRole}
        </a>
      </p>
    </Page>
  );
}
