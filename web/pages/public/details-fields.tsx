import { TextField } from "../../components/text-field/text-field.tsx";
import { detailWords } from "../../words/my-details.ts";
import { useWords } from "../../words/words.ts";
import { GenderField } from "./gender-field.tsx";
import type { DetailsForm } from "./rules/details-check.ts";

interface DetailsFieldsProps {
  readonly form: DetailsForm;
  readonly onChange: (change: Partial<DetailsForm>) => void;
  readonly errorOf: (id: string) => string | undefined;
}

/** 暱稱, 電話 and 性別 (M20). */
export function DetailsFields({ form, onChange, errorOf }: DetailsFieldsProps) {
  const words = useWords(detailWords);
  return (
    <>
      <TextField
        id="nickname"
        label={words.nickname}
        hint={words.nicknameHint}
        value={form.nickname}
        onInput={(nickname) => onChange({ nickname })}
        autoComplete="nickname"
        spellCheck={false}
        error={errorOf("nickname")}
      />
      <TextField
        id="phone"
        label={words.phone}
        hint={words.phoneHint}
        type="tel"
        autoComplete="tel"
        value={form.phone}
        onInput={(phone) => onChange({ phone })}
        error={errorOf("phone")}
      />
      <GenderField value={form.gender} onChange={(gender) => onChange({ gender })} />
    </>
  );
}
