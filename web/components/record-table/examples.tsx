import { exampleWords } from "../../words/examples.ts";
import { useWords } from "../../words/words.ts";
import type { Examples } from "../examples.ts";
import { RecordTable } from "./record-table.tsx";

function Shown() {
  const words = useWords(exampleWords);
  return (
    <RecordTable
      caption={words.name}
      heads={[words.name, words.county]}
      rows={[
        { key: "1", cells: [words.someone, words.taipei] },
        { key: "2", cells: [words.someone, words.kaohsiung] },
      ]}
    />
  );
}

export const examples: Examples = { component: "record-table", states: [{ name: "two records", Show: Shown }] };
