import type { RouteKey } from "../../functions/contract/routes.ts";
import type { Browser } from "../service/browser.ts";

type Taking = "POST /api/my-account/picture" | "POST /api/public/picture";

/** A file as API Gateway hands it on: bytes in base64. */
export const sent = (file: Uint8Array, type = "image/png") => ({
  body: Buffer.from(file).toString("base64"),
  isBase64Encoded: true,
  headers: { "content-type": type },
});

export const upload = <K extends RouteKey & Taking>(browser: Browser, key: K, file: Uint8Array, type?: string) =>
  browser.call(key, undefined, sent(file, type));
