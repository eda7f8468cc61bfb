import { useState } from "preact/hooks";
import { call, sendCsrfToken } from "../../../api.ts";
import { Button, ButtonLink } from "../../../components/button/button.tsx";
import { FactorField } from "../../../components/factor-field/factor-field.tsx";
import { Form } from "../../../components/form-page/form.tsx";
import { PasswordField } from "../../../components/password-field/password-field.tsx";
import { useProofAgain } from "../../../components/proof-again/use-proof-again.ts";
import { usePress } from "../../../use-press.ts";
import { factorWords } from "../../../words/factor.ts";
import { twoFactorWords, unbindWords } from "../../../words/my-two-factor.ts";
import { useSay, useWords } from "../../../words/words.ts";
import { AccountFrame } from "../account-frame.tsx";
import { factorRefused } from "./factor-refused.ts";
import { base } from "./places.ts";

interface UnbindProps {
  /** Recovery codes exist from when it was turned on. */
  readonly hasRecovery: boolean;
  readonly onUnbound: () => void;
}

/** 解除雙因子綁定: password and code together (T42). */
export function Unbind({ hasRecovery, onUnbound }: UnbindProps) {
  const words = useWords(unbindWords);
  const shared = useWords(twoFactorWords);
  const factor = useWords(factorWords);
  const say = useSay();
  const press = usePress();
  const proof = useProofAgain();
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [recovery, setRecovery] = useState(false);
  const isOpen = recovery ? code === "" : code.length !== 6;
  const found = () => [
    ...(password === "" ? [{ id: "password", text: words.needPassword }] : []),
    ...(isOpen ? [{ id: "code", text: recovery ? factor.needRecovery : factor.needCode }] : []),
  ];
  const unbind = () =>
    press.submit(found(), async () => {
      const outcome = await proof.freshly(() => call("POST /api/my-account/two-factor/unbind", { password, code }));
      if (outcome?.ok && outcome.answer.csrfToken !== undefined) sendCsrfToken(outcome.answer.csrfToken);
      if (outcome?.ok) onUnbound();
      return outcome && !outcome.ok ? factorRefused(outcome.problem, say) : undefined;
    });
  return (
    <AccountFrame title={shared.unbind} lead={words.lead} backHref={base} focusKey="unbind" press={press} proof={proof}>
      <Form onSubmit={() => void unbind()}>
        <PasswordField
          id="password"
          label={words.password}
          value={password}
          onInput={setPassword}
          autoComplete="current-password"
          error={press.errorOf("password")}
        />
        <FactorField
          id="code"
          value={code}
          onInput={setCode}
          error={press.errorOf("code")}
          {...(hasRecovery ? { recovery, onRecoveryChange: setRecovery } : {})}
        />
        <div class="actions">
          <Button type="submit" kind="primary" busy={press.busy}>
            {shared.unbind}
          </Button>
          <ButtonLink href={base}>{words.keep}</ButtonLink>
        </div>
        <p>
          <a class="tap" href="/contact-us?about=signing-in">
            {words.lost}
          </a>
        </p>
      </Form>
    </AccountFrame>
  );
}
