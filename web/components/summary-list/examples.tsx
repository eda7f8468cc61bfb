import { exampleWords } from "../../words/examples.ts";
import { useWords } from "../../words/words.ts";
import type { Examples } from "../examples.ts";
import { SummaryList } from "./summary-list.tsx";

function Plain({ compact = false }: { readonly compact?: boolean }) {
  const words = useWords(exampleWords);
  const items = [
    { term: words.name, detail: words.someone },
    { term: words.county, detail: words.taipei },
  ];
  return <SummaryList items={items} compact={compact} />;
}

function WithChanges() {
  const words = useWords(exampleWords);
  const change = { label: words.change, href: "/local/components" };
  return (
    <SummaryList
      items={[
        { term: words.name, detail: words.someone, change },
        { term: words.county, detail: words.taipei, change },
      ]}
    />
  );
}

export const examples: Examples = {
  component: "summary-list",
  states: [
    { name: "plain", Show: () => <Plain /> },
    { name: "compact", Show: () => <Plain compact /> },
    { name: "with links to change", Show: WithChanges },
  ],
};
