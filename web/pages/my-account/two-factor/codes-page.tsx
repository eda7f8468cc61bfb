import { useState } from "preact/hooks";
import { Button } from "../../../components/button/button.tsx";
import { CheckField } from "../../../components/check-field/check-field.tsx";
import { Form } from "../../../components/form-page/form.tsx";
import { RecoveryCodes } from "../../../components/recovery-codes/recovery-codes.tsx";
import { usePress } from "../../../use-press.ts";
import { enableWords } from "../../../words/my-two-factor.ts";
import { recoveryCodesWords } from "../../../words/recovery-codes.ts";
import { useWords } from "../../../words/words.ts";
import { AccountFrame } from "../account-frame.tsx";

interface CodesPageProps {
  readonly codes: readonly string[];
  readonly accountName: string;
  /** They take the place of older ones. */
  readonly isNew: boolean;
  readonly onFinish: () => void;
}

/** The ten recovery codes, once; 完成 takes the word that they are written down. */
export function CodesPage({ codes, accountName, isNew, onFinish }: CodesPageProps) {
  const words = useWords(enableWords);
  const box = useWords(recoveryCodesWords);
  const press = usePress();
  const [written, setWritten] = useState(false);
  const finish = () =>
    press.submit(written ? [] : [{ id: "written", text: box.needWritten }], async () => {
      onFinish();
      return undefined;
    });
  return (
    <AccountFrame title={isNew ? words.newDone : words.codesTitle} backHref={false} focusKey="shown" press={press}>
      <RecoveryCodes codes={codes} accountName={accountName} />
      <Form onSubmit={() => void finish()}>
        <CheckField
          id="written"
          label={box.written}
          checked={written}
          onChange={setWritten}
          error={press.errorOf("written")}
        />
        <div class="actions">
          <Button type="submit" kind="primary">
            {words.finish}
          </Button>
        </div>
      </Form>
    </AccountFrame>
  );
}
