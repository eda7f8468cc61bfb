import type { CountyId, CountyState } from "../../../functions/contract/counties.ts";
import type { CountyEntry } from "../../../functions/contract/schemas/county.ts";
import { exampleCountyNames, exampleCountyWords } from "../../words/example-counties.ts";
import type { Examples } from "../examples.ts";
import { inKnownOrder } from "../school-picker/school-list.ts";
import { CountyButton } from "./county-button.tsx";
import { CountyHelp } from "./county-help.tsx";
import { CountyPicker } from "./county-picker.tsx";
import { CountyUnavailable } from "./county-unavailable.tsx";
import type { CountyStart } from "./use-start.ts";

const states: Partial<Record<CountyId, CountyState>> = { TPE: "up", NWT: "up", TNN: "slow", KHH: "up", TTT: "down" };

const { button, office } = exampleCountyWords;

function exampleOf(id: CountyId, state = states[id]): CountyEntry {
  const { "zh-TW": name, en: nameEn } = exampleCountyNames[id];
  return {
    id,
    name,
    nameEn,
    on: state !== undefined,
    state: state ?? "up",
    button: { "zh-TW": button(name)["zh-TW"], en: button(nameEn).en },
    help: {
      name: { "zh-TW": office(name)["zh-TW"], en: office(nameEn).en },
      phone: "02-0000-0000",
      url: "https://county.example/help",
    },
  };
}

const entries = inKnownOrder((Object.keys(exampleCountyNames) as CountyId[]).map((id) => exampleOf(id)));
const start: CountyStart = {
  going: undefined,
  pressed: undefined,
  problem: undefined,
  attempt: 0,
  start: async () => {},
};
const Picker = ({ going, shown = entries }: { going?: CountyId; shown?: readonly CountyEntry[] | undefined }) => (
  <CountyPicker entries={shown} going={going} onStart={() => {}} hrefOf={() => "/local/components"} />
);

export const examples: Examples = {
  component: "county-picker",
  states: [
    { name: "all states", Show: () => <Picker /> },
    { name: "one was pressed", Show: () => <Picker going="KHH" /> },
    {
      name: "loading",
      Show: () => <CountyPicker entries={undefined} going={undefined} onStart={() => {}} hrefOf={() => "/"} />,
    },
    { name: "the county's own button", Show: () => <CountyButton entry={exampleOf("KHH")} start={start} /> },
    {
      name: "on the way",
      Show: () => <CountyButton entry={exampleOf("KHH")} start={{ ...start, going: "KHH" }} />,
    },
    { name: "help window", Show: () => <CountyHelp entry={exampleOf("KHH")} /> },
    { name: "not connected", Show: () => <CountyUnavailable entry={exampleOf("PEN")} /> },
    { name: "does not answer", Show: () => <CountyUnavailable entry={exampleOf("TTT")} /> },
  ],
};
