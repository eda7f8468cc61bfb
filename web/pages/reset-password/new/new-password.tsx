import { call } from "../../../api.ts";
import { ButtonLink } from "../../../components/button/button.tsx";
import { Page } from "../../../components/page/page.tsx";
import { useSession } from "../../../session.tsx";
import { errorSentence } from "../../../words/first-errors.ts";
import { useLanguage } from "../../../words/language.tsx";
import { newPasswordWords } from "../../../words/reset-password.ts";
import { dateTimeOf } from "../../../words/times.ts";
import { useSay, useWords } from "../../../words/words.ts";
import { GrantPage } from "./grant-page.tsx";
import { ResetDone } from "./reset-done.tsx";
import { type OpenGrant, refusedAs, type Shown, shownOf } from "./shown.ts";
import { useShown } from "./use-shown.ts";

const ask = async (): Promise<Shown> => shownOf(await call("GET /api/reset-password"), Date.now());

/** 重設密碼 (M50). */
export function NewPassword() {
  const words = useWords(newPasswordWords);
  const { refresh } = useSession();
  const { shown, show, load } = useShown(ask);

  if (shown.state === "done") return <ResetDone done={shown.done} />;
  if (shown.state === "refused") return <Refused shown={shown} />;
  const send = async (password: string, { way }: OpenGrant) => {
    const outcome = await call("POST /api/reset-password", { password });
    if (!outcome.ok) {
      const end = refusedAs(outcome.problem, Date.now());
      if (end) show(end);
      return end ? undefined : outcome.problem;
    }
    show({ state: "done", done: { state: "done", account: outcome.answer.account, way } });
    // Whoever was signed in here is not any more.
    void refresh();
    return undefined;
  };
  return (
    <GrantPage
      shown={shown}
      words={words}
      startHref="/reset-password"
      onRetry={load}
      send={send}
      onExpire={() => show({ state: "expired" })}
    />
  );
}

/** M51 and M55: why this password cannot change now, and from when it can. */
function Refused({ shown: { problem, from } }: { readonly shown: Extract<Shown, { state: "refused" }> }) {
  const words = useWords(newPasswordWords);
  const say = useSay();
  const { language } = useLanguage();
  const isDisabled = problem.code === "account-disabled";
  const why = isDisabled ? words.enable : say(errorSentence(problem.code));
  return (
    <Page title={words.refused} lead={why} focusKey="refused">
      {from !== undefined && <p>{words.from(dateTimeOf(new Date(from).toISOString(), language))}</p>}
      <div class="actions">
        {isDisabled && (
          <ButtonLink href="/activate" kind="primary">
            {words.activate}
          </ButtonLink>
        )}
        <ButtonLink href="/contact-us" kind={isDisabled ? "secondary" : "primary"}>
          {words.contactUs}
        </ButtonLink>
        <ButtonLink href="/sign-in">{words.signIn}</ButtonLink>
      </div>
    </Page>
  );
}
