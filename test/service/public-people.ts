import { termsVersion } from "../../functions/contract/terms.ts";
import type { Browser } from "./browser.ts";
import { goodPassword, solvedCaptcha } from "./people.ts";
import type { Service } from "./service.ts";

const language = "zh-TW";

/** 其他會員註冊 as a good page sends it, but its captcha (M20). */
export const publicForm = {
  name: "林美惠",
  nickname: "小惠",
  password: goodPassword,
  adult: true,
  agreed: true,
  termsVersion,
  language,
};

/** The presses of 其他 (M20), each as one call. */
export const joining = {
  async register(browser: Browser, email: string, change: Record<string, unknown> = {}) {
    const captcha = await solvedCaptcha(browser, "public-register");
    return browser.call("POST /api/public/register", { ...publicForm, email, captcha, ...change });
  },
  show: (browser: Browser) => browser.call("GET /api/public/registration"),
  resend: (browser: Browser) => browser.call("POST /api/public/resend", { language }),
  async resendTo(browser: Browser, email: string) {
    const captcha = await solvedCaptcha(browser, "public-register");
    return browser.call("POST /api/public/resend", { email, captcha, language });
  },
  look: (browser: Browser, token: string) => browser.call("POST /api/public/activation", { token }),
  byLink: (browser: Browser, token: string, password = goodPassword) =>
    browser.call("POST /api/public/activate", { token, password, language }),
  byCode: (browser: Browser, code: string, password = goodPassword, attempt = newAttempt()) =>
    browser.call("POST /api/public/activate", { code, attempt, password, language }),
  refuse: (browser: Browser, token: string) => browser.call("POST /api/public/refuse", { token }),
};

export const newAttempt = (): string => `attempt-${Math.random().toString(36).slice(2)}-0123456789`;

/** What the newest mail to an address holds, once the job has sent what waits. */
export async function activationMail(service: Service, email: string): Promise<{ token: string; code: string }> {
  await service.jobs({ job: "send-messages" });
  const text = service.sent(email)[0]?.text ?? "";
  const [, token] = /\/public\/activate#([\w.-]+)/.exec(text) ?? [];
  const [code] = /\b\d{6}\b/.exec(text) ?? [];
  if (token === undefined || code === undefined) throw new Error(`no activation was mailed to ${email}: ${text}`);
  return { token, code };
}

/** Somebody of 其他 with an account, by the real routes. */
export async function withPublicAccount(service: Service, email = `p${service.random(5)}@mail.test`) {
  const browser = service.browser();
  await joining.register(browser, email);
  const { token } = await activationMail(service, email);
  const { status } = await joining.byLink(browser, token);
  if (status !== 200) throw new Error(`the account of ${email} was not made: ${status}`);
  return { browser, email };
}
