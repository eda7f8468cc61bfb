import { useLocation } from "preact-iso/router";
import { Button, ButtonLink } from "../../../components/button/button.tsx";
import { Notice } from "../../../components/notice/notice.tsx";
import { consentWords } from "../../../words/apply.ts";
import { publicNoticeOpening, publicNoticeSections } from "../../../words/public-notice.ts";
import { publicConsentWords } from "../../../words/public-registration.ts";
import { useWords } from "../../../words/words.ts";
import { NoticeText } from "../../apply/consent/notice-text.tsx";
import { registerAddresses } from "../rules/register-pages.ts";
import { rememberAgreed } from "./agreed.ts";
import { RegisterFrame } from "./register-frame.tsx";
import type { Registration } from "./use-registration.ts";

/** Where 其他 was chosen. */
const before = "/apply/identity?role=other";

/** 個資蒐集告知聲明同意書 (M15), whole. 不同意 goes back one step and nothing is made. */
export function ConsentStep({ registration }: { readonly registration: Registration | undefined }) {
  const words = useWords(consentWords);
  const own = useWords(publicConsentWords);
  const { route } = useLocation();
  const agree = () => {
    rememberAgreed(true);
    route(registerAddresses.form);
  };
  return (
    <RegisterFrame page="consent" question={words.question} lead={own.lead} backHref={before} onSubmit={agree}>
      {registration?.step === "sent" && registration.email && (
        <Notice kind="warning" heading={own.underWay}>
          <p>{own.underWayOf(registration.email)}</p>
          <p>
            <a class="tap" href={registerAddresses.code}>
              {own.goOn}
            </a>
          </p>
        </Notice>
      )}
      <NoticeText opening={publicNoticeOpening} sections={publicNoticeSections} />
      <div class="actions">
        <Button type="submit" kind="primary">
          {words.agree}
        </Button>
        <ButtonLink href={before} describedBy="disagree-about">
          {words.disagree}
        </ButtonLink>
      </div>
      <p class="muted" id="disagree-about">
        {own.disagreeExplain}
      </p>
    </RegisterFrame>
  );
}
