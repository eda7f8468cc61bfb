import { Button, ButtonLink } from "../../../components/button/button.tsx";
import { ChoiceField } from "../../../components/choice-field/choice-field.tsx";
import { Form } from "../../../components/form-page/form.tsx";
import { Notice } from "../../../components/notice/notice.tsx";
import type { ProofAgain } from "../../../components/proof-again/use-proof-again.ts";
import { SchoolPicker } from "../../../components/school-picker/school-picker.tsx";
import type { SchoolPick } from "../../../components/school-picker/use-school-pick.ts";
import { TextField } from "../../../components/text-field/text-field.tsx";
import type { Press } from "../../../use-press.ts";
import { mySchoolWords } from "../../../words/my-school.ts";
import { roleWords } from "../../../words/roles.ts";
import { useSay, useWords } from "../../../words/words.ts";
import { type Choice, roles } from "../../apply/rules/choice.ts";
import { reportAddress } from "../../apply/rules/report-address.ts";
import { AccountFrame } from "../account-frame.tsx";

interface SchoolFormProps {
  readonly choice: Choice;
  readonly pick: SchoolPick;
  readonly personId: string;
  /** 查無資料 for what is chosen and typed. */
  readonly isUnknown: boolean;
  readonly press: Press;
  readonly proof: ProofAgain;
  readonly onChoice: (choice: Choice) => void;
  readonly onPersonId: (personId: string) => void;
  readonly onLook: () => void;
}

/** 縣市/行政區/學制/學校單位/身分證字號或居留證號 → 查詢. Who is not found is told whom to ask, by the school's name. */
export function SchoolForm(props: SchoolFormProps) {
  const { choice, pick, personId, isUnknown, press, proof, onChoice, onPersonId, onLook } = props;
  const words = useWords(mySchoolWords);
  const say = useSay();
  const role = choice.role ? { role: choice.role } : {};
  const errorOf = (id: string) => {
    const error = press.errorOf(id);
    return error ? { [id]: error } : {};
  };
  return (
    <AccountFrame title={words.title} lead={words.lead} focusKey="form" press={press} proof={proof}>
      {isUnknown && (
        <Notice kind="warning" heading={words.notFoundTitle}>
          <p>{words.notFound(pick.school?.name ?? words.yourSchool)}</p>
          <div class="actions">
            <ButtonLink href={reportAddress("person-not-found", choice)}>{words.notFoundReport}</ButtonLink>
          </div>
        </Notice>
      )}
      <Form onSubmit={onLook}>
        <ChoiceField
          id="role"
          label={words.role}
          value={choice.role}
          onChange={(chosen) => onChoice({ ...choice, role: chosen })}
          options={roles.map((value) => ({ value, label: say(roleWords[value]) }))}
          error={press.errorOf("role")}
        />
        <h2>{words.school}</h2>
        <SchoolPicker
          pick={pick}
          errors={{ ...errorOf("county"), ...errorOf("district"), ...errorOf("level"), ...errorOf("school") }}
          onPick={(picked) => onChoice({ ...role, ...picked })}
        />
        <TextField
          id="personId"
          label={words.personId}
          hint={words.personIdHint}
          value={personId}
          onInput={onPersonId}
          plain
          error={press.errorOf("personId")}
        />
        <div class="actions">
          <Button type="submit" kind="primary" busy={press.busy || pick.state === "loading"}>
            {words.look}
          </Button>
          <ButtonLink href={reportAddress("school-not-listed", choice)} kind="quiet">
            {words.notListed}
          </ButtonLink>
        </div>
      </Form>
    </AccountFrame>
  );
}
