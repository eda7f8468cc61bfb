import { useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import type { Problem } from "../../api.ts";
import { Button } from "../../components/button/button.tsx";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { signInFor } from "../../return-to.ts";
import { useSession } from "../../session.tsx";
import { consentWords } from "../../words/consent.ts";
import { useWords } from "../../words/words.ts";

/** As whom one is signed in, and 換帳號: signs out, and comes back here signed in as somebody else. */
export function AccountLine({ returnTo, account }: { readonly returnTo: string; readonly account: string }) {
  const words = useWords(consentWords);
  const { signOut } = useSession();
  const { route } = useLocation();
  // Broken before its @ only: nobody is to take half of a word for the whole.
  const at = account.includes("@") ? account.lastIndexOf("@") : account.length;
  const [problem, setProblem] = useState<Problem>();
  const [attempt, setAttempt] = useState(0);
  const change = async () => {
    const outcome = await signOut();
    if (outcome.ok) return route(signInFor(returnTo), true);
    setProblem(outcome.problem);
    setAttempt((count) => count + 1);
  };
  return (
    <div>
      <ErrorSummary problem={problem} attempt={attempt} />
      <p class="account-line">
        <span>
          {words.account}{" "}
          <b translate={false}>
            {account.slice(0, at)}
            <wbr />
            {account.slice(at)}
          </b>
        </span>
        <Button kind="quiet" onClick={change}>
          {words.otherAccount}
        </Button>
      </p>
    </div>
  );
}
