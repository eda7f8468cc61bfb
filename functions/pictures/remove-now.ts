import type { Pictures } from "../ports/pictures.ts";

/** Removes what no row names. It is noted too: should S3 refuse, the job removes it some minutes later, and what the person asked for is done. */
export async function removeNow(pictures: Pick<Pictures, "remove">, id: string): Promise<void> {
  await pictures.remove(id).catch(() => undefined);
}
