import { useEffect, useState } from "preact/hooks";
import type { AnswerOf } from "../../../../functions/contract/routes.ts";
import { call, type Problem } from "../../../api.ts";
import { Loading } from "../../../components/loading/loading.tsx";
import { Page } from "../../../components/page/page.tsx";
import { ProblemPanel } from "../../../components/problem-panel/problem-panel.tsx";
import { useTakenFragment } from "../../../taken-fragment.ts";
import { activationWords } from "../../../words/public-activation.ts";
import { useWords } from "../../../words/words.ts";
import { Activated } from "../activated.tsx";
import { ActivateForm } from "./activate-form.tsx";
import { ActivationGone } from "./activation-gone.tsx";
import { Refused } from "./refused.tsx";

/** What the page behind the link shows. */
type Shown =
  | { readonly state: "loading" | "gone" | "refused" }
  | { readonly state: "failed"; readonly problem: Problem }
  | { readonly state: "looked"; readonly activation: AnswerOf<"POST /api/public/activation"> }
  | { readonly state: "activated"; readonly account: string };

/**
 * The page of the mailed link (M20, T22). Programs that read mail open its links: opening it activates nothing, only a press with the
 * password does. The token stands behind # and is taken out of the address at once.
 */
export function PublicActivate() {
  const words = useWords(activationWords);
  const token = useTakenFragment();
  const [shown, setShown] = useState<Shown>({ state: "loading" });

  const look = async () => {
    if (token === undefined) return setShown({ state: "gone" });
    setShown({ state: "loading" });
    const outcome = await call("POST /api/public/activation", { token });
    if (outcome.ok) return setShown({ state: "looked", activation: outcome.answer });
    const { problem } = outcome;
    setShown(problem.code === "activation-link" ? { state: "gone" } : { state: "failed", problem });
  };
  // For each token once: another link opened in the same tab is another registration.
  useEffect(() => {
    void look();
  }, [token]);

  if (token === undefined || shown.state === "gone") return <ActivationGone />;
  if (shown.state === "refused") return <Refused />;
  if (shown.state === "activated") return <Activated account={shown.account} />;
  if (shown.state === "looked") {
    const { state, email } = shown.activation;
    if (state === "done") return <Activated account={email} already />;
    return (
      <ActivateForm
        key={token}
        token={token}
        email={email}
        onActivated={(account) => setShown({ state: "activated", account })}
        onRefused={() => setShown({ state: "refused" })}
        onGone={() => setShown({ state: "gone" })}
      />
    );
  }
  return (
    <Page title={words.title}>
      {shown.state === "failed" ? (
        <ProblemPanel problem={shown.problem} onRetry={() => void look()} />
      ) : (
        <Loading lines={6} />
      )}
    </Page>
  );
}
