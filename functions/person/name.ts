import { countCharacters, findForbiddenCharacter, trimSpaces } from "./text.ts";

/** In code points: room for a long indigenous name with its romanised form, and no more. */
const longest = 60;

// The dot between the parts of an indigenous or foreign name is typed in at least eight ways; rosters mix them.
const dots = /[.\u00b7\u2022\u2027\u2219\u22c5\u30fb]/gu;
const hyphens = /[\u2010-\u2015\u2043\u2212]/gu;
// A phone's keyboard writes O’Brien and the glottal stop of indigenous names with a curled mark; a roster with a straight one.
const apostrophes = /[\u02b9\u02bb\u02bc\u2018\u2019]/gu;
// Names keyed in with a school's own extra characters (造字) arrive as private-use code points: those are letters here.
const letter = /[\p{L}\p{Co}]/u;
const unseen = /[\p{White_Space}\p{Default_Ignorable_Code_Point}]/gu;

function foldOnce(name: string): string {
  return name
    .replace(unseen, "")
    .normalize("NFKC")
    .replace(unseen, "")
    .toUpperCase()
    .toLowerCase()
    .replace(dots, "·")
    .replace(hyphens, "-")
    .replace(apostrophes, "'")
    .replaceAll("臺", "台")
    .normalize("NFKC");
}

/**
 * The form in which two spellings of one name are equal: NFKC and width, no white space (U+3000 too) and nothing
 * unseen (zero width, variation selectors), letter case, 臺/台, dots, hyphens and apostrophes folded. All else is exact:
 * 𠮷 and 吉 stay two names. For comparing only, never for showing or storing in place of the name.
 */
export function foldName(name: string): string {
  const folded = foldOnce(name);
  // Taking out a space can bring a letter and an accent together, which then compose: one more round settles that.
  return folded === name ? folded : foldName(folded);
}

/** Whether two spellings are one name after folding. An empty name equals none, not even another empty one. */
export function sameName(a: string, b: string): boolean {
  const folded = foldName(a);
  return folded !== "" && folded === foldName(b);
}

/** Whether `text` can be a person's name: 1–60 code points besides the spaces around it, a letter, no T28 character. */
export function isPersonName(text: string): boolean {
  if (findForbiddenCharacter(text)) return false;
  return countCharacters(trimSpaces(text)) <= longest && letter.test(text);
}

/** Signs that stand for a hidden character in a name that is known to be masked: `王○明`, `王*明`, `王Ｏ明`, `陳〇〇`. */
const hidden = /[○◯〇●◎□■※＊*oOＯ0xX_＿?？]/u;

/** Whether a masked name can be this name: as many characters, and every one that is shown the same. */
export function sameMaskedName(masked: string, name: string): boolean {
  const [shown, whole] = [[...masked.replace(unseen, "")], [...foldName(name)]];
  return (
    whole.length > 0 &&
    shown.length === whole.length &&
    shown.every((character, index) => hidden.test(character) || foldName(character) === whole[index])
  );
}
