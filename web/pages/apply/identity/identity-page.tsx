import { useLocation } from "preact-iso/router";
import { Button } from "../../../components/button/button.tsx";
import { ChoiceField } from "../../../components/choice-field/choice-field.tsx";
import { applyWords, identityWords } from "../../../words/apply.ts";
import { useWords } from "../../../words/words.ts";
import { useApplication } from "../application-state.tsx";
import { addressOf } from "../rules/addresses.ts";
import { roles } from "../rules/choice.ts";
import { StepFrame } from "../step-frame.tsx";
import { useChoice } from "../use-choice.ts";
import { useStep } from "../use-step.ts";

/** 選擇身分 (M10, M2). 其他 registers by e-mail and is not offered here. */
export function IdentityPage() {
  const words = useWords(identityWords);
  const apply = useWords(applyWords);
  const [choice, choose] = useChoice();
  const application = useApplication();
  const step = useStep();
  const { route } = useLocation();
  const next = () => {
    const errors = choice.role ? [] : [{ id: "role", text: words.missing }];
    return step.submit(errors, async () => {
      route(addressOf("school", choice, application));
      return undefined;
    });
  };
  return (
    <StepFrame
      page="identity"
      question={words.question}
      lead={words.explain}
      choice={choice}
      step={step}
      onSubmit={next}
    >
      <ChoiceField
        id="role"
        label={words.question}
        hideLabel
        value={choice.role}
        error={step.errorOf("role")}
        options={roles.map((role) => ({ value: role, label: words[role] }))}
        onChange={(role) => choose({ ...choice, role })}
      />
      <p class="muted">{words.ready}</p>
      <div class="actions">
        <Button type="submit" kind="primary">
          {apply.next}
        </Button>
      </div>
    </StepFrame>
  );
}
