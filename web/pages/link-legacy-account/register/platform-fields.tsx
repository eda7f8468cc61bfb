import { TextField } from "../../../components/text-field/text-field.tsx";
import { legacyFormWords } from "../../../words/link-legacy-form.ts";
import { useWords } from "../../../words/words.ts";
import { GenderField } from "../../public/gender-field.tsx";
import type { PlatformForm } from "../rules/form-check.ts";

interface PlatformFieldsProps {
  readonly form: PlatformForm;
  readonly onChange: (news: Partial<PlatformForm>) => void;
  readonly errorOf: (id: string) => string | undefined;
  /** Why 身份証 is asked for; missing where it is not (M86). */
  readonly personIdReason: string | undefined;
}

/** The fields of M83 in the manual's order. */
export function PlatformFields({ form, onChange, errorOf, personIdReason }: PlatformFieldsProps) {
  const words = useWords(legacyFormWords);
  return (
    <>
      <TextField
        id="title"
        label={words.position}
        value={form.title}
        onInput={(title) => onChange({ title })}
        autoComplete="organization-title"
        error={errorOf("title")}
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
      <TextField
        id="email"
        label={words.email}
        type="email"
        autoComplete="email"
        value={form.email}
        onInput={(email) => onChange({ email })}
        error={errorOf("email")}
      />
      <GenderField value={form.gender} onChange={(gender) => onChange({ gender })} />
      {personIdReason !== undefined && (
        <TextField
          id="personId"
          label={words.personId}
          hint={personIdReason}
          plain
          value={form.personId}
          onInput={(personId) => onChange({ personId })}
          error={errorOf("personId")}
        />
      )}
      <TextField
        id="chineseName"
        label={words.chineseName}
        value={form.chineseName}
        onInput={(chineseName) => onChange({ chineseName })}
        autoComplete="name"
        spellCheck={false}
        error={errorOf("chineseName")}
      />
      <TextField
        id="englishName"
        label={words.englishName}
        value={form.englishName}
        onInput={(englishName) => onChange({ englishName })}
        spellCheck={false}
        error={errorOf("englishName")}
      />
    </>
  );
}
