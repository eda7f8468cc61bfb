import type { CaptchaForm } from "../../functions/contract/schemas/parts.ts";
import type { Browser } from "../service/browser.ts";
import { type Person, solvedCaptcha } from "../service/people.ts";

const routes = {
  "reset-password": "POST /api/reset-password/personal-data",
  activate: "POST /api/activate/personal-data",
} as const;

/** 縣市 → 學校 → 姓名 + ID + captcha, as the page sends it (M48, M55). The captcha's own call is not part of what is looked at. */
export async function sendPersonalData(
  browser: Browser,
  { role, name, personId, school }: Person,
  form: CaptchaForm & keyof typeof routes = "reset-password",
  between: () => void = () => undefined,
) {
  const captcha = await solvedCaptcha(browser, form);
  between();
  return browser.call(routes[form], { role, name, personId, school, captcha });
}
