import { call } from "../../../api.ts";
import { useSession } from "../../../session.tsx";
import { activateNewWords } from "../../../words/activate.ts";
import { useWords } from "../../../words/words.ts";
import { GrantPage } from "../../reset-password/new/grant-page.tsx";
import { PasswordSet } from "../../reset-password/new/password-set.tsx";
import { useShown } from "../../reset-password/new/use-shown.ts";
import { type Shown, shownOf } from "./shown.ts";

const ask = async (): Promise<Shown> => shownOf(await call("GET /api/activate"), Date.now());

/** The new password that enables the account (M55): any three of four kinds of characters. A reload shows the same. */
export function ActivateNew() {
  const words = useWords(activateNewWords);
  const { refresh } = useSession();
  const { shown, show, load } = useShown(ask);

  if (shown.state === "done") return <PasswordSet account={shown.account} words={words} />;
  const send = async (password: string) => {
    const outcome = await call("POST /api/activate", { password });
    if (outcome.ok) {
      show({ state: "done", account: outcome.answer.account });
      // Whoever was signed in here is not any more.
      void refresh();
      return undefined;
    }
    if (outcome.problem.code !== "reset-grant-missing") return outcome.problem;
    show({ state: "expired" });
    return undefined;
  };
  return (
    <GrantPage
      shown={shown}
      words={words}
      startHref="/activate"
      onRetry={load}
      send={send}
      onExpire={() => show({ state: "expired" })}
    />
  );
}
