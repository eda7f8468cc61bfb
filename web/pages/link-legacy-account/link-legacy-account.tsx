import { useCallback, useRef } from "preact/hooks";
import type { LegacyArrival } from "../../../functions/contract/schemas/legacy.ts";
import { callAt } from "../../api.ts";
import { Page } from "../../components/page/page.tsx";
import { useOwnAddress } from "../../own-address.ts";
import { useSession } from "../../session.tsx";
import { useLaterPages } from "../../use-later-pages.ts";
import { linkNoticeWords } from "../../words/link-legacy.ts";
import { useWords } from "../../words/words.ts";
import { isUid } from "../consent/uid.ts";
import { ShownOwn } from "../my-account/shown-own.tsx";
import { useOwnAnswer } from "../my-account/use-own.ts";
import { LinkPages } from "./link-pages.tsx";
import { NoPlatform } from "./no-platform.tsx";
import { type Coming, linkAddress, linkBase, linkPageAt } from "./rules/link-pages.ts";

/** Where somebody is led who comes to a legacy platform for the first time (M81), from an application's request or by the address alone. */
export function LinkLegacyAccount() {
  const { path, query } = useOwnAddress(linkBase);
  const { session } = useSession();
  const account = useRef("");
  if (session.state === "in") account.current = session.accountName;
  const { client = "", interaction = "" } = query;
  if (client === "") return <NoPlatform />;
  const coming = { client, ...(isUid(interaction) ? { interaction } : {}) };
  // Another person's turn: nothing of the one before stays, neither what was typed nor what was prefilled.
  return <Arrival key={`${client} ${account.current}`} coming={coming} path={path} account={account.current} />;
}

interface ArrivalProps {
  readonly coming: Coming;
  readonly path: string;
  readonly account: string;
}

function Arrival({ coming, path, account }: ArrivalProps) {
  const words = useWords(linkNoticeWords);
  const later = useLaterPages(() => import("./later-pages.ts"));
  const { client } = coming;
  const wanted = linkPageAt(path);
  const ask = useCallback(() => callAt("GET /api/legacy/{clientId}", client), [client]);
  const own = useOwnAnswer<LegacyArrival>(ask, linkAddress(wanted, coming));
  if (own.problem?.code === "not-found" && own.answer === undefined) return <NoPlatform />;
  if (own.answer === undefined)
    return (
      <div class="wizard">
        <Page title={words.title}>
          <ShownOwn own={own} lines={14}>
            {() => null}
          </ShownOwn>
        </Page>
      </div>
    );
  return <LinkPages wanted={wanted} coming={coming} arrival={own.answer} own={own} later={later} account={account} />;
}
