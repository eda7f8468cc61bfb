import { Problem } from "../http/problem.ts";
import type { Action } from "../http/request.ts";
import type { Pictures } from "../ports/pictures.ts";

/** A picture to whoever knows its random id. One read; an id that no picture has looks no different from one that was removed. */
export function showPicture({ pictures }: { readonly pictures: Pictures }): Action<"GET /api/pictures/{id}"> {
  return async ({ params }) => {
    const file = await pictures.find(params.id ?? "");
    if (file === undefined) throw new Problem("not-found");
    return { body: undefined, file };
  };
}
