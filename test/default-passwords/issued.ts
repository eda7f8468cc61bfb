import type { Browser } from "../service/browser.ts";
import { solvedCaptcha } from "../service/people.ts";
import type { Service } from "../service/service.ts";

export interface Report {
  readonly issued: { name: string; account: string; password: string; until: string }[];
  readonly skipped: { name: string; account: string; reason: string }[];
  readonly withoutAccount: number;
}

export const issue = async (service: Pick<Service, "jobs">, whose: object): Promise<Report> =>
  (await service.jobs({ job: "issue-default-passwords", by: "a test", ...whose })) as Report;

/** The default password that the school has just given to this account. */
export async function issuedTo(service: Pick<Service, "jobs">, account: string): Promise<string> {
  const [one] = (await issue(service, { account })).issued;
  if (one === undefined) throw new Error(`${account} was issued no default password`);
  return one.password;
}

/** One press of the button on 使用預設密碼重設 (M49). */
export async function tryDefault(browser: Browser, accountName: string, defaultPassword: string) {
  const captcha = await solvedCaptcha(browser, "reset-password");
  return browser.call("POST /api/reset-password/default-password", { accountName, defaultPassword, captcha });
}

/** What nobody was ever issued. */
export const wrongOne = "K7M4PRXW9T";
