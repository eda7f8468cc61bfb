import { Button } from "../../../components/button/button.tsx";
import { ChoiceField } from "../../../components/choice-field/choice-field.tsx";
import { useOwnAddress } from "../../../own-address.ts";
import { applyWords, identityWords } from "../../../words/apply.ts";
import { useWords } from "../../../words/words.ts";
import { useApplication } from "../application-state.tsx";
import { addressOf } from "../rules/addresses.ts";
import { roles } from "../rules/choice.ts";
import { StepFrame } from "../step-frame.tsx";
import { useChoice } from "../use-choice.ts";
import { useStep } from "../use-step.ts";

const other = "other" as const;

/** 選擇身分 (M10, M2). 其他 has a way of its own, by e-mail (M20). */
export function IdentityPage() {
  const words = useWords(identityWords);
  const apply = useWords(applyWords);
  const [choice, choose] = useChoice();
  const application = useApplication();
  const step = useStep();
  const { path, query, route } = useOwnAddress("/apply");
  const isOther = query.role === other;
  const chosen = isOther ? other : choice.role;
  const next = () => {
    const errors = chosen ? [] : [{ id: "role", text: words.missing }];
    return step.submit(errors, async () => {
      route(isOther ? "/public/register" : addressOf("school", choice, application));
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
        value={chosen}
        error={step.errorOf("role")}
        options={[...roles, other].map((role) => ({ value: role, label: words[role] }))}
        onChange={(role) => (role === other ? route(`${path}?role=${other}`, true) : choose({ ...choice, role }))}
      />
      <p class="muted">{isOther ? words.readyOther : words.ready}</p>
      <div class="actions">
        <Button type="submit" kind="primary">
          {apply.next}
        </Button>
      </div>
    </StepFrame>
  );
}
