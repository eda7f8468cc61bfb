import { useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import type { CountyId } from "../../../../functions/contract/counties.ts";
import { call, type Problem } from "../../../api.ts";
import { Button, ButtonLink } from "../../../components/button/button.tsx";
import { entryOf, useCountyEntries } from "../../../components/county-picker/county-entries.ts";
import { useCountyProof } from "../../../components/county-picker/county-proof.ts";
import { ErrorSummary } from "../../../components/error-summary/error-summary.tsx";
import { Loading } from "../../../components/loading/loading.tsx";
import { Page } from "../../../components/page/page.tsx";
import { ProblemPanel } from "../../../components/problem-panel/problem-panel.tsx";
import { ProofStep } from "../../../components/proof-again/proof-step.tsx";
import { useProofAgain } from "../../../components/proof-again/use-proof-again.ts";
import { SummaryList } from "../../../components/summary-list/summary-list.tsx";
import { signInFor } from "../../../return-to.ts";
import { useSession } from "../../../session.tsx";
import { arrivalWords, linkWords } from "../../../words/county-pages.ts";
import { countyWayWords } from "../../../words/county-way.ts";
import { useLanguage } from "../../../words/language.tsx";
import { partWords } from "../../../words/parts.ts";
import { useWords } from "../../../words/words.ts";
import { ProofGone } from "./proof-gone.tsx";

/** A person who has an account already (T35): both sides are proved, then linked at the press of a button. */
export function LinkPage() {
  const words = useWords(linkWords);
  const { session, refresh } = useSession();
  const [proof, again] = useCountyProof();
  const [counties] = useCountyEntries();
  const { language } = useLanguage();
  const [linked, setLinked] = useState(false);

  if (proof.state === "failed" || session.state === "unknown") {
    const problem =
      proof.state === "failed" ? proof.problem : session.state === "unknown" ? session.problem : undefined;
    return (
      <Page title={words.title}>
        {problem && (
          <ProblemPanel problem={problem} onRetry={() => void (proof.state === "failed" ? again() : refresh())} />
        )}
      </Page>
    );
  }
  if (proof.state === "loading" || session.state === "loading" || counties.state === "loading")
    return (
      <Page title={words.title}>
        <Loading lines={8} />
      </Page>
    );
  const { county } = proof.proof;
  if (!county) return <ProofGone />;
  const entry = entryOf(counties, county);
  const name = (language === "en" ? entry?.nameEn : entry?.name) ?? "";
  if (linked) return <Linked countyName={name} />;
  if (session.state === "out") return <SignInFirst />;
  return <Link accountName={session.accountName} county={county} countyName={name} onLinked={() => setLinked(true)} />;
}

function SignInFirst() {
  const words = useWords(linkWords);
  const arrival = useWords(arrivalWords);
  const way = useWords(countyWayWords);
  const parts = useWords(partWords);
  return (
    <Page title={words.hasAccount} lead={words.hasAccountLead} focusKey="sign-in">
      <div class="actions">
        <ButtonLink kind="primary" href={signInFor("/sign-in/county/link")}>
          {way.signInAndLink}
        </ButtonLink>
        <ButtonLink href="/reset-password">{arrival.forgotPassword}</ButtonLink>
        <ButtonLink href="/contact-us?about=county">{parts.contactUs}</ButtonLink>
      </div>
    </Page>
  );
}

interface LinkProps {
  readonly accountName: string;
  readonly county: CountyId;
  readonly countyName: string;
  readonly onLinked: () => void;
}

function Link({ accountName, county, countyName, onLinked }: LinkProps) {
  const words = useWords(linkWords);
  const { refresh, signOut } = useSession();
  const { route } = useLocation();
  const again = useProofAgain();
  const [problem, setProblem] = useState<Problem>();
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const link = async () => {
    setBusy(true);
    const outcome = await again.freshly(() => call("POST /api/county/link"));
    setBusy(false);
    if (outcome === undefined) return;
    if (outcome.ok) return onLinked();
    if (outcome.problem.code === "not-signed-in") return void refresh();
    setProblem(outcome.problem);
    setAttempt((count) => count + 1);
  };
  // Signing out takes what the county said along: at a shared computer it may be somebody else's.
  const startAgain = async () => {
    const outcome = await signOut();
    if (outcome.ok) return route("/sign-in/county");
    setProblem(outcome.problem);
    setAttempt((count) => count + 1);
  };
  if (problem?.code === "county-proof-missing") return <ProofGone />;
  if (again.asking) return <ProofStep proof={again} accountName={accountName} />;
  return (
    <Page title={words.title} lead={words.lead} focusKey="link">
      <ErrorSummary problem={problem} attempt={attempt} />
      <SummaryList
        items={[
          { term: words.account, detail: accountName },
          { term: words.county, detail: countyName || county },
        ]}
      />
      <div class="actions">
        <Button kind="primary" onClick={link} busy={busy}>
          {words.link}
        </Button>
        <ButtonLink href="/contact-us?about=county">{useWords(partWords).contactUs}</ButtonLink>
      </div>
      <p class="muted">{words.notYours}</p>
      <div class="actions">
        <Button kind="quiet" onClick={startAgain}>
          {words.signOutFirst}
        </Button>
      </div>
    </Page>
  );
}

function Linked({ countyName }: { readonly countyName: string }) {
  const words = useWords(linkWords);
  return (
    <Page title={words.done} lead={words.doneLead(countyName)} focusKey="linked">
      <div class="actions">
        <ButtonLink kind="primary" href="/my-account">
          {words.toMyAccount}
        </ButtonLink>
      </div>
    </Page>
  );
}
