import { useState } from "preact/hooks";
import { call } from "../../../api.ts";
import { Button } from "../../../components/button/button.tsx";
import { FactorField } from "../../../components/factor-field/factor-field.tsx";
import { Form } from "../../../components/form-page/form.tsx";
import { useProofAgain } from "../../../components/proof-again/use-proof-again.ts";
import { usePress } from "../../../use-press.ts";
import { factorWords } from "../../../words/factor.ts";
import { enableWords } from "../../../words/my-two-factor.ts";
import { useSay, useWords } from "../../../words/words.ts";
import { AccountFrame } from "../account-frame.tsx";
import { factorRefused } from "./factor-refused.ts";
import { base } from "./places.ts";

/** Ten new recovery codes in place of the old ones. */
export function NewCodes({ onCodes }: { readonly onCodes: (codes: readonly string[]) => void }) {
  const words = useWords(enableWords);
  const factor = useWords(factorWords);
  const say = useSay();
  const press = usePress();
  const proof = useProofAgain();
  const [code, setCode] = useState("");
  const [recovery, setRecovery] = useState(false);
  const isOpen = recovery ? code === "" : code.length !== 6;
  const missing = recovery ? factor.needRecovery : factor.needCode;
  const renew = () =>
    press.submit(isOpen ? [{ id: "code", text: missing }] : [], async () => {
      const outcome = await proof.freshly(() => call("POST /api/my-account/two-factor/recovery-codes", { code }));
      if (outcome?.ok) onCodes(outcome.answer.recoveryCodes);
      return outcome && !outcome.ok ? factorRefused(outcome.problem, say) : undefined;
    });
  return (
    <AccountFrame
      title={words.newTitle}
      lead={words.newLead}
      backHref={base}
      focusKey="codes"
      press={press}
      proof={proof}
    >
      <Form onSubmit={() => void renew()}>
        <FactorField
          id="code"
          value={code}
          onInput={setCode}
          recovery={recovery}
          onRecoveryChange={setRecovery}
          error={press.errorOf("code")}
          describedBy="code-next"
        />
        <p class="muted" id="code-next">
          {words.nextCode}
        </p>
        <div class="actions">
          <Button type="submit" kind="primary" busy={press.busy}>
            {words.newSubmit}
          </Button>
        </div>
      </Form>
    </AccountFrame>
  );
}
