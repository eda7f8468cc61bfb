import type { CountyId, CountyState } from "../../../functions/contract/counties.ts";
import type { CountyEntry } from "../../../functions/contract/schemas/county.ts";

/**
 * Where each county's tile lies, as column and row from the north-west: the main island leans to the north-east, the islands of
 * the strait are on the left. A county without a place does not compile.
 */
export const tiles: Readonly<Record<CountyId, readonly [column: number, row: number]>> = {
  LIE: [1, 1],
  TPE: [4, 1],
  KEE: [5, 1],
  TAO: [3, 2],
  NWT: [4, 2],
  ILA: [5, 2],
  KIN: [1, 3],
  HSZ: [2, 3],
  HSQ: [3, 3],
  MIA: [2, 4],
  TXG: [3, 4],
  CHA: [2, 5],
  NAN: [3, 5],
  HUA: [4, 5],
  YUN: [2, 6],
  PEN: [1, 7],
  CYQ: [2, 7],
  CYI: [3, 7],
  TNN: [2, 8],
  KHH: [3, 8],
  TTT: [4, 8],
  PIF: [3, 9],
};

export function isCountyId(text: string | undefined): text is CountyId {
  return text !== undefined && Object.hasOwn(tiles, text);
}

/** What a tile says of its county: `off` is a county this service is not connected to. */
export type ShownState = CountyState | "off";

export function shownState({ on, state }: Pick<CountyEntry, "on" | "state">): ShownState {
  return on ? state : "off";
}

/** Whether one press may lead to the county's page; else a page says how things are. */
export function canStart(entry: Pick<CountyEntry, "on" | "state">): boolean {
  return entry.on && entry.state !== "down";
}
