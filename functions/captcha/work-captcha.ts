import type { Action } from "../http/request.ts";
import type { Captchas } from "../ports/captchas.ts";

/** M25: the equal other way, a proof of work that asks nothing of eyes or ears. */
export function workCaptcha({ captchas }: { captchas: Captchas }): Action<"POST /api/captcha/work"> {
  return async ({ body }) => ({ body: (await captchas.work(body.form)) as never });
}
