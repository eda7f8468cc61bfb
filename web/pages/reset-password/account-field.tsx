import { TextField } from "../../components/text-field/text-field.tsx";
import { recoveryWords } from "../../words/recovery.ts";
import { useWords } from "../../words/words.ts";

interface AccountFieldProps {
  readonly value: string;
  readonly onInput: (account: string) => void;
  readonly error: string | undefined;
}

/** 教育雲端帳號: what is before the @ is enough, but of an account that is an address (M20). */
export function AccountField({ value, onInput, error }: AccountFieldProps) {
  const words = useWords(recoveryWords);
  return (
    <TextField
      id="account"
      label={words.account}
      hint={words.accountHint}
      value={value}
      onInput={onInput}
      autoComplete="username"
      name="username"
      plain
      error={error}
    />
  );
}
