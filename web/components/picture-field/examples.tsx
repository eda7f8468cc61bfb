import { useState } from "preact/hooks";
import { exampleWords } from "../../words/examples.ts";
import { useWords } from "../../words/words.ts";
import type { Examples } from "../examples.ts";
import { PictureField } from "./picture-field.tsx";

function Shown({ id, kept, wrong = false }: { id: string; kept?: string; wrong?: boolean }) {
  const words = useWords(exampleWords);
  const [picture, setPicture] = useState<Blob | string | undefined>(kept);
  return <PictureField id={id} value={picture} onChange={setPicture} error={wrong ? words.pictureWrong : undefined} />;
}

export const examples: Examples = {
  component: "picture-field",
  states: [
    { name: "none", Show: () => <Shown id="picture-none" /> },
    { name: "one that is kept", Show: () => <Shown id="picture-kept" kept="/favicon.svg" /> },
    { name: "refused by the service", Show: () => <Shown id="picture-refused" wrong /> },
  ],
};
