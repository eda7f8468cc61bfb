import { useEffect, useState } from "preact/hooks";
import { trimSpaces } from "../../../functions/person/text.ts";
import { call, type Problem } from "../../api.ts";
import { Button } from "../../components/button/button.tsx";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { Page } from "../../components/page/page.tsx";
import { TextField } from "../../components/text-field/text-field.tsx";
import { type Refused, usePress } from "../../use-press.ts";
import { caseWords } from "../../words/case.ts";
import { errorSentence } from "../../words/first-errors.ts";
import { useSay, useWords } from "../../words/words.ts";
import { OtherWays } from "../contact-us/other-ways.tsx";
import type { Looked } from "./case.tsx";

interface LookFormProps {
  /** From the address; may be empty. */
  readonly number: string;
  /** Why the pair of a link did not open a case. */
  readonly refused: Problem | undefined;
  readonly onLooked: (looked: Looked) => void;
}

/** 案件編號 and 查詢碼. */
export function LookForm({ number: known, refused, onLooked }: LookFormProps) {
  const words = useWords(caseWords);
  const say = useSay();
  const press = usePress();
  const [number, setNumber] = useState(known);
  const [code, setCode] = useState("");

  const told = (problem: Problem): Refused =>
    problem.code === "case-not-found"
      ? { errors: [{ id: "number", text: say(errorSentence(problem.code)) }] }
      : { problem };
  useEffect(() => {
    if (refused) void press.refuse(told(refused));
  }, [refused]);

  const pair = { number: trimSpaces(number), code: trimSpaces(code) };
  const look = async () => {
    const outcome = await call("POST /api/cases/look", pair);
    if (!outcome.ok) return told(outcome.problem);
    onLooked({ found: outcome.answer, code: pair.code });
    return undefined;
  };
  const missing = [
    ...(pair.number === "" ? [{ id: "number", text: words.needNumber }] : []),
    ...(pair.code === "" ? [{ id: "code", text: words.needCode }] : []),
  ];
  const failed = press.errors.length > 0 || press.problem !== undefined;
  return (
    <Page
      title={words.title}
      documentTitle={failed ? words.errorTitle : words.title}
      lead={words.lead}
      focusKey={`form ${known}`}
    >
      <form
        class="form form--card"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void press.submit(missing, look);
        }}
      >
        <ErrorSummary errors={press.errors} problem={press.problem} attempt={press.attempt} />
        <TextField
          id="number"
          label={words.number}
          hint={words.numberHint}
          value={number}
          onInput={setNumber}
          error={press.errorOf("number")}
          plain
        />
        <TextField
          id="code"
          label={words.code}
          hint={words.codeHint}
          value={code}
          onInput={setCode}
          error={press.errorOf("code")}
          plain
        />
        <div class="actions">
          <Button kind="primary" type="submit" busy={press.busy}>
            {words.submit}
          </Button>
        </div>
      </form>
      <p>{words.lost}</p>
      <OtherWays />
    </Page>
  );
}
