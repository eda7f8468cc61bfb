import { maskPersonId } from "../../person/masks.ts";
import { parsePersonId } from "../../person/national-id.ts";
import { trimSpaces } from "../../person/text.ts";

/** An account, with or without its domain: lower case, as M16 has it. Not a look-up: whether anybody has it is not told. */
const accountShape = /^[a-z][a-z0-9_.]*(?:@[a-z0-9.-]+)?$/;

/**
 * What was typed as 身分證字號／居留證號／其他身分 ID／教育雲端帳號, as it may stand in a mail: an ID number is masked, since a mail lies
 * open on its way and in its mailbox (I4); the case has it whole, sealed. An account stays as it is.
 */
export function personInMail(typed: string): string {
  const text = trimSpaces(typed);
  const parsed = parsePersonId(text);
  const isCard = parsed.ok ? parsed.kind !== "other" : parsed.reason === "checksum";
  if (!isCard && accountShape.test(text)) return text;
  return maskPersonId(parsed.ok ? parsed.id : text);
}
