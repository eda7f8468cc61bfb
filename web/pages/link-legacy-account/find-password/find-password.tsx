import { useState } from "preact/hooks";
import { parseEmail } from "../../../../functions/person/email.ts";
import { trimSpaces } from "../../../../functions/person/text.ts";
import { callAt, type Outcome, type ProblemCode } from "../../../api.ts";
import { usePress } from "../../../use-press.ts";
import { emailWords } from "../../../words/fields.ts";
import { useLanguage } from "../../../words/language.tsx";
import { linkAccountWords } from "../../../words/link-legacy.ts";
import { useSay, useWords } from "../../../words/words.ts";
import { useCaptchaPart } from "../../reset-password/use-captcha-part.ts";
import type { LinkPageProps, TypedOld } from "../link-pages.tsx";
import { linkAddress } from "../rules/link-pages.ts";
import { AskForm } from "./ask-form.tsx";
import { HintPage } from "./hint-page.tsx";
import { PasswordSent } from "./password-sent.tsx";

interface FindPasswordProps extends LinkPageProps {
  readonly typed: TypedOld;
  readonly onTyped: (news: Partial<TypedOld>) => void;
  readonly asksAgain: (code: ProblemCode) => Promise<boolean>;
}

/** How far it is; a reload begins anew, since what is shown is shown once. */
type Shown =
  | { readonly step: "ask" }
  | { readonly step: "hint"; readonly hint: string | undefined }
  | { readonly step: "sent"; readonly masked: string; readonly hours: number };

/** 查詢密碼 (M85): old account and registered e-mail → the hint → 系統重設密碼 → a mail. Each says the same whoever asks (T04). */
export function FindPassword({ coming, arrival, typed, onTyped, asksAgain }: FindPasswordProps) {
  const words = useWords(linkAccountWords);
  const say = useSay();
  const { language } = useLanguage();
  const part = useCaptchaPart("legacy-account");
  const press = usePress();
  const [shown, setShown] = useState<Shown>({ step: "ask" });
  const { client } = coming;

  const found = () => {
    const email = parseEmail(typed.email);
    return [
      ...(trimSpaces(typed.account) === "" ? [{ id: "account", text: words.accountMissing }] : []),
      ...(email.ok ? [] : [{ id: "email", text: say(emailWords[email.reason]) }]),
      ...part.missing(),
    ];
  };
  /** One press: a captcha is good for one request, whatever comes of it. */
  const send = <T extends object>(ask: (body: Asked) => Promise<Outcome<T>>, done: (answer: T) => void) =>
    press.submit(found(), async () => {
      const { answer } = part.captcha;
      if (!answer) return undefined;
      const body = { account: trimSpaces(typed.account), email: trimSpaces(typed.email), captcha: answer };
      const outcome = await ask(body);
      if (!outcome.ok) return (await asksAgain(outcome.problem.code)) ? undefined : part.refused(outcome.problem);
      part.captcha.renew();
      done(outcome.answer);
      return undefined;
    });
  const find = () =>
    send(
      (body) => callAt("POST /api/legacy/{clientId}/find-password", client, body),
      ({ hint }) => setShown({ step: "hint", hint }),
    );
  const reset = () =>
    send(
      (body) => callAt("POST /api/legacy/{clientId}/one-use-password", client, { ...body, language }),
      (answer) => {
        onTyped({ password: "", hasOneUse: true });
        setShown({ step: "sent", ...answer });
      },
    );
  const shared = { platform: arrival.platform, accountHref: linkAddress("account", coming), part, press };
  const askAgain = () => setShown({ step: "ask" });
  if (shown.step === "sent") return <PasswordSent {...shared} {...shown} onAgain={askAgain} />;
  if (shown.step === "hint")
    return <HintPage {...shared} hint={shown.hint} onReset={() => void reset()} onAgain={askAgain} />;
  return <AskForm {...shared} typed={typed} onTyped={onTyped} onSubmit={() => void find()} />;
}

interface Asked {
  readonly account: string;
  readonly email: string;
  readonly captcha: NonNullable<ReturnType<typeof useCaptchaPart>["captcha"]["answer"]>;
}
