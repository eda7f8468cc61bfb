import { Problem } from "../http/problem.ts";
import type { Request } from "../http/request.ts";
import type { PictureOwner } from "../ports/pictures.ts";

/** Who is signed in, as the owner of a picture. Only 其他 have one, as all of their details (M20): of anybody else `not-found`. */
export async function ownerOfSession({ session }: Pick<Request, "session">): Promise<PictureOwner | undefined> {
  if (session === undefined) return undefined;
  const { userId, profile } = session;
  if (profile.details === undefined) throw new Problem("not-found");
  return { userId, epoch: profile.epoch };
}
