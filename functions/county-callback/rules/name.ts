import { isPersonName } from "../../person/name.ts";
import { textOf } from "./told.ts";

// ○ ◯ ● ◎ 〇, stars, squares and question marks hide wherever they stand; O, 0 and X hide after a Chinese character: 王O明, 王XX.
const signs = /[○◯●◎〇*＊※□■?？_＿]/u;
const letters = /\p{Script=Han}\s*[O0X]+(?:$|\s*\p{Script=Han})/iu;

/** The name as told, and whether the county hid a part of it. Text that can be no name is left out. */
export function nameIn(told: unknown): { readonly name?: string; readonly nameMasked: boolean } {
  const name = textOf(told);
  if (name === undefined) return { nameMasked: false };
  const nameMasked = signs.test(name) || letters.test(name.normalize("NFKC"));
  return isPersonName(name) ? { name, nameMasked } : { nameMasked };
}
