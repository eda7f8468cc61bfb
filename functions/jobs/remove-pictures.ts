import type { Pictures, UnnamedPictures } from "../ports/pictures.ts";
import { workThrough } from "./work-through.ts";

interface Parts {
  readonly unnamedPictures: UnnamedPictures;
  readonly pictures: Pick<Pictures, "remove">;
}

/**
 * Pictures that were stored and never named, or whose owner's row names them no more (M20): fenced first, so that no row can name what is
 * being removed, then the object, then the note. Safe to run twice at once. Gives how many were removed, those among them that were gone.
 */
export async function removePictures({ unnamedPictures, pictures }: Parts): Promise<{ removed: number }> {
  let removed = 0;
  await workThrough(unnamedPictures.overdue, async (key) => {
    const picture = await unnamedPictures.fence(key);
    if (picture === undefined) return;
    await pictures.remove(picture.id);
    await unnamedPictures.free(picture);
    removed += 1;
  });
  return { removed };
}
