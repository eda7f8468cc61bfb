import type { ErrorCode } from "../contract/errors.ts";
import type { Policy } from "../contract/policy.ts";
import { Problem } from "../http/problem.ts";
import type { Answer, Request } from "../http/request.ts";
import type { Ids } from "../ports/ids.ts";
import type { Keys } from "../ports/keys.ts";
import type { PictureMaker, PictureOwner, PictureOwners, PictureProblem, Pictures } from "../ports/pictures.ts";
import { removeNow } from "./remove-now.ts";

export interface PictureParts {
  readonly pictures: Pictures;
  readonly maker: PictureMaker;
  readonly owners: PictureOwners;
  readonly ids: Ids;
  readonly keys: Keys;
  readonly policy: Policy;
}

type Taking = "POST /api/my-account/picture" | "POST /api/public/picture";

const problems: Record<PictureProblem, ErrorCode> = {
  type: "picture-type",
  size: "picture-size",
  broken: "picture-broken",
};

/**
 * 個人頭像 (M20): counted and noted, made anew, stored, and only then named in its owner's row, so that no row names what is not there.
 * What is stored and not named, or not named any more, is noted: the job removes it should this break off. `ownerOf`: whose request it
 * is; `missing`: what somebody is told who is nobody, or is no more.
 */
export function takePicture(
  { pictures, maker, owners, ids, keys, policy }: PictureParts,
  ownerOf: (request: Request<Taking>) => Promise<PictureOwner | undefined>,
  missing: ErrorCode,
): (request: Request<Taking>) => Promise<Answer<Taking>> {
  return async (request) => {
    const owner = await ownerOf(request);
    if (owner === undefined) throw new Problem(missing);
    const { file = new Uint8Array(), client } = request;
    const from = { client: await keys.mac("limit", client.network), fromSchool: client.fromSchool };
    const id = ids.id();
    if (!(await owners.reserve(owner, id, from)))
      throw new Problem("too-many-tries", { retryAfter: policy.pictures.perClient.seconds });
    const made = await maker.make(file);
    if (!made.ok) throw new Problem(problems[made.problem]);
    await pictures.put(id, made.webp);
    const kept = await owners.keep(owner, id);
    if (kept === "ended") {
      await removeNow(pictures, id);
      throw new Problem(missing);
    }
    if (kept.before !== undefined) await removeNow(pictures, kept.before);
    // Nobody is told the address of a registration's picture: whoever knows it is shown the picture.
    return { body: "userId" in owner ? { picture: `/api/pictures/${id}` } : {} };
  };
}
