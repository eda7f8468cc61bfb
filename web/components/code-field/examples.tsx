import { useState } from "preact/hooks";
import type { SentTo } from "../../words/code.ts";
import { exampleWords } from "../../words/examples.ts";
import { useWords } from "../../words/words.ts";
import type { Examples } from "../examples.ts";
import { CodeField } from "./code-field.tsx";

const both: readonly SentTo[] = [
  { channel: "email", masked: "w***@gmail.com", state: "accepted" },
  { channel: "sms", masked: "0912***678", state: "waiting" },
];
const arrived: readonly SentTo[] = [
  { channel: "email", masked: "w***@gmail.com", state: "bounced" },
  { channel: "sms", masked: "0912***678", state: "delivered" },
];
const failed: readonly SentTo[] = [{ channel: "sms", masked: "0912***678", state: "not-sent" }];

interface ShownProps {
  readonly id: string;
  readonly life: number;
  readonly wait: number;
  readonly wrong?: boolean;
  readonly sentTo: readonly SentTo[];
}

function Shown({ id, life, wait, wrong = false, sentTo }: ShownProps) {
  const words = useWords(exampleWords);
  const [digits, setDigits] = useState("");
  const [start, setStart] = useState(() => Date.now());
  return (
    <CodeField
      id={id}
      value={digits}
      onInput={setDigits}
      error={wrong ? words.codeWrong : undefined}
      sentTo={sentTo}
      expiresAt={start + life * 1000}
      resendAt={start + wait * 1000}
      onResend={() => setStart(Date.now())}
    />
  );
}

export const examples: Examples = {
  component: "code-field",
  states: [
    { name: "just sent", Show: () => <Shown id="code-sent" life={600} wait={60} sentTo={both} /> },
    { name: "wrong, may be sent again", Show: () => <Shown id="code-wrong" life={300} wait={0} sentTo={both} wrong /> },
    { name: "one arrived, one came back", Show: () => <Shown id="code-back" life={500} wait={0} sentTo={arrived} /> },
    { name: "to a stranger", Show: () => <Shown id="code-stranger" life={600} wait={60} sentTo={[]} /> },
    { name: "expired, not sent", Show: () => <Shown id="code-expired" life={0} wait={0} sentTo={failed} /> },
  ],
};
