import type { CountyEntry } from "../../../functions/contract/schemas/county.ts";
import { countyWayWords } from "../../words/county-way.ts";
import { useSay, useWords } from "../../words/words.ts";
import { Button } from "../button/button.tsx";
import type { CountyStart } from "./use-start.ts";

interface CountyButtonProps {
  readonly entry: CountyEntry;
  readonly start: CountyStart;
  readonly primary?: boolean;
}

/** The button with the county's own words (M3): leads to its sign-in page. */
export function CountyButton({ entry, start, primary = true }: CountyButtonProps) {
  const words = useWords(countyWayWords);
  const say = useSay();
  const isGoing = start.going === entry.id;
  return (
    <Button kind={primary ? "primary" : "secondary"} busy={isGoing} onClick={() => void start.start(entry.id)}>
      {isGoing ? words.going : say(entry.button)}
    </Button>
  );
}
