import { TextField } from "../../../components/text-field/text-field.tsx";
import { personWords } from "../../../words/apply.ts";
import { useWords } from "../../../words/words.ts";

/** A value and how it is set, as `useState` gives them: the page decides where it is kept. */
type Typed = readonly [value: string, set: (value: string) => void];

interface PersonFieldsProps {
  readonly name: Typed;
  readonly personId: Typed;
  readonly errorOf: (id: "name" | "personId") => string | undefined;
}

/** 姓名, 身分證字號／居留證號／其他身分 ID (M13). */
export function PersonFields({ name, personId, errorOf }: PersonFieldsProps) {
  const words = useWords(personWords);
  return (
    <>
      <TextField
        id="name"
        label={words.name}
        hint={words.nameHint}
        value={name[0]}
        onInput={name[1]}
        autoComplete="name"
        spellCheck={false}
        error={errorOf("name")}
      />
      <TextField
        id="personId"
        label={words.personId}
        hint={words.personIdHint}
        value={personId[0]}
        onInput={personId[1]}
        plain
        error={errorOf("personId")}
      />
    </>
  );
}
