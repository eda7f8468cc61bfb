import { useEffect, useState } from "preact/hooks";
import { usePress } from "../../use-press.ts";
import { factorWords } from "../../words/factor.ts";
import { errorSentence } from "../../words/first-errors.ts";
import { proofAgainWords } from "../../words/proof-again.ts";
import { useSay, useWords } from "../../words/words.ts";
import { Button } from "../button/button.tsx";
import { ErrorSummary } from "../error-summary/error-summary.tsx";
import { FactorField } from "../factor-field/factor-field.tsx";
import { Notice } from "../notice/notice.tsx";
import { Page } from "../page/page.tsx";
import { PasswordField } from "../password-field/password-field.tsx";
import type { ProofAgain } from "./use-proof-again.ts";

interface ProofStepProps {
  readonly proof: Pick<ProofAgain, "prove" | "cancel">;
  /** Whose password it is, for the person and for password managers. */
  readonly accountName: string;
  /** The code is asked for from the start. */
  readonly withCode?: boolean;
}

/** The password again, and the code where a second factor is on (T20): in place of the page that asked for it. */
export function ProofStep({ proof, accountName, withCode = false }: ProofStepProps) {
  const words = useWords(proofAgainWords);
  const factor = useWords(factorWords);
  const say = useSay();
  const press = usePress();
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [needsCode, setNeedsCode] = useState(withCode);
  const [recovery, setRecovery] = useState(false);

  useEffect(() => {
    if (needsCode && !withCode) document.getElementById("proof-code")?.focus();
  }, [needsCode, withCode]);

  const found = () => [
    ...(password === "" ? [{ id: "proof-password", text: words.needPassword }] : []),
    ...(needsCode && code === "" ? [{ id: "proof-code", text: recovery ? factor.needRecovery : factor.needCode }] : []),
  ];
  const submit = (event: Event) => {
    event.preventDefault();
    void press.submit(found(), async () => {
      const problem = await proof.prove(password, needsCode ? code : "");
      if (problem === undefined) return undefined;
      if (problem.code === "two-factor-needed") {
        setNeedsCode(true);
        return undefined;
      }
      const field = { "password-wrong": "proof-password", "two-factor-wrong": "proof-code" }[problem.code as string];
      return field ? { errors: [{ id: field, text: say(errorSentence(problem.code)) }] } : { problem };
    });
  };
  return (
    <Page title={words.title} lead={words.lead}>
      <form class="form form--card" noValidate onSubmit={submit}>
        <ErrorSummary errors={press.errors} problem={press.problem} attempt={press.attempt} />
        <p>
          {words.account} <b translate={false}>{accountName}</b>
        </p>
        {/* For password managers: whose password it is. */}
        <input type="hidden" autocomplete="username" value={accountName} />
        <PasswordField
          id="proof-password"
          label={words.password}
          value={password}
          onInput={setPassword}
          autoComplete="current-password"
          error={press.errorOf("proof-password")}
        />
        {needsCode && (
          <>
            <Notice announce>
              <p>{words.factorNeeded}</p>
            </Notice>
            <FactorField
              id="proof-code"
              value={code}
              onInput={setCode}
              recovery={recovery}
              onRecoveryChange={setRecovery}
              error={press.errorOf("proof-code")}
            />
          </>
        )}
        <div class="actions">
          <Button type="submit" kind="primary" busy={press.busy}>
            {words.submit}
          </Button>
          <Button onClick={proof.cancel}>{words.cancel}</Button>
        </div>
        <p>
          <a class="tap" href="/reset-password">
            {words.forgot}
          </a>
        </p>
      </form>
    </Page>
  );
}
