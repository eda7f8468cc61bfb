import * as z from "zod/mini";
import { captcha, text } from "./parts.ts";

export const signIn = z.strictObject({ accountName: text(320), password: text(256), captcha });
/** `csrfToken` goes back as the header `x-csrf-token` with every signed-in POST (T22). */
export const signedIn = z.object({ accountName: z.string(), csrfToken: z.string() });
