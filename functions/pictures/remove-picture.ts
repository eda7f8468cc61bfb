import { Problem } from "../http/problem.ts";
import type { Action } from "../http/request.ts";
import type { PictureOwners, Pictures } from "../ports/pictures.ts";
import { removeNow } from "./remove-now.ts";

/** No 個人頭像 any more. Edges that have shown it forget it within the hour. */
export function removePicture({
  pictures,
  owners,
}: {
  readonly pictures: Pictures;
  readonly owners: PictureOwners;
}): Action<"POST /api/my-account/picture/remove"> {
  return async ({ session }) => {
    if (session === undefined) throw new Problem("not-signed-in");
    const { userId, profile } = session;
    const kept = await owners.keep({ userId, epoch: profile.epoch }, undefined);
    if (kept === "ended") throw new Problem("not-signed-in");
    if (kept.before !== undefined) await removeNow(pictures, kept.before);
    return { body: {} };
  };
}
