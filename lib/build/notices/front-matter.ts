import { parse, YAMLParseError } from "yaml";
import * as z from "zod/mini";
import { type NoticeCategory, noticeCategories, startOf } from "../../../functions/contract/notices.ts";
import { NoticeError } from "./notice-error.ts";
import { dayOrMoment, moment } from "./taipei-moment.ts";

/** No line breaks and nothing invisible: it stands in a list, in a tab and in a feed. */
const line = z
  .string("must be a line of text")
  .check(
    z.trim(),
    z.minLength(1, "must not be empty"),
    z.maxLength(120, "must have at most 120 characters"),
    z.regex(
      /^[^\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Cs}\ufffe\uffff]*$/u,
      "must be one line without control characters",
    ),
  );

const ids = Object.keys(noticeCategories) as NoticeCategory[];
const idByWord = new Map<string, NoticeCategory>(ids.map((id) => [noticeCategories[id]["zh-TW"], id]));
const words = [...idByWord.keys()];
const category = z.pipe(
  z.enum(words, `must be ${words.join(", ")}`),
  z.transform((word: string) => idByWord.get(word) as NoticeCategory),
);

const noEarlier = (start: string, end: string | undefined) => end === undefined || startOf(start) <= startOf(end);

const maintenance = z.strictObject({ announce: z.optional(dayOrMoment), start: moment, end: moment }).check(
  z.refine(({ start, end }) => startOf(start) < startOf(end), { path: ["end"], error: "must be after start" }),
  z.refine(({ announce, start }) => announce === undefined || noEarlier(announce, start), {
    path: ["announce"],
    error: "must not be after start",
  }),
);

const event = z
  .strictObject({ start: dayOrMoment, end: z.optional(dayOrMoment), place: z.optional(line) })
  .check(z.refine(({ start, end }) => noEarlier(start, end), { path: ["end"], error: "must not be before start" }));

/** What stands above the text of a notice. */
export const noticeFields = z
  .strictObject({
    title: line,
    category,
    date: dayOrMoment,
    updated: z.optional(dayOrMoment),
    maintenance: z.optional(maintenance),
    event: z.optional(event),
  })
  .check(
    z.refine(({ date, updated }) => noEarlier(date, updated), { path: ["updated"], error: "must not be before date" }),
    z.refine(({ date, maintenance: work }) => !work || work.announce !== undefined || noEarlier(date, work.start), {
      path: ["maintenance", "announce"],
      error: "must be given when date is after maintenance.start",
    }),
  );

/** What stands above its English text. */
export const englishFields = z.strictObject({ title: line, place: z.optional(line) });

/**
 * The fields between the two lines of `---`, and the text below them. A file of Windows (BOM, CRLF) is the same as another.
 * @throws NoticeError naming the file and the field
 */
export function readFrontMatter<S extends z.ZodMiniType>(file: string, source: string, schema: S) {
  const text = source.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
  const [, head, body = ""] = /^---\n([\s\S]*?)\n---[ \t]*(?:\n([\s\S]*))?$/.exec(text) ?? [];
  if (head === undefined) throw new NoticeError(file, "must begin with its fields between two lines of ---");
  const fields = schema.safeParse(fieldsOf(file, head), { reportInput: true });
  if (!fields.success) throw new NoticeError(file, ...fields.error.issues.map(sentenceOf));
  return { fields: fields.data as z.output<S>, body };
}

function fieldsOf(file: string, head: string): unknown {
  try {
    return parse(head);
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    // The first line of the file is the one of ---.
    const at = (error.linePos?.[0].line ?? 0) + 1;
    throw new NoticeError(file, `line ${at}: ${error.message.split("\n")[0]?.replace(/ at line.*/, "")}`);
  }
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  const field = issue.path.join(".");
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => `${[...issue.path, key].join(".")} is not a field`).join("; ");
  if (/^invalid_(?:type|value)$/.test(issue.code) && issue.input === undefined)
    return `${field || "the front matter"} is missing`;
  return `${field || "the front matter"} ${issue.message}`;
}
