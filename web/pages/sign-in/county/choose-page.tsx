import { useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import type { CountyProofAnswer } from "../../../../functions/contract/schemas/county.ts";
import { call, type Problem } from "../../../api.ts";
import { Button, ButtonLink } from "../../../components/button/button.tsx";
import { ChoiceField } from "../../../components/choice-field/choice-field.tsx";
import { useCountyProof } from "../../../components/county-picker/county-proof.ts";
import { ErrorSummary } from "../../../components/error-summary/error-summary.tsx";
import { Loading } from "../../../components/loading/loading.tsx";
import { Page } from "../../../components/page/page.tsx";
import { ProblemPanel } from "../../../components/problem-panel/problem-panel.tsx";
import { chooseWords } from "../../../words/county-pages.ts";
import { roleWords } from "../../../words/roles.ts";
import { useSay, useWords } from "../../../words/words.ts";
import { ProofGone } from "./proof-gone.tsx";
import { nextAddress } from "./rules/next-address.ts";

/** Several roles or schools: one of them is applied for. A reload finds them again, the address holds nothing. */
export function ChoosePage() {
  const words = useWords(chooseWords);
  const [proof, again] = useCountyProof();
  if (proof.state === "ready" && proof.proof.places?.length) return <Choose places={proof.proof.places} />;
  if (proof.state === "ready") return <ProofGone />;
  return (
    <Page title={words.question}>
      {proof.state === "failed" ? <ProblemPanel problem={proof.problem} onRetry={again} /> : <Loading lines={8} />}
    </Page>
  );
}

function Choose({ places }: { readonly places: NonNullable<CountyProofAnswer["places"]> }) {
  const words = useWords(chooseWords);
  const say = useSay();
  const { route } = useLocation();
  const [chosen, setChosen] = useState<string>();
  const [isMissing, setMissing] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    setMissing(chosen === undefined);
    setProblem(undefined);
    setAttempt((count) => count + 1);
    if (chosen === undefined) return;
    setBusy(true);
    const outcome = await call("POST /api/county/choose", { index: Number(chosen) });
    if (outcome.ok) return route(nextAddress(outcome.answer) ?? "/sign-in/county", true);
    setBusy(false);
    setProblem(outcome.problem);
    setAttempt((count) => count + 1);
  };
  if (problem?.code === "county-proof-missing") return <ProofGone />;
  const error = isMissing && chosen === undefined ? words.missing : undefined;
  return (
    <Page title={words.question} lead={words.lead}>
      <form class="form" noValidate onSubmit={submit}>
        <ErrorSummary errors={error ? [{ id: "place", text: error }] : []} problem={problem} attempt={attempt} />
        <ChoiceField
          id="place"
          label={words.question}
          hideLabel
          value={chosen}
          error={error}
          onChange={setChosen}
          options={places.map(
            ({ index, enrolment: { role, school, county, district, grade = "", class: group = "" } }) => ({
              value: String(index),
              label: school.name,
              hint: [words.place(county, district, say(roleWords[role])), words.grade(grade, group)]
                .filter(Boolean)
                .join(words.comma),
            }),
          )}
        />
        <div class="actions">
          <Button kind="primary" type="submit" busy={busy}>
            {words.next}
          </Button>
          <ButtonLink href="/contact-us?about=wrong-data">{words.wrong}</ButtonLink>
        </div>
      </form>
    </Page>
  );
}
