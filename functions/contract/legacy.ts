import * as z from "zod/mini";
import { findForbiddenCharacter } from "../person/text.ts";
import { address } from "./schemas/address.ts";
import { filled } from "./schemas/parts.ts";

/**
 * How a legacy platform kept passwords. `salted`: salt and password, in the order of the name, as one text. `bcrypt`, `phpass` and
 * `argon2` are whole lines with salt and cost in them (`$2b$…`, `$P$…`, `$argon2id$…`). Digests are hexadecimal.
 */
export const legacyHashFormats = [
  "md5",
  "md5-salt-password",
  "md5-password-salt",
  "sha1",
  "sha1-salt-password",
  "sha1-password-salt",
  "sha256",
  "sha256-salt-password",
  "sha256-password-salt",
  "bcrypt",
  "phpass",
  "argon2",
] as const;
export const legacyHashFormat = z.enum(legacyHashFormats);
export type LegacyHashFormat = z.infer<typeof legacyHashFormat>;

const line = (most: number) => filled(most).check(z.refine((text) => findForbiddenCharacter(text) === undefined));
const words = z.strictObject({ "zh-TW": line(300), en: line(300) });
/** ISO 8601 with an offset, to the second: `2015-02-01T00:00:00+08:00`. */
const moment = z.iso.datetime({ offset: true });

/** A platform whose people come along with their accounts (M80–M86), as data: a part of its application's file. */
export const legacyPlatform = z.strictObject({
  /** Names the accounts that are imported: `npm run legacy -- import file.csv --platform ups`. Several applications may be one platform. */
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{1,19}$/)),
  name: words,
  /** Formats an import may bring; any other is refused. */
  hashes: z.array(legacyHashFormat).check(z.minLength(1)),
  /**
   * The first moment at which the old sign-in is refused: for "until 23:59" the minute after (M80). Of several applications that are one
   * platform the earliest counts, here and in `linkingEnds`.
   */
  signInEnds: moment,
  /** From when on nobody joins an old account any more; left out, never. */
  linkingEnds: z.optional(moment),
  /** Whom to call, as people read it behind 「若有相關疑問，請撥」. */
  help: words,
  /** What the old account's id is called in the application's claims. No name of another claim. */
  claim: z._default(z.string().check(z.regex(/^[a-z][a-z0-9_]{2,39}$/)), "legacy_account"),
  /** Where signed events are sent (RFC 8935): that an account was joined, so that the learning history moves over. */
  eventsUri: z.optional(address),
});
export type LegacyPlatform = z.output<typeof legacyPlatform>;

/** Events of RFC 8417 tokens, as paths under the issuer. */
export const legacyEvents = {
  linked: "/events/account-linked",
  unlinked: "/events/account-unlinked",
} as const;
export type LegacyEvent = keyof typeof legacyEvents;

/** Columns of an import; `salt`, `email`, `name` and `hint` may be empty or missing. */
export const legacyColumns = ["account", "format", "hash", "salt", "email", "name", "hint"] as const;
/** One row of an import, as the job takes it. */
export const legacyImportRow = z.strictObject({
  /** In the file, from 2 on: the first is the heading. */
  line: z.number(),
  account: z.string(),
  format: z.string(),
  hash: z.string(),
  salt: z.optional(z.string()),
  email: z.optional(z.string()),
  name: z.optional(z.string()),
  hint: z.optional(z.string()),
});
export type LegacyImportRow = z.infer<typeof legacyImportRow>;
/** Rows the job takes at a time: what it hashes within a minute on a half CPU. */
export const legacyRowsAtOnce = 500;

/** Why a row of an import, or a field of it, was left out. */
export const legacyRowReasons = [
  "missing",
  "too-long",
  "characters",
  "repeated",
  "unknown-format",
  "format-not-accepted",
  "hash",
  "salt",
  "cost",
  "email",
  "name",
  "line-too-long",
  "broken-row",
  "column-count",
  "other-spelling",
] as const;
export type LegacyRowReason = (typeof legacyRowReasons)[number];

/** It names the field, never the value: a report may be mailed, what stands in the file may not. `left`: the whole row, or this field of it. */
export interface LegacyRowProblem {
  readonly line: number;
  /** Empty when the row as such is meant. */
  readonly field: (typeof legacyColumns)[number] | "";
  readonly reason: LegacyRowReason;
  readonly left: "row" | "field";
}

/** What came of the rows without a problem that leaves them out. */
export interface LegacyImportCounts {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  /** Somebody joined these accounts, or was erased since: what the file says of them comes too late. */
  readonly kept: number;
}

/** What the import job gives back. `refused`: no application is that platform, so that nothing was looked at. */
export type LegacyImportReport =
  | ({
      readonly refused?: never;
      readonly good: number;
      readonly problems: readonly LegacyRowProblem[];
    } & LegacyImportCounts)
  | { readonly refused: "unknown-platform"; readonly platforms: readonly string[] };
