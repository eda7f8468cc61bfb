import { useEffect, useState } from "preact/hooks";
import type { AnswerOf } from "../../../../functions/contract/routes.ts";
import { useOwnAddress } from "../../../own-address.ts";
import { useSession } from "../../../session.tsx";
import { twoFactorWords } from "../../../words/my-two-factor.ts";
import { useWords } from "../../../words/words.ts";
import { AccountFrame } from "../account-frame.tsx";
import { ShownOwn } from "../shown-own.tsx";
import { useOwn } from "../use-own.ts";
import { AppStep } from "./app-step.tsx";
import { CodesPage } from "./codes-page.tsx";
import { DeviceStep } from "./device-step.tsx";
import { Enable } from "./enable.tsx";
import { NewCodes } from "./new-codes.tsx";
import { type News, Overview } from "./overview.tsx";
import { base, isAllowed, readSystem } from "./places.ts";
import { ScanStep } from "./scan-step.tsx";
import { Unbind } from "./unbind.tsx";

type State = AnswerOf<"GET /api/my-account/two-factor">;

/** 雙因子認證綁定 (壹拾, M63): none → bound → on, each step at its own address. What may be done the service says. */
export function TwoFactor() {
  const words = useWords(twoFactorWords);
  const { path, query, isHere, route } = useOwnAddress(base);
  const { session } = useSession();
  const own = useOwn("GET /api/my-account/two-factor", path);
  const [news, setNews] = useState<News>();
  const [codes, setCodes] = useState<{ readonly at: string; readonly list: readonly string[] }>();
  const place = path.slice(base.length + 1);
  const system = readSystem(query.os);
  const shownCodes = codes?.at === path ? codes.list : undefined;
  const isLost = own.answer !== undefined && !shownCodes && !isAllowed(place, own.answer.state);

  useEffect(() => {
    if (isHere && isLost) route(base, true);
  }, [isHere, isLost, route]);
  useEffect(() => {
    if (place !== "") setNews(undefined);
  }, [place]);

  const become = (state: State, told: News) => {
    own.put(state);
    setNews(told);
    route(base, true);
    void own.retry();
  };
  const accountName = session.state === "in" ? session.accountName : "";
  const show = (list: readonly string[]) => setCodes({ at: path, list });
  if (shownCodes)
    return (
      <CodesPage
        codes={shownCodes}
        accountName={accountName}
        isNew={place === "recovery-codes"}
        onFinish={() => {
          setCodes(undefined);
          become({ ...own.answer, state: "on", recoveryCodesLeft: shownCodes.length }, "on");
        }}
      />
    );
  if (!own.answer || isLost || place === "")
    return (
      <AccountFrame title={words.title} lead={words.lead} focusKey={`${news} ${own.answer?.state}`}>
        <ShownOwn own={own} lines={8}>
          {(state) => <Overview state={state} news={news} />}
        </ShownOwn>
      </AccountFrame>
    );
  if (place === "device") return <DeviceStep system={system} />;
  if (place === "app") return <AppStep system={system} />;
  if (place === "scan") {
    const bound = () => become({ state: "bound" }, "bound");
    return <ScanStep system={system} onBound={bound} />;
  }
  if (place === "enable") return <Enable onCodes={show} />;
  if (place === "recovery-codes") return <NewCodes onCodes={show} />;
  return <Unbind hasRecovery={own.answer.state === "on"} onUnbound={() => become({ state: "none" }, "off")} />;
}
