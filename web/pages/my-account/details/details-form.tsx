import { useState } from "preact/hooks";
import type { MyAccount } from "../../../../functions/contract/schemas/my-account.ts";
import { call } from "../../../api.ts";
import { Button } from "../../../components/button/button.tsx";
import { ErrorSummary } from "../../../components/error-summary/error-summary.tsx";
import { Form } from "../../../components/form-page/form.tsx";
import { Notice } from "../../../components/notice/notice.tsx";
import { refusedBy, usePress } from "../../../use-press.ts";
import { detailWords, myDetailsWords } from "../../../words/my-details.ts";
import { useSay, useWords } from "../../../words/words.ts";
import { DetailsFields } from "../../public/details-fields.tsx";
import { fieldErrors, refusedSentences } from "../../public/field-errors.ts";
import { checkDetails, detailsToSend, type DetailsForm as Fields } from "../../public/rules/details-check.ts";

interface DetailsFormProps {
  readonly present: NonNullable<MyAccount["details"]>;
}

/** 暱稱, 電話 and 性別: what is left blank goes. */
export function DetailsForm({ present }: DetailsFormProps) {
  const words = useWords(myDetailsWords);
  const details = useWords(detailWords);
  const say = useSay();
  const press = usePress();
  const [form, setForm] = useState<Fields>({
    nickname: present.nickname,
    phone: present.phone ?? "",
    gender: present.gender ?? "none",
  });
  const [isSaved, setIsSaved] = useState(false);

  const save = () => {
    setIsSaved(false);
    return press.submit(fieldErrors(checkDetails(form), say), async () => {
      const outcome = await call("POST /api/my-account/details", detailsToSend(form));
      setIsSaved(outcome.ok);
      return outcome.ok ? undefined : refusedBy(outcome.problem, say, refusedSentences(outcome.problem, say));
    });
  };
  return (
    <section>
      <h2>{words.details}</h2>
      <ErrorSummary errors={press.errors} problem={press.problem} attempt={press.attempt} />
      <p>{details.required}</p>
      <Form onSubmit={() => void save()}>
        <DetailsFields
          form={form}
          onChange={(change) => setForm((before) => ({ ...before, ...change }))}
          errorOf={press.errorOf}
        />
        <div class="actions">
          <Button type="submit" kind="primary" busy={press.busy}>
            {words.save}
          </Button>
        </div>
        <div role="status">
          {isSaved && (
            <Notice kind="success">
              <p>{words.saved}</p>
            </Notice>
          )}
        </div>
      </Form>
    </section>
  );
}
