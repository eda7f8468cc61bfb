import { call } from "../../api.ts";
import { LinkPage } from "../../components/link-page/link-page.tsx";
import { contactUndoWords } from "../../words/contact-undo.ts";
import { useWords } from "../../words/words.ts";
import { Restored } from "./restored.tsx";

/** The link that the old contact gets when it was replaced (T20). */
export function ContactUndo() {
  const words = useWords(contactUndoWords);
  return (
    <LinkPage
      words={words}
      effects={[words.restored, words.ended]}
      send={(token) => call("POST /api/contact-undo", { token })}
      goneCode="contact-undo-link"
      done={(restored) => <Restored restored={restored} />}
    />
  );
}
