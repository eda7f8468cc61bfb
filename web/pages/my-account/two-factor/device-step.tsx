import { useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { Button } from "../../../components/button/button.tsx";
import { ChoiceField } from "../../../components/choice-field/choice-field.tsx";
import { Form } from "../../../components/form-page/form.tsx";
import { usePress } from "../../../use-press.ts";
import { bindWords, twoFactorWords } from "../../../words/my-two-factor.ts";
import { partWords } from "../../../words/parts.ts";
import { useWords } from "../../../words/words.ts";
import { AccountFrame } from "../account-frame.tsx";
import { base, type System, systems } from "./places.ts";

/** 請先準備想綁定的設備: which system it has says which apps and which steps follow. */
export function DeviceStep({ system }: { readonly system: System | undefined }) {
  const words = useWords(bindWords);
  const shared = useWords(twoFactorWords);
  const parts = useWords(partWords);
  const { route } = useLocation();
  const press = usePress();
  const [chosen, setChosen] = useState(system);
  const next = () =>
    press.submit(chosen ? [] : [{ id: "os", text: words.osMissing }], async () => {
      // Kept in the address that is left, so that 回上一頁 finds it chosen.
      route(`${base}/device?os=${chosen}`, true);
      route(`${base}/app?os=${chosen}`);
      return undefined;
    });
  return (
    <AccountFrame
      title={words.device}
      lead={words.deviceLead}
      caption={parts.step(1, 3)}
      backHref={base}
      focusKey="device"
      press={press}
    >
      <Form onSubmit={() => void next()}>
        <ChoiceField
          id="os"
          label={words.os}
          value={chosen}
          onChange={setChosen}
          options={systems.map((value) => ({ value, label: words[value] }))}
          error={press.errorOf("os")}
        />
        <div class="actions">
          <Button type="submit" kind="primary">
            {shared.next}
          </Button>
        </div>
      </Form>
    </AccountFrame>
  );
}
