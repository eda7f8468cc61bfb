import { generateSync } from "otplib";
import type { Browser } from "./browser.ts";
import { signIn, withAccount } from "./people.ts";
import type { Service } from "./service.ts";

export interface Factor {
  readonly recoveryCodes: readonly string[];
  /** What the app shows now, or so many seconds away from now. */
  shown(seconds?: number): string;
}

/** 綁定 and 啟用雙因子驗證 (M63) in a browser that signed in a moment ago. A minute later: the codes that did it are used and gone. */
export async function bindFactor(service: Service, browser: Browser): Promise<Factor> {
  const { secret } = (await browser.call("POST /api/my-account/two-factor/start")).body;
  const shown = (seconds = 0) => generateSync({ secret, epoch: Math.floor(service.clock.now() / 1_000) + seconds });
  await browser.call("POST /api/my-account/two-factor/bind", { code: shown() });
  service.clock.advanceBy({ seconds: 30 });
  const { status, body } = await browser.call("POST /api/my-account/two-factor/enable", { code: shown() });
  if (status !== 200) throw new Error(`no second factor was switched on: ${body.code}`);
  service.clock.advanceBy({ seconds: 60 });
  return { recoveryCodes: body.recoveryCodes, shown };
}

/** A person with an account and a second factor, signed in in one browser from before. */
export async function withFactor(service: Service) {
  const { accountName, email } = await withAccount(service);
  const browser = service.browser();
  await signIn(browser, accountName);
  return { accountName, email, browser, ...(await bindFactor(service, browser)) };
}

/** The whole sign-in of a person with a second factor. */
export async function signInByFactor(browser: Browser, accountName: string, code: string) {
  await signIn(browser, accountName);
  const reply = await browser.call("POST /api/sign-in/two-factor", { code });
  if (reply.status === 200) browser.csrfToken = reply.body.csrfToken;
  return reply;
}
