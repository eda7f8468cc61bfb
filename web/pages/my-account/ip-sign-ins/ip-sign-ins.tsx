import { callAt } from "../../../api.ts";
import { Moment } from "../../../components/moment/moment.tsx";
import { ipRecordWords, recordWords } from "../../../words/sign-in-records.ts";
import { useWords } from "../../../words/words.ts";
import { RecordsPage } from "../sign-in-records/records-page.tsx";
import { useAddressNow } from "./use-address-now.ts";

const ask = (most: string) => callAt("GET /api/my-account/sign-ins/{most}", most);

/** IP登入紀錄 (M62). */
export function IpSignIns() {
  const words = useWords(ipRecordWords);
  const ofRecords = useWords(recordWords);
  const addressNow = useAddressNow();
  return (
    <RecordsPage
      base="/my-account/ip-sign-ins"
      title={words.title}
      lead={words.lead}
      none={words.none}
      ask={ask}
      heads={[ofRecords.at, ofRecords.address, words.method, words.browser]}
      cellsOf={({ at, address, method, secondFactor, browser }, now) => [
        <Moment iso={at} now={now} />,
        <>
          <span translate={false}>{address}</span>
          {address === addressNow && <span class="state state--good">{words.sameAddress}</span>}
        </>,
        <>
          {words[method]}
          {secondFactor && <span class="state">{words.withFactor}</span>}
        </>,
        browser,
      ]}
    />
  );
}
