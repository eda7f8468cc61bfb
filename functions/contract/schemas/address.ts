import * as z from "zod/mini";
import { filled } from "./parts.ts";

/**
 * An address that people or servers are sent to: https, or plain http on this machine only. No fragment, no user in it. Written as it is
 * read, so that nobody takes it for another one: no other slashes, spaces or letters, only the slash of an empty path may be missing.
 */
export const address = filled(500).check(
  z.refine((text) => {
    const url = URL.parse(text);
    if (url === null || url.hash !== "" || text.includes("#") || url.username !== "" || url.password !== "")
      return false;
    if (url.href !== text && url.href !== `${text}/`) return false;
    return url.protocol === "https:" || (url.protocol === "http:" && ["localhost", "127.0.0.1"].includes(url.hostname));
  }),
);
