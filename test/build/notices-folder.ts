import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../local/temporary-folder.ts";

const folders = temporaryFolder();

/** A folder with these notices: name → text of the file. */
export function noticesFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(folders, "notices-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** A notice that is right, with these lines among its fields. */
export const noticeText = (fields = "", body = "內容。", title = "標題") =>
  `---\ntitle: ${title}\ncategory: 系統\ndate: 2026-11-20\n${fields}---\n\n${body}\n`;
