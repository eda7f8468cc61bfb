import { momentInWords } from "../../../functions/contract/legacy-moment.ts";
import { Button, ButtonLink } from "../../components/button/button.tsx";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { Notice } from "../../components/notice/notice.tsx";
import { type Way, WayList } from "../../components/way-list/way-list.tsx";
import { applicationWords } from "../../words/applications.ts";
import { linkNoticeWords } from "../../words/link-legacy.ts";
import { useSay, useWords } from "../../words/words.ts";
import { AccountLine } from "../consent/account-line.tsx";
import { LinkFrame } from "./link-frame.tsx";
import type { LinkPageProps } from "./link-pages.tsx";
import { NoticeText } from "./notice-text.tsx";
import { type Coming, linkAddress, signedInAddress } from "./rules/link-pages.ts";
import { useRefusal } from "./use-refusal.ts";

/** 教育雲帳號整合說明 (M80), then 已有平台帳號 or 尚未有平台資訊 (M81), or back with nothing done. */
export function NoticePage({ coming, arrival, account }: LinkPageProps) {
  const words = useWords(linkNoticeWords);
  const say = useSay();
  const refusal = useRefusal(coming.interaction);
  const { platform, linkingEnded } = arrival;
  const name = say(platform.name);
  return (
    <LinkFrame title={words.title} lead={words.lead(name)} backHref={false} focusKey="notice">
      <ErrorSummary problem={refusal.problem} attempt={refusal.attempt} />
      <AccountLine returnTo={signedInAddress(coming)} account={account} />
      <NoticeText arrival={arrival} />
      <section>
        <h2>{words.which}</h2>
        {linkingEnded !== undefined && (
          <Notice kind="warning" heading={words.linkingEnded}>
            <p>{words.linkingEndedSince(momentInWords(Date.parse(linkingEnded)), say(platform.help))}</p>
          </Notice>
        )}
        <Ways coming={coming} mayLink={linkingEnded === undefined} />
      </section>
      {coming.interaction === undefined ? (
        <BackWithoutRequest address={arrival.address} platform={name} />
      ) : (
        <section>
          <Button kind="quiet" onClick={() => void refusal.refuse()} busy={refusal.busy}>
            {words.refuse(name)}
          </Button>
          <p class="muted">{words.refuseMeans}</p>
        </section>
      )}
    </LinkFrame>
  );
}

function Ways({ coming, mayLink }: { readonly coming: Coming; readonly mayLink: boolean }) {
  const words = useWords(linkNoticeWords);
  const have: Way = {
    href: linkAddress("account", coming),
    icon: "person",
    name: words.have,
    about: words.haveAbout,
  };
  const haveNot: Way = {
    href: linkAddress("register", coming),
    icon: "person-plus",
    name: words.haveNot,
    about: words.haveNotAbout,
  };
  return <WayList ways={mayLink ? [have, haveNot] : [haveNot]} />;
}

interface BackProps {
  readonly address: string | undefined;
  readonly platform: string;
}

/** Who came by the address alone goes to where the application's entry leads. */
function BackWithoutRequest({ address, platform }: BackProps) {
  const { backTo, launcher } = useWords(applicationWords);
  return (
    <ButtonLink kind="quiet" href={address ?? "/applications"}>
      {address === undefined ? launcher : backTo(platform)}
    </ButtonLink>
  );
}
