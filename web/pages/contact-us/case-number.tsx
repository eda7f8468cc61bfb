import { useState } from "preact/hooks";
import { Button } from "../../components/button/button.tsx";
import { caseNumberWords } from "../../words/contact-us-sent.ts";
import { useWords } from "../../words/words.ts";

/** 案件編號 and 查詢碼, big enough to be copied by hand or read out on the telephone. */
export function CaseNumber({ number, code }: { readonly number: string; readonly code: string }) {
  const words = useWords(caseNumberWords);
  const [copied, setCopied] = useState<boolean>();
  const copy = async () => {
    const text = `${words.number} ${number}\n${words.code} ${code}`;
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // A browser may have no clipboard, or forbid it: then people are told.
      setCopied(false);
    }
  };
  return (
    <div class="case-number">
      <dl>
        <div>
          <dt>{words.number}</dt>
          <dd translate={false}>{number}</dd>
        </div>
        <div>
          <dt>{words.code}</dt>
          <dd translate={false}>{code}</dd>
        </div>
      </dl>
      <p>{words.keep}</p>
      <div class="actions">
        <Button onClick={() => void copy()}>{words.copy}</Button>
        <p class={copied === undefined ? "visually-hidden" : ""} role="status">
          {copied !== undefined && (copied ? words.copied : words.notCopied)}
        </p>
      </div>
    </div>
  );
}
