import { useState } from "preact/hooks";
import { Button } from "../../../components/button/button.tsx";
import { ErrorSummary } from "../../../components/error-summary/error-summary.tsx";
import { SelectField } from "../../../components/select-field/select-field.tsx";
import { recordWords } from "../../../words/sign-in-records.ts";
import { useWords } from "../../../words/words.ts";
import { counts } from "./counts.ts";

interface HowManyProps {
  readonly most: string;
  readonly busy: boolean;
  readonly onShow: (count: string) => void;
}

/** 請選擇您想要顯示的登入紀錄筆數，再點選「送出」. */
export function HowMany({ most, busy, onShow }: HowManyProps) {
  const words = useWords(recordWords);
  const [count, setCount] = useState(most);
  const [attempt, setAttempt] = useState(0);
  const error = attempt > 0 && count === "" ? words.needCount : undefined;
  const submit = (event: Event) => {
    event.preventDefault();
    if (busy) return;
    setAttempt((pressed) => pressed + 1);
    if (count !== "") onShow(count);
  };
  return (
    <form class="form how-many" noValidate onSubmit={submit}>
      <ErrorSummary errors={error ? [{ id: "count", text: error }] : []} attempt={attempt} />
      <SelectField
        id="count"
        label={words.howMany}
        hint={words.howManyHint}
        error={error}
        value={count}
        onChange={setCount}
        options={counts.map((value) => ({ value, label: words.count(value) }))}
      />
      <div class="actions">
        <Button kind="primary" type="submit" busy={busy}>
          {words.submit}
        </Button>
      </div>
    </form>
  );
}
