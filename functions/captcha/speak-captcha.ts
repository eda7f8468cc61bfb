import { Problem } from "../http/problem.ts";
import type { Action } from "../http/request.ts";
import type { Captchas } from "../ports/captchas.ts";
import { speakDigits } from "./rules/sound.ts";

/** M25: the loudspeaker. Reads a live token and spends nothing; in a POST body so that the token is in no address. */
export function speakCaptcha({ captchas }: { captchas: Captchas }): Action<"POST /api/captcha/sound"> {
  return async ({ body }) => {
    const token = await captchas.read(body.token);
    if (token === undefined) throw new Problem("captcha-wrong");
    // 100 KB that only a press of the loudspeaker needs.
    const { recordings } = await import("./sounds/recordings.ts");
    const spoken = recordings[body.language === "zh-TW" ? "zh" : "en"];
    const clips = Object.fromEntries(
      Object.entries(spoken).map(([digit, text]) => [digit, Buffer.from(text, "base64")]),
    );
    return { body: { wav: Buffer.from(speakDigits(token.digits, clips)).toString("base64") } };
  };
}
