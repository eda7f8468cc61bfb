import { isPersonName } from "../../../../functions/person/name.ts";

/** A sign that stands for a hidden character: 王○明, 王*明, 王O明. */
const hidden = /[○◯〇●＊*＿_?？]|\p{sc=Han}[oOＯ]/u;

/** The name a county told, where it is whole: half a name in the field would only have to be taken out again. */
export function knownName(told: string | undefined): string | undefined {
  return told !== undefined && isPersonName(told) && !hidden.test(told) ? told : undefined;
}
