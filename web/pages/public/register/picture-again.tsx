import { useState } from "preact/hooks";
import { type ProblemCode, upload } from "../../../api.ts";
import { Button } from "../../../components/button/button.tsx";
import { Notice } from "../../../components/notice/notice.tsx";
import { PictureField } from "../../../components/picture-field/picture-field.tsx";
import { errorSentence } from "../../../words/first-errors.ts";
import { pictureAgainWords } from "../../../words/public-activation.ts";
import { useSay, useWords } from "../../../words/words.ts";

interface PictureAgainProps {
  readonly refused: ProblemCode;
  /** Why it was refused again; undefined when it was taken. */
  readonly onSent: (refused: ProblemCode | undefined) => void;
}

/** The service did not take the picture: 換一張, or none. The registration stands all the same. */
export function PictureAgain({ refused, onSent }: PictureAgainProps) {
  const words = useWords(pictureAgainWords);
  const say = useSay();
  const [picture, setPicture] = useState<Blob>();
  const [busy, setBusy] = useState(false);
  const send = async () => {
    if (!picture) return;
    setBusy(true);
    const outcome = await upload("POST /api/public/picture", picture);
    setBusy(false);
    setPicture(undefined);
    onSent(outcome.ok ? undefined : outcome.problem.code);
  };
  return (
    <section aria-label={words.heading}>
      <Notice kind="warning" heading={words.heading} announce>
        <p>{words.explain}</p>
      </Notice>
      <PictureField
        id="picture"
        value={picture}
        onChange={setPicture}
        // Said of the one that was sent, and of no other.
        error={picture ? undefined : say(errorSentence(refused))}
      />
      {picture && (
        <Button onClick={() => void send()} busy={busy}>
          {words.send}
        </Button>
      )}
    </section>
  );
}
