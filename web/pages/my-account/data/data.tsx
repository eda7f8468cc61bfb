import { useState } from "preact/hooks";
import { call } from "../../../api.ts";
import { Button } from "../../../components/button/button.tsx";
import { Notice } from "../../../components/notice/notice.tsx";
import { useProofAgain } from "../../../components/proof-again/use-proof-again.ts";
import { saveFile } from "../../../save-file.ts";
import { usePress } from "../../../use-press.ts";
import { myDataWords } from "../../../words/my-data.ts";
import { dayOf } from "../../../words/times.ts";
import { useWords } from "../../../words/words.ts";
import { AccountFrame } from "../account-frame.tsx";
import { useSignedIn } from "../use-signed-in.ts";

/** 下載我的資料: everything the service holds of the person, as a file that is made in this browser. */
export function MyData() {
  const words = useWords(myDataWords);
  useSignedIn("/my-account/data");
  const press = usePress();
  const proof = useProofAgain();
  const [saved, setSaved] = useState<string>();

  const download = () =>
    press.submit([], async () => {
      setSaved(undefined);
      const outcome = await proof.freshly(() => call("POST /api/my-account/data"));
      if (!outcome) return undefined;
      if (!outcome.ok) return { problem: outcome.problem };
      const { account, writtenAt } = outcome.answer;
      const name = `${account.account.split("@")[0]}-${dayOf(writtenAt)}.json`;
      saveFile(name, "application/json", `${JSON.stringify(outcome.answer, undefined, 2)}\n`);
      setSaved(name);
      return undefined;
    });
  return (
    <AccountFrame title={words.title} lead={words.lead} press={press} proof={proof}>
      <section>
        <h2>{words.what}</h2>
        <ul class="bullets">
          <li>{words.account}</li>
          <li>{words.consents}</li>
          <li>{words.signIns}</li>
          <li>{words.devices}</li>
        </ul>
      </section>
      <Notice kind="warning">
        <p>{words.notice}</p>
      </Notice>
      <div class="actions">
        <Button kind="primary" onClick={() => void download()} busy={press.busy}>
          {words.download}
        </Button>
      </div>
      <div role="status">
        {saved && (
          <Notice kind="success">
            <p>{words.done(saved)}</p>
          </Notice>
        )}
      </div>
    </AccountFrame>
  );
}
