import type { Gender } from "../../../functions/contract/schemas/public-registration.ts";
import { ChoiceField } from "../../components/choice-field/choice-field.tsx";
import { detailWords } from "../../words/my-details.ts";
import { useWords } from "../../words/words.ts";

interface GenderFieldProps {
  readonly value: Gender | "none";
  readonly onChange: (gender: Gender | "none") => void;
}

/** 性別 (M20, M83): nobody has to say it. */
export function GenderField({ value, onChange }: GenderFieldProps) {
  const words = useWords(detailWords);
  return (
    <ChoiceField
      id="gender"
      label={words.gender}
      value={value}
      onChange={onChange}
      options={[
        { value: "male", label: words.male },
        { value: "female", label: words.female },
        { value: "none", label: words.noGender },
      ]}
    />
  );
}
