import type { Action } from "../http/request.ts";
import type { Captchas } from "../ports/captchas.ts";
import type { Ids } from "../ports/ids.ts";
import { digitsFrom } from "./rules/digits.ts";
import { drawDigits, noiseNeeded } from "./rules/picture.ts";

/** M25: three digits in a grey box, drawn as shapes only; the token holds them sealed and nothing is stored. */
export function issueCaptcha({ captchas, ids }: { captchas: Captchas; ids: Ids }): Action<"POST /api/captcha"> {
  return async ({ body }) => {
    const digits = digitsFrom(ids.bytes(64));
    const noise = Array.from(new Uint32Array(ids.bytes(noiseNeeded * 4).slice().buffer), (word) => word / 2 ** 32);
    const { token, life } = await captchas.issue(body.form, digits);
    return { body: { token, picture: drawDigits(digits, noise), expiresIn: life } };
  };
}
