import { useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import type { FinishedCounty } from "../../../../functions/contract/schemas/county.ts";
import { call } from "../../../api.ts";
import { Button, ButtonLink } from "../../../components/button/button.tsx";
import { recallBegun } from "../../../components/county-picker/begun.ts";
import { Page } from "../../../components/page/page.tsx";
import { arrivalWords } from "../../../words/county-pages.ts";
import { partWords } from "../../../words/parts.ts";
import { useWords } from "../../../words/words.ts";
import { afterSignIn } from "./rules/next-address.ts";

type Shown<O extends FinishedCounty["outcome"]> = Extract<FinishedCounty, { outcome: O }>;

/** The outcomes that are shown before the person goes on. */
export function Outcome({ finished }: { readonly finished: FinishedCounty }) {
  if (finished.outcome === "signed-in") return <Told {...finished} />;
  if (finished.outcome === "account") return <Found account={finished.account} />;
  if (finished.outcome === "not-found") return <NotFound />;
  return <NotLinked />;
}

/** 系統會提示您的教育雲端帳號，點選「我知道了」 (M31): once, then on to where the person wanted to be. */
function Told({ account, returnTo }: Shown<"signed-in">) {
  const words = useWords(arrivalWords);
  const { route } = useLocation();
  const [busy, setBusy] = useState(false);
  const goOn = async () => {
    setBusy(true);
    // Should this fail the account is told once more at the next sign-in: nobody is kept waiting for it.
    await call("POST /api/county/told");
    route(afterSignIn(returnTo), true);
  };
  return (
    <Page title={words.yourAccount} lead={words.yourAccountLead} focusKey="told">
      <p class="county-account">{account}</p>
      <div class="actions">
        <Button kind="primary" onClick={goOn} busy={busy}>
          {words.understood}
        </Button>
      </div>
    </Page>
  );
}

/** 忘記帳號 (M40): the account, then 登入 or 忘記密碼. */
function Found({ account }: { readonly account: string }) {
  const words = useWords(arrivalWords);
  return (
    <Page title={words.yourAccount} lead={words.foundLead} focusKey="found">
      <p class="county-account">{account}</p>
      <div class="actions">
        <ButtonLink kind="primary" href="/sign-in">
          {words.signIn}
        </ButtonLink>
        <ButtonLink href="/reset-password">{words.forgotPassword}</ButtonLink>
      </div>
    </Page>
  );
}

function NotLinked() {
  const words = useWords(arrivalWords);
  const parts = useWords(partWords);
  const isReset = recallBegun()?.purpose === "reset-password";
  return (
    <Page title={words.notLinked} lead={isReset ? words.notLinkedReset : words.notLinkedLead} focusKey="not-linked">
      <div class="actions">
        {isReset && (
          <ButtonLink kind="primary" href="/reset-password">
            {words.otherReset}
          </ButtonLink>
        )}
        <ButtonLink kind={isReset ? "secondary" : "primary"} href="/apply">
          {words.apply}
        </ButtonLink>
        <ButtonLink href="/contact-us?about=county">{parts.contactUs}</ButtonLink>
      </div>
    </Page>
  );
}

/** 查無資料 (M13): the county knows the person, the roster does not. */
function NotFound() {
  const words = useWords(arrivalWords);
  return (
    <Page title={words.notFound} lead={words.notFoundLead} focusKey="not-found">
      <div class="actions">
        <ButtonLink kind="primary" href="/contact-us?about=person-not-found">
          {words.notFoundReport}
        </ButtonLink>
        <ButtonLink href="/apply">{words.applyByHand}</ButtonLink>
      </div>
    </Page>
  );
}
