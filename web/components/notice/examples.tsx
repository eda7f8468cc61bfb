import { exampleWords } from "../../words/examples.ts";
import { useWords } from "../../words/words.ts";
import type { Examples } from "../examples.ts";
import { Notice } from "./notice.tsx";

const Sentence = () => <p>{useWords(exampleWords).sentence}</p>;

export const examples: Examples = {
  component: "notice",
  states: [
    {
      name: "info",
      Show: () => (
        <Notice>
          <Sentence />
        </Notice>
      ),
    },
    {
      name: "success",
      Show: () => (
        <Notice kind="success">
          <Sentence />
        </Notice>
      ),
    },
    {
      name: "warning",
      Show: () => (
        <Notice kind="warning">
          <Sentence />
        </Notice>
      ),
    },
  ],
};
