import { saveFile } from "../../save-file.ts";
import { recoveryCodesWords } from "../../words/recovery-codes.ts";
import { useWords } from "../../words/words.ts";
import { Button } from "../button/button.tsx";
import { CopyButton } from "../copy-button/copy-button.tsx";
import { Notice } from "../notice/notice.tsx";

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  /** Whose they are: goes into the file and on the paper. */
  readonly accountName: string;
}

/** Ten recovery codes, shown once: to copy, to save as a text file or to print. */
export function RecoveryCodes({ codes, accountName }: RecoveryCodesProps) {
  const words = useWords(recoveryCodesWords);
  const numbered = codes.map((code, place) => `${place + 1}. ${code}`);
  const text = [words.fileTitle, accountName, "", ...numbered, "", words.fileNote, ""].join("\r\n");
  return (
    <div class="recovery-codes">
      <Notice kind="warning" heading={words.once}>
        <p>{words.why}</p>
        <p>{words.keep}</p>
      </Notice>
      <section class="recovery-codes__paper" aria-labelledby="recovery-codes-title">
        <h2 id="recovery-codes-title">{words.list}</h2>
        <p translate={false}>{accountName}</p>
        <ol translate={false}>
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ol>
      </section>
      <div class="actions">
        <Button onClick={() => saveFile(words.fileName, "text/plain;charset=utf-8", text)}>{words.download}</Button>
        <Button onClick={() => print()}>{words.print}</Button>
        <CopyButton text={codes.join("\n")} />
      </div>
    </div>
  );
}
