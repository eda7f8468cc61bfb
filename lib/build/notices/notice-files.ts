import type { ListedNotice, MaintenanceFile, NoticeFile, NoticesFile } from "../../../functions/contract/notices.ts";
import { htmlOf } from "./markdown.ts";
import type { Notice } from "./read-notices.ts";

/** What the pages fetch: path → JSON text. The list is small; a text comes when it is read. */
export function noticeFiles(notices: readonly Notice[]): Map<string, string> {
  const list: NoticesFile = notices.map(listed);
  const maintenance: MaintenanceFile = notices.flatMap(({ slug, title, maintenance: work }) =>
    work === undefined ? [] : [{ slug, title, ...work }],
  );
  const files = new Map([
    ["news/notices.json", JSON.stringify(list)],
    ["news/maintenance.json", JSON.stringify(maintenance)],
  ]);
  for (const notice of notices) files.set(`news/${notice.slug}.json`, JSON.stringify(withText(notice)));
  return files;
}

function listed({ files: _files, text: _text, ...line }: Notice): ListedNotice {
  return line;
}

function withText(notice: Notice): NoticeFile {
  const { files, text } = notice;
  const english = text.en === undefined || files.en === undefined ? {} : { en: htmlOf(files.en, text.en) };
  return { ...listed(notice), html: { "zh-TW": htmlOf(files["zh-TW"], text["zh-TW"]), ...english } };
}
