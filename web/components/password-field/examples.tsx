import { useState } from "preact/hooks";
import { policies } from "../../../functions/contract/policy.ts";
import { exampleWords } from "../../words/examples.ts";
import { useWords } from "../../words/words.ts";
import type { Examples } from "../examples.ts";
import { passwordChecks } from "./password-checks.ts";
import { PasswordField } from "./password-field.tsx";

const { register, activate } = policies.seed.passwords;

function Current() {
  const words = useWords(exampleWords);
  const [value, setValue] = useState("");
  return (
    <PasswordField
      id="password-current"
      label={words.password}
      value={value}
      onInput={setValue}
      autoComplete="current-password"
    />
  );
}

interface ShownProps {
  readonly id: string;
  readonly typed: string;
  readonly wrong?: boolean;
  readonly rules: typeof register;
}

function WithRule({ id, typed, wrong = false, rules }: ShownProps) {
  const words = useWords(exampleWords);
  const [value, setValue] = useState(typed);
  const [shown, setShown] = useState(true);
  return (
    <PasswordField
      id={id}
      label={words.password}
      error={wrong ? words.passwordWrong : undefined}
      value={value}
      onInput={setValue}
      autoComplete="new-password"
      shown={shown}
      onShownChange={setShown}
      checks={passwordChecks(value, rules)}
    />
  );
}

export const examples: Examples = {
  component: "password-field",
  states: [
    { name: "current password", Show: Current },
    { name: "new, half met", Show: () => <WithRule id="password-half" typed="river" rules={register} wrong /> },
    { name: "new, all met", Show: () => <WithRule id="password-met" typed="blue7river" rules={register} /> },
    { name: "the rule of activation", Show: () => <WithRule id="password-any" typed="" rules={activate} /> },
  ],
};
