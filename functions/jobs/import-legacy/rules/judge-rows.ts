import {
  type LegacyImportRow,
  type LegacyPlatform,
  type LegacyRowProblem,
  type LegacyRowReason,
  legacyHashFormat,
} from "../../../contract/legacy.ts";
import { parseEmail } from "../../../person/email.ts";
import { legacyAccountOf } from "../../../person/legacy-account.ts";
import { isPersonName } from "../../../person/name.ts";
import { findForbiddenCharacter, plainText, trimSpaces } from "../../../person/text.ts";
import type { LegacyImport, LegacyImported } from "../../../ports/legacy-import.ts";

/** The platform whose accounts these are, with every format that it accepts, and how a hash is looked at. */
export interface JudgeParts {
  readonly platform: string;
  readonly hashes: LegacyPlatform["hashes"];
  readonly wrongWith: LegacyImport["wrongWith"];
}

export interface JudgedRows {
  readonly accounts: readonly LegacyImported[];
  /** Where each of them stands in the file. */
  readonly lines: readonly number[];
  readonly problems: readonly LegacyRowProblem[];
}

/** In UTF-16 units, as the schemas of the API count. */
const longest = { account: 200, hash: 512, salt: 256, hint: 200 } as const;

/** Each row to an account, or to what is wrong with it; of two rows of one account the second is left out. */
export function judgeRows(rows: readonly LegacyImportRow[], parts: JudgeParts): JudgedRows {
  const seen = new Set<string>();
  const accounts: LegacyImported[] = [];
  const lines: number[] = [];
  const problems: LegacyRowProblem[] = [];
  for (const row of rows) {
    const judged = judgeRow(row, parts);
    const isRepeated = judged.account !== undefined && seen.has(judged.account.account);
    const repeated: LegacyRowProblem = { line: row.line, field: "account", reason: "repeated", left: "row" };
    if (isRepeated) problems.push(repeated);
    else problems.push(...judged.problems);
    if (judged.account === undefined || isRepeated) continue;
    seen.add(judged.account.account);
    accounts.push(judged.account);
    lines.push(row.line);
  }
  return { accounts, lines, problems };
}

/** What the platform says beside the password may be of no use (an address that is none): the account comes along without it. */
export function judgeRow(
  row: LegacyImportRow,
  { platform, hashes, wrongWith }: JudgeParts,
): { readonly account?: LegacyImported; readonly problems: readonly LegacyRowProblem[] } {
  const problems: LegacyRowProblem[] = [];
  const note = (field: LegacyRowProblem["field"], reason: LegacyRowReason, left: "row" | "field" = "row") =>
    void problems.push({ line: row.line, field, reason, left });

  const shownAccount = row.account.trim();
  const account = legacyAccountOf(shownAccount);
  if (account === "") note("account", "missing");
  else if (shownAccount.length > longest.account || account.length > longest.account) note("account", "too-long");
  else if (isUnreadable(shownAccount)) note("account", "characters");

  const format = legacyHashFormat.safeParse(plainText(row.format).toLowerCase());
  if (row.format.trim() === "") note("format", "missing");
  else if (!format.success) note("format", "unknown-format");
  else if (!hashes.includes(format.data)) note("format", "format-not-accepted");

  const hash = row.hash.trim();
  // Spaces at either end of a salt may be part of it.
  const salt = row.salt === undefined || row.salt === "" ? {} : { salt: row.salt };
  if (hash === "") note("hash", "missing");
  else if (hash.length > longest.hash) note("hash", "too-long");
  if ((salt.salt?.length ?? 0) > longest.salt) note("salt", "too-long");

  if (problems.length === 0 && format.success) {
    const wrong = wrongWith({ format: format.data, hash, ...salt });
    if (wrong !== undefined) note(wrong === "salt" ? "salt" : "hash", wrong);
  }
  if (problems.length > 0 || !format.success) return { problems };

  const email = parseEmail(row.email ?? "");
  if (!email.ok && email.reason !== "empty") note("email", "email", "field");
  const name = trimSpaces(row.name ?? "");
  const isName = !name.includes(lost) && isPersonName(name);
  if (name !== "" && !isName) note("name", "name", "field");
  const hint = trimSpaces(row.hint ?? "");
  const isHint = hint.length <= longest.hint && !isUnreadable(hint);
  if (!isHint) note("hint", hint.length > longest.hint ? "too-long" : "characters", "field");
  const more = {
    ...(email.ok ? { email: email.email } : {}),
    ...(isName ? { name } : {}),
    ...(isHint && hint !== "" ? { hint } : {}),
  };
  return { account: { platform, account, shownAccount, format: format.data, hash, ...salt, ...more }, problems };
}

/** What stands for a character that was lost in some earlier conversion. */
const lost = "\uFFFD";
const isUnreadable = (text: string): boolean => text.includes(lost) || findForbiddenCharacter(text) !== undefined;
