import { useState } from "preact/hooks";
import type { AnswerOf } from "../../../../functions/contract/routes.ts";
import { call } from "../../../api.ts";
import { Button, ButtonLink } from "../../../components/button/button.tsx";
import { CopyButton } from "../../../components/copy-button/copy-button.tsx";
import { FactorField } from "../../../components/factor-field/factor-field.tsx";
import { Form } from "../../../components/form-page/form.tsx";
import type { ProofAgain } from "../../../components/proof-again/use-proof-again.ts";
import { QrPicture } from "../../../components/qr-picture/qr-picture.tsx";
import type { Press } from "../../../use-press.ts";
import { factorWords } from "../../../words/factor.ts";
import { bindWords, systemWords } from "../../../words/my-two-factor.ts";
import { spanOf } from "../../../words/parts.ts";
import { useSay, useWords } from "../../../words/words.ts";
import { factorRefused } from "./factor-refused.ts";
import type { System } from "./places.ts";

interface ScanFormProps {
  readonly system: System;
  readonly seed: AnswerOf<"POST /api/my-account/two-factor/start">;
  /** Seconds until the seed is void. */
  readonly left: number;
  readonly press: Press;
  readonly proof: ProofAgain;
  readonly onBound: () => void;
}

/** 操作步驟, the QR code, the same as text, and the code of the app → 綁定. */
export function ScanForm({ system, seed, left, press, proof, onBound }: ScanFormProps) {
  const words = useWords(bindWords);
  const factor = useWords(factorWords);
  const say = useSay();
  const [code, setCode] = useState("");
  const bind = () =>
    press.submit(code.length === 6 ? [] : [{ id: "code", text: factor.needCode }], async () => {
      const outcome = await proof.freshly(() => call("POST /api/my-account/two-factor/bind", { code }));
      if (outcome?.ok) onBound();
      return outcome && !outcome.ok ? factorRefused(outcome.problem, say) : undefined;
    });
  return (
    <>
      <section>
        <h2>{words.steps}</h2>
        <ol class="steps">
          <li>{say(systemWords.open[system])}</li>
          <li>{say(systemWords.camera[system])}</li>
          <li>{words.scan}</li>
          <li>{words.type}</li>
        </ol>
      </section>
      <div class="seed">
        <QrPicture text={seed.uri} label={words.qr} />
        <div class="seed__text">
          <p id="seed-label">{words.secret}</p>
          <p>
            <code class="seed__secret" translate={false}>
              {groupsOf(seed.secret)}
            </code>
          </p>
          <div class="actions">
            <CopyButton text={seed.secret} describedBy="seed-label" />
            {system !== "other" && <ButtonLink href={seed.uri}>{words.openApp}</ButtonLink>}
          </div>
          {system !== "other" && <p>{words.sameDevice}</p>}
          <p class="muted">{words.secretNote}</p>
        </div>
      </div>
      <Form onSubmit={() => void bind()}>
        <FactorField id="code" value={code} onInput={setCode} error={press.errorOf("code")} describedBy="code-time" />
        <p id="code-time">{words.timeLeft(spanOf(left))}</p>
        <div class="actions">
          <Button type="submit" kind="primary" busy={press.busy}>
            {words.bind}
          </Button>
        </div>
      </Form>
    </>
  );
}

/** In fours, as people read and type it: the app takes it with or without spaces. */
const groupsOf = (secret: string) => secret.replace(/.{4}(?=.)/g, "$& ");
