import { useState } from "preact/hooks";
import { copyWords } from "../../words/copying.ts";
import { useWords } from "../../words/words.ts";
import { Button } from "../button/button.tsx";

/** Puts `text` on the clipboard and says so; where the browser does not allow it, says what to do instead. */
export function CopyButton({ text, describedBy }: { readonly text: string; readonly describedBy?: string }) {
  const words = useWords(copyWords);
  const [said, setSaid] = useState<"copied" | "failed">();
  const copy = async () => {
    setSaid(undefined);
    const copied = await (navigator.clipboard?.writeText(text) ?? Promise.reject()).then(
      () => true,
      () => false,
    );
    setSaid(copied ? "copied" : "failed");
  };
  return (
    <>
      <Button onClick={() => void copy()} {...(describedBy ? { describedBy } : {})}>
        {words.copy}
      </Button>
      <span class="copy-said" role="status">
        {said && words[said]}
      </span>
    </>
  );
}
