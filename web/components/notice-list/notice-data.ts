import type { NoticeFile, NoticesFile } from "../../../functions/contract/notices.ts";
import { type Data, useStaticFile } from "../../static-file.ts";

const readNotices = (json: unknown) => json as NoticesFile;
const readNotice = (json: unknown) => json as NoticeFile;

/** All notices, the newest first, without their texts. */
export function useNotices(): [data: Data<NoticesFile>, again: () => void] {
  return useStaticFile("/news/notices.json", readNotices);
}

/** One notice with its text. `slug` as the list has it. */
export function useNotice(slug: string): [data: Data<NoticeFile>, again: () => void] {
  return useStaticFile(`/news/${slug}.json`, readNotice);
}
