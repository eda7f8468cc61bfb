import type { Browser } from "../service/browser.ts";
import { solvedCaptcha } from "../service/people.ts";

/** 取回帳號 with an ID and a solved captcha: whoever attacks has a perfect solver (T14). */
export async function ask(browser: Browser, personId: string, between: () => void = () => undefined) {
  const captcha = await solvedCaptcha(browser, "forgot-account");
  between();
  return browser.call("POST /api/forgot-account", { personId, captcha });
}
