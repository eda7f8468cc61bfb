import { callAt } from "../../../api.ts";
import { Moment } from "../../../components/moment/moment.tsx";
import { applicationRecordWords, recordWords } from "../../../words/sign-in-records.ts";
import { useSay, useWords } from "../../../words/words.ts";
import { RecordsPage } from "../sign-in-records/records-page.tsx";

const ask = (most: string) => callAt("GET /api/my-account/application-sign-ins/{most}", most);

/** 應用服務登入紀錄 (M61). */
export function ApplicationSignIns() {
  const words = useWords(applicationRecordWords);
  const ofRecords = useWords(recordWords);
  const say = useSay();
  return (
    <RecordsPage
      base="/my-account/application-sign-ins"
      title={words.title}
      lead={words.lead}
      none={words.none}
      ask={ask}
      heads={[ofRecords.at, words.application, ofRecords.address]}
      cellsOf={({ at, name, address }, now) => [
        <Moment iso={at} now={now} />,
        say(name),
        <span translate={false}>{address}</span>,
      ]}
    />
  );
}
