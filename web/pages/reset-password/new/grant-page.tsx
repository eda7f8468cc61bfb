import { ButtonLink } from "../../../components/button/button.tsx";
import { Loading } from "../../../components/loading/loading.tsx";
import { Page } from "../../../components/page/page.tsx";
import { ProblemPanel } from "../../../components/problem-panel/problem-panel.tsx";
import { PasswordForm, type PasswordFormProps } from "./password-form.tsx";
import type { Waiting } from "./use-shown.ts";

type Grant = PasswordFormProps["grant"];

interface GrantPageProps<G extends Grant> extends Pick<PasswordFormProps, "onExpire"> {
  readonly shown: Waiting<G>;
  readonly words: PasswordFormProps["words"] & StartAgainProps["words"];
  /** The list of the ways. */
  readonly startHref: string;
  readonly onRetry: () => void;
  readonly send: (password: string, grant: G) => ReturnType<PasswordFormProps["send"]>;
}

/** The last page of every way until the password is set (M50, M55). */
export function GrantPage<G extends Grant>({ shown, words, startHref, onRetry, send, onExpire }: GrantPageProps<G>) {
  if (shown.state === "open") {
    const { grant, until } = shown;
    const sendFor = (password: string) => send(password, grant);
    return <PasswordForm grant={grant} until={until} words={words} send={sendFor} onExpire={onExpire} />;
  }
  if (shown.state === "none" || shown.state === "expired")
    return <StartAgain state={shown.state} words={words} href={startHref} />;
  return (
    <Page title={words.title}>
      {shown.state === "failed" ? <ProblemPanel problem={shown.problem} onRetry={onRetry} /> : <Loading lines={8} />}
    </Page>
  );
}

interface StartAgainProps {
  readonly state: "none" | "expired";
  readonly words: Readonly<Record<"none" | "noneExplain" | "expired" | "expiredExplain" | "start", string>>;
  readonly href: string;
}

/** No grant is open in this browser, or its time ran out: nothing of what was typed is left. */
function StartAgain({ state, words, href }: StartAgainProps) {
  return (
    <Page title={words[state]} lead={words[`${state}Explain`]} focusKey={state}>
      <div class="actions">
        <ButtonLink href={href} kind="primary">
          {words.start}
        </ButtonLink>
      </div>
    </Page>
  );
}
