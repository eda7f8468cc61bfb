import type { AnswerOf } from "../../../../functions/contract/routes.ts";
import { ButtonLink } from "../../../components/button/button.tsx";
import { Moment } from "../../../components/moment/moment.tsx";
import { Notice } from "../../../components/notice/notice.tsx";
import { SummaryList } from "../../../components/summary-list/summary-list.tsx";
import { twoFactorWords, unbindWords } from "../../../words/my-two-factor.ts";
import { useWords } from "../../../words/words.ts";
import { base } from "./places.ts";
import { WayBack } from "./way-back.tsx";

/** What has just been done here. */
export type News = "bound" | "on" | "off" | undefined;

interface OverviewProps {
  readonly state: AnswerOf<"GET /api/my-account/two-factor">;
  readonly news: News;
}

/** So few recovery codes are few. */
const few = 3;

/** How the second factor stands, and the one next step: 開始, 啟用雙因子驗證, or nothing more. */
export function Overview({ state: { state, boundAt, recoveryCodesLeft }, news }: OverviewProps) {
  const words = useWords(twoFactorWords);
  return (
    <>
      <Told state={state} news={news} />
      <SummaryList
        items={[
          { term: words.state, detail: <b>{words[state]}</b> },
          ...(boundAt ? [{ term: words.boundAt, detail: <Moment iso={boundAt} now={Date.now()} /> }] : []),
          ...(recoveryCodesLeft === undefined || state !== "on"
            ? []
            : [{ term: words.codesLeft, detail: words.codes(recoveryCodesLeft) }]),
        ]}
      />
      {state === "none" && <How />}
      {state === "on" && recoveryCodesLeft !== undefined && recoveryCodesLeft <= few && (
        <Notice kind="warning">
          <p>{words.fewCodes}</p>
        </Notice>
      )}
      <div class="actions actions--apart">
        {state === "none" && (
          <ButtonLink kind="primary" href={`${base}/device`}>
            {words.start}
          </ButtonLink>
        )}
        {state === "bound" && (
          <ButtonLink kind="primary" href={`${base}/enable`}>
            {words.enable}
          </ButtonLink>
        )}
        {state === "on" && <WayBack />}
        {state === "on" && <ButtonLink href={`${base}/recovery-codes`}>{words.newCodes}</ButtonLink>}
        {state === "bound" && <ButtonLink href={`${base}/device`}>{words.bindAgain}</ButtonLink>}
        {state !== "none" && <ButtonLink href={`${base}/unbind`}>{words.unbind}</ButtonLink>}
      </div>
      {state !== "none" && <p class="muted">{words.unbindAbout}</p>}
    </>
  );
}

/** 綁定完成畫面 and the others: what was done, or what is still to do. */
function Told({ state, news }: Pick<OverviewProps, "news"> & { readonly state: OverviewProps["state"]["state"] }) {
  const words = useWords(twoFactorWords);
  const unbind = useWords(unbindWords);
  if (state === "bound")
    return (
      <Notice kind={news === "bound" ? "success" : "info"} {...(news === "bound" ? { heading: words.boundDone } : {})}>
        <p>{news === "bound" ? words.boundExplain : words.boundNow}</p>
      </Notice>
    );
  if (state === "on")
    return (
      <Notice kind="success" heading={words.onDone}>
        <p>{words.onNow}</p>
      </Notice>
    );
  if (news !== "off") return null;
  return (
    <Notice kind="success" heading={unbind.done}>
      <p>{unbind.doneExplain}</p>
    </Notice>
  );
}

function How() {
  const words = useWords(twoFactorWords);
  return (
    <section>
      <h2>{words.how}</h2>
      <ol class="steps">
        <li>{words.howBind}</li>
        <li>{words.howEnable}</li>
        <li>{words.howKeep}</li>
      </ol>
    </section>
  );
}
