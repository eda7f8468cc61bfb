import * as z from "zod/mini";

export { pictureLimits } from "../picture-limits.ts";

/** Where a picture is shown. */
export const picturePath = (id: string): string => `/api/pictures/${id}`;

/** `/api/pictures/<id>`; missing where none is shown before the account is active. */
export const pictureKept = z.object({ picture: z.optional(z.string()) });
