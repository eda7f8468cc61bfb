import { useState } from "preact/hooks";
import { call } from "../../../api.ts";
import { Button } from "../../../components/button/button.tsx";
import { FactorField } from "../../../components/factor-field/factor-field.tsx";
import { Form } from "../../../components/form-page/form.tsx";
import { useProofAgain } from "../../../components/proof-again/use-proof-again.ts";
import { usePress } from "../../../use-press.ts";
import { factorWords } from "../../../words/factor.ts";
import { enableWords, twoFactorWords } from "../../../words/my-two-factor.ts";
import { useSay, useWords } from "../../../words/words.ts";
import { AccountFrame } from "../account-frame.tsx";
import { factorRefused } from "./factor-refused.ts";
import { base } from "./places.ts";

/** 啟用雙因子驗證: from now on sign-in asks for a code. Gives ten recovery codes. */
export function Enable({ onCodes }: { readonly onCodes: (codes: readonly string[]) => void }) {
  const words = useWords(enableWords);
  const shared = useWords(twoFactorWords);
  const factor = useWords(factorWords);
  const say = useSay();
  const press = usePress();
  const proof = useProofAgain();
  const [code, setCode] = useState("");
  const enable = () =>
    press.submit(code.length === 6 ? [] : [{ id: "code", text: factor.needCode }], async () => {
      const outcome = await proof.freshly(() => call("POST /api/my-account/two-factor/enable", { code }));
      if (outcome?.ok) onCodes(outcome.answer.recoveryCodes);
      return outcome && !outcome.ok ? factorRefused(outcome.problem, say) : undefined;
    });
  return (
    <AccountFrame title={shared.enable} lead={words.lead} backHref={base} focusKey="enable" press={press} proof={proof}>
      <Form onSubmit={() => void enable()}>
        <FactorField id="code" value={code} onInput={setCode} error={press.errorOf("code")} describedBy="code-next" />
        <p class="muted" id="code-next">
          {words.nextCode}
        </p>
        <div class="actions">
          <Button type="submit" kind="primary" busy={press.busy}>
            {shared.enable}
          </Button>
        </div>
      </Form>
    </AccountFrame>
  );
}
