import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { call, type ProblemCode } from "../../../api.ts";
import { Button } from "../../../components/button/button.tsx";
import { ErrorSummary } from "../../../components/error-summary/error-summary.tsx";
import { FactorField } from "../../../components/factor-field/factor-field.tsx";
import { Page } from "../../../components/page/page.tsx";
import { isForApplication, safeReturnTo, signInFor } from "../../../return-to.ts";
import { useSession } from "../../../session.tsx";
import { type Refused, usePress } from "../../../use-press.ts";
import { factorWords } from "../../../words/factor.ts";
import { errorSentence } from "../../../words/first-errors.ts";
import { twoFactorSignInWords } from "../../../words/two-factor-sign-in.ts";
import { useSay, useWords } from "../../../words/words.ts";
import { RecoveryUsed } from "./recovery-used.tsx";

/** No code can mend these: the sign-in begins again. */
const isOver = (code: ProblemCode): boolean => code === "two-factor-missing" || code === "sign-in-failed";

/** The second step of signing in, where the account has a second factor (M63, T18): then on as 登入 would. */
export function TwoFactor() {
  const words = useWords(twoFactorSignInWords);
  const field = useWords(factorWords);
  const say = useSay();
  const { query, route } = useLocation();
  const { session, refresh } = useSession();
  // Kept from the start: while the next page is fetched, this one is still here and the address is already the next one.
  const [returnTo] = useState(() => safeReturnTo(query.returnTo));
  const [recovery, setRecovery] = useState(false);
  const [code, setCode] = useState("");
  const [left, setLeft] = useState<number>();
  const press = usePress(async ({ problem }) => {
    if (!problem || !isOver(problem.code)) return false;
    route(signInFor(returnTo, "start-over"), true);
    return true;
  });
  const next = returnTo ?? "/my-account";

  // A second tab, or the back button: somebody who is signed in goes on, unless an application asked for it again.
  useEffect(() => {
    if (session.state === "in" && left === undefined && !isForApplication(returnTo)) route(next, true);
  }, [session.state, left, returnTo, next, route]);

  const send = async (): Promise<Refused | undefined> => {
    const outcome = await call("POST /api/sign-in/two-factor", { code });
    if (outcome.ok) {
      const { recoveryCodesLeft } = outcome.answer;
      setLeft(recoveryCodesLeft);
      await refresh();
      return recoveryCodesLeft === undefined ? void route(next, true) : undefined;
    }
    const { problem } = outcome;
    if (problem.code !== "two-factor-wrong") return { problem };
    setCode("");
    const text = recovery ? words.recoveryWrong : say(errorSentence(problem.code));
    return { errors: [{ id: "code", text }] };
  };
  const submit = (event: Event) => {
    event.preventDefault();
    const missing = recovery ? field.needRecovery : field.needCode;
    const isWhole = recovery ? code !== "" : code.length === 6;
    void press.submit(isWhole ? [] : [{ id: "code", text: missing }], send);
  };

  if (left !== undefined) return <RecoveryUsed left={left} next={next} />;
  const failed = press.errors.length > 0 || press.problem !== undefined;
  return (
    <Page title={words.title} documentTitle={failed ? words.errorTitle : words.title} lead={words.lead}>
      <form class="form form--card" noValidate onSubmit={submit}>
        <ErrorSummary errors={press.errors} problem={press.problem} attempt={press.attempt} />
        <FactorField
          id="code"
          recovery={recovery}
          onRecoveryChange={(chosen) => {
            setRecovery(chosen);
            void press.refuse({});
          }}
          value={code}
          onInput={setCode}
          error={press.errorOf("code")}
        />
        <div class="actions">
          <Button kind="primary" type="submit" busy={press.busy}>
            {words.submit}
          </Button>
        </div>
      </form>
      <ul class="links">
        <li>
          <a class="tap" href={signInFor(returnTo)}>
            {words.otherAccount}
          </a>
        </li>
        <li>
          <a class="tap" href="/contact-us?about=signing-in">
            {words.lost}
          </a>
        </li>
      </ul>
    </Page>
  );
}
