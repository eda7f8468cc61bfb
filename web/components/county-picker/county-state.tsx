import { countyWords } from "../../words/county.ts";
import { useWords } from "../../words/words.ts";
import type { ShownState } from "./tiles.ts";

/** 正常, 較慢, 暫時無法使用 or 尚未開放: always in words, the dot beside them only helps the eye. */
export function CountyStateWords({ state }: { readonly state: ShownState }) {
  return <span class={`county-state county-state--${state}`}>{useWords(countyWords)[state]}</span>;
}
