import type { CountyId } from "../../../functions/contract/counties.ts";
import type { CountyEntry } from "../../../functions/contract/schemas/county.ts";
import { useLanguage } from "../../words/language.tsx";
import { partWords } from "../../words/parts.ts";
import { useWords } from "../../words/words.ts";
import { inKnownOrder } from "../school-picker/school-list.ts";
import { CountyStateWords } from "./county-state.tsx";
import { canStart, shownState, tiles } from "./tiles.ts";

interface CountyPickerProps {
  /** Undefined while they are on their way: the places are kept. */
  readonly entries: readonly CountyEntry[] | undefined;
  readonly going: CountyId | undefined;
  readonly onStart: (county: CountyId) => void;
  /** Where a county that cannot be used now says so. */
  readonly hrefOf: (county: CountyId) => string;
}

const placeOf = (id: CountyId) => ({ gridColumn: tiles[id][0], gridRow: tiles[id][1] });

/** In the order of the list to come: nothing changes its place when it is here. */
const waiting = inKnownOrder((Object.keys(tiles) as CountyId[]).map((id) => ({ id })));

/** 畫面顯示各縣市圖示 (M31): 22 tiles as Taiwan lies; on a phone and to a screen reader a plain list from north to south. */
export function CountyPicker({ entries, going, onStart, hrefOf }: CountyPickerProps) {
  const parts = useWords(partWords);
  if (!entries)
    return (
      <>
        <p class="visually-hidden" role="status">
          {parts.loading}
        </p>
        <ul class="county-map" aria-hidden="true">
          {waiting.map(({ id }) => (
            <li key={id} style={placeOf(id)}>
              <span class="county-tile county-tile--waiting" />
            </li>
          ))}
        </ul>
      </>
    );
  return (
    <ul class="county-map">
      {entries.map((entry) => (
        <li key={entry.id} style={placeOf(entry.id)}>
          {canStart(entry) ? (
            <button
              type="button"
              class="county-tile"
              aria-disabled={going ? "true" : undefined}
              aria-busy={going === entry.id ? "true" : undefined}
              onClick={() => going || onStart(entry.id)}
            >
              <Told entry={entry} />
            </button>
          ) : (
            <a class="county-tile county-tile--unusable" href={hrefOf(entry.id)}>
              <Told entry={entry} />
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

function Told({ entry }: { readonly entry: CountyEntry }) {
  const { language } = useLanguage();
  return (
    <>
      <span class="county-tile__name">{language === "en" ? entry.nameEn : entry.name}</span>{" "}
      <CountyStateWords state={shownState(entry)} />
    </>
  );
}
