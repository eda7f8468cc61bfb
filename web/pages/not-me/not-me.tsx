import { useEffect, useState } from "preact/hooks";
import type { AnswerOf } from "../../../functions/contract/routes.ts";
import { call } from "../../api.ts";
import { Button, ButtonLink } from "../../components/button/button.tsx";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { Page } from "../../components/page/page.tsx";
import { useSession } from "../../session.tsx";
import { useTakenFragment } from "../../taken-fragment.ts";
import { usePress } from "../../use-press.ts";
import { notMeWords } from "../../words/not-me.ts";
import { useWords } from "../../words/words.ts";
import { rememberOpened } from "../contact-us/opened-here.ts";
import { Disabled } from "./disabled.tsx";
import { LinkGone } from "./link-gone.tsx";

/**
 * 不是我, from the link of a notice (T17). Programs that read mail open its links: so opening it does nothing, only a press does.
 * The token stands behind # and is taken out of the address at once.
 */
export function NotMe() {
  const words = useWords(notMeWords);
  const token = useTakenFragment();
  const { refresh } = useSession();
  const press = usePress();
  const [isGone, setIsGone] = useState(false);
  const [done, setDone] = useState<AnswerOf<"POST /api/not-me">>();
  useEffect(() => setIsGone(false), [token]);

  const disable = () =>
    press.submit([], async () => {
      if (token === undefined) return undefined;
      const outcome = await call("POST /api/not-me", { token });
      if (outcome.ok) {
        rememberOpened(outcome.answer);
        setDone(outcome.answer);
        // Whoever was signed in with it here is not any more.
        void refresh();
        return undefined;
      }
      if (outcome.problem.code !== "not-me-link") return { problem: outcome.problem };
      setIsGone(true);
      return undefined;
    });

  if (done) return <Disabled frozen={done} />;
  if (token === undefined || isGone) return <LinkGone />;
  return (
    <Page title={words.title} lead={words.lead} focusKey="ask">
      <ErrorSummary problem={press.problem} attempt={press.attempt} />
      <section>
        <h2>{words.what}</h2>
        <ul class="bullets">
          <li>{words.disabled}</li>
          <li>{words.ended}</li>
          <li>{words.opened}</li>
          <li>{words.later}</li>
        </ul>
      </section>
      <div class="actions actions--apart">
        <Button kind="primary" onClick={() => void disable()} busy={press.busy}>
          {words.press}
        </Button>
        <ButtonLink href="/">{words.home}</ButtonLink>
      </div>
      <p>{words.nothing}</p>
    </Page>
  );
}
