import { plainText } from "./text.ts";

/**
 * The account of a legacy platform in the one form in which import and people meet: NFKC, no space around, lower case. Platforms kept
 * e-mail addresses, ID numbers and names of one's own as accounts, and none told letter case apart.
 */
export const legacyAccountOf = (text: string): string => plainText(text).toLowerCase().normalize("NFKC");
