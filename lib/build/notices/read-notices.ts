import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type * as z from "zod/mini";
import { type ListedNotice, type MaybeTranslated, startOf } from "../../../functions/contract/notices.ts";
import { englishFields, noticeFields, readFrontMatter } from "./front-matter.ts";
import { htmlOf } from "./markdown.ts";
import { NoticeError } from "./notice-error.ts";

/** A notice and its text in Markdown, which has been read once: its links are allowed. */
export interface Notice extends ListedNotice {
  /** The names of its files, for a sentence about them. */
  readonly files: MaybeTranslated;
  readonly text: MaybeTranslated;
}

export const noticesFolder = fileURLToPath(new URL("../../../web/notices/", import.meta.url));

/** The name of a file is an address for good: `2026-11-21-opening.md`, and `2026-11-21-opening.en.md` beside it in English. */
const fileName = /^([a-z0-9]+(?:-[a-z0-9]+)*)(\.en)?\.md$/;

/**
 * All notices of a folder, the newest first.
 * @throws NoticeError at the first file that cannot be published
 */
export function readNotices(folder: string = noticesFolder): readonly Notice[] {
  const files = readdirSync(folder).filter((file) => !file.startsWith("."));
  const names = files.map((file) => {
    const [, slug, english] = fileName.exec(file) ?? [];
    if (slug === undefined)
      throw new NoticeError(file, "a notice is called like 2026-11-21-opening.md: small letters, digits and hyphens");
    return { slug, english: english !== undefined };
  });
  const slugs = new Set(names.filter(({ english }) => !english).map(({ slug }) => slug));
  const lonely = names.find(({ slug, english }) => english && !slugs.has(slug));
  if (lonely) throw new NoticeError(`${lonely.slug}.en.md`, `is the English of ${lonely.slug}.md, which is missing`);
  return [...slugs]
    .map((slug) => readNotice(folder, slug, files.includes(`${slug}.en.md`)))
    .sort((one, other) => startOf(other.date) - startOf(one.date) || (one.slug < other.slug ? -1 : 1));
}

function readNotice(folder: string, slug: string, translated: boolean): Notice {
  const chinese = readText(folder, `${slug}.md`, noticeFields);
  const english = translated ? readText(folder, `${slug}.en.md`, englishFields) : undefined;
  const { title, date, category, updated, maintenance, event } = chinese.fields;
  const both = (zh: string, en: string | undefined): MaybeTranslated => ({
    "zh-TW": zh,
    ...(en !== undefined && { en }),
  });
  if (english?.fields.place !== undefined && event?.place === undefined)
    throw new NoticeError(english.file, `place is not in ${chinese.file}`);
  return {
    slug,
    category,
    date,
    ...(updated !== undefined && { updated }),
    title: both(title, english?.fields.title),
    ...(maintenance && {
      maintenance: { announce: maintenance.announce ?? date, start: maintenance.start, end: maintenance.end },
    }),
    ...(event && {
      event: {
        start: event.start,
        ...(event.end !== undefined && { end: event.end }),
        ...(event.place !== undefined && { place: both(event.place, english?.fields.place) }),
      },
    }),
    files: both(chinese.file, english?.file),
    text: both(chinese.body, english?.body),
  };
}

/** @throws NoticeError when there is no text, or one that may not be shown */
function readText<S extends z.ZodMiniType>(folder: string, file: string, schema: S) {
  const { fields, body } = readFrontMatter(file, readFileSync(join(folder, file), "utf8"), schema);
  if (htmlOf(file, body) === "") throw new NoticeError(file, "has no text below its fields");
  return { file, fields, body };
}
