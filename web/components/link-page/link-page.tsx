import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Outcome, ProblemCode } from "../../api.ts";
import { useSession } from "../../session.tsx";
import { useTakenFragment } from "../../taken-fragment.ts";
import { usePress } from "../../use-press.ts";
import { Button, ButtonLink } from "../button/button.tsx";
import { ErrorSummary } from "../error-summary/error-summary.tsx";
import { Page } from "../page/page.tsx";
import { type GoneWords, LinkGone } from "./link-gone.tsx";

interface LinkPageProps<Answer> {
  readonly words: GoneWords & Readonly<Record<"title" | "lead" | "what" | "press" | "home" | "nothing", string>>;
  /** What the press does, one sentence each. */
  readonly effects: readonly string[];
  readonly send: (token: string) => Promise<Outcome<Answer>>;
  /** The refusal that says that the link is not good any more. */
  readonly goneCode: ProblemCode;
  readonly done: (answer: Answer) => ComponentChildren;
  /** What the page of a link that is gone says below the rest. */
  readonly goneElse?: ComponentChildren;
}

/**
 * The page behind a mailed link that ends what somebody else may have done. Programs that read mail open its links: so opening it does
 * nothing, only a press does. The token stands behind # and is taken out of the address at once.
 */
export function LinkPage<Answer extends object>(props: LinkPageProps<Answer>) {
  const { words, effects, send, goneCode, done, goneElse } = props;
  const token = useTakenFragment();
  const { refresh } = useSession();
  const press = usePress();
  const [isGone, setIsGone] = useState(false);
  const [answer, setAnswer] = useState<Answer>();
  useEffect(() => setIsGone(false), [token]);

  const submit = () =>
    press.submit([], async () => {
      if (token === undefined) return undefined;
      const outcome = await send(token);
      if (outcome.ok) {
        setAnswer(outcome.answer);
        // Whoever was signed in with it here is not any more.
        void refresh();
        return undefined;
      }
      if (outcome.problem.code !== goneCode) return { problem: outcome.problem };
      setIsGone(true);
      return undefined;
    });

  if (answer) return <>{done(answer)}</>;
  if (token === undefined || isGone) return <LinkGone words={words}>{goneElse}</LinkGone>;
  return (
    <Page title={words.title} lead={words.lead} focusKey="ask">
      <ErrorSummary problem={press.problem} attempt={press.attempt} />
      <section>
        <h2>{words.what}</h2>
        <ul class="bullets">
          {effects.map((effect) => (
            <li key={effect}>{effect}</li>
          ))}
        </ul>
      </section>
      <div class="actions actions--apart">
        <Button kind="primary" onClick={() => void submit()} busy={press.busy}>
          {words.press}
        </Button>
        <ButtonLink href="/">{words.home}</ButtonLink>
      </div>
      <p>{words.nothing}</p>
    </Page>
  );
}
