import { catalogueFiles, readCatalogue } from "../catalogue.ts";
import { feedFiles } from "./notices/feeds.ts";
import { noticeFiles } from "./notices/notice-files.ts";
import { readNotices } from "./notices/read-notices.ts";
import { openApiDocument } from "./openapi.ts";

/**
 * Files of the site that are made from the contract, the open data and the notices: path → text.
 * @param origin of the site, as the feeds name it. The cloud puts feeds of its own over these (`lib/cloud/stacks/pages.ts`).
 * @throws NoticeError when a notice cannot be published
 */
export function siteData(origin: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const [name, text] of catalogueFiles(readCatalogue())) files.set(`data/${name}`, text);
  files.set("api/openapi.json", JSON.stringify(openApiDocument()));
  const notices = readNotices();
  for (const [path, text] of [...noticeFiles(notices), ...feedFiles(notices, origin)]) files.set(path, text);
  return files;
}
