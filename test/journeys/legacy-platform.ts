import type { Page } from "playwright-core";
import { password, press } from "./pupil.ts";
import type { Holder } from "./recovery.ts";
import { heading, listenForCaptcha, type startSite, typeCaptcha } from "./site.ts";

type Site = Awaited<ReturnType<typeof startSite>>;

/** Where the sample application as a legacy platform is. */
export const platformOf = ({ application }: Site): string => `${application}ups/`;
export const noticeTitle = "教育雲帳號整合說明";
export const platformQuestion = "要把資料給「數位學習服務平台（範例）」嗎？";

export const atPlatform = (page: Page, button: RegExp): Promise<void> =>
  page.getByRole("button", { name: button }).click();

/** The row of a claim among what the platform says it was told. */
export const toldRow = (page: Page, claim: string) =>
  page.getByRole("row").filter({ has: page.getByText(claim, { exact: true }) });

export async function fillSignIn(page: Page, { accountName }: Pick<Holder, "accountName">): Promise<void> {
  await page.getByLabel("教育雲端帳號", { exact: true }).fill(accountName);
  await page.getByLabel("密碼", { exact: true }).fill(password);
  await typeCaptcha(page);
  await press(page, "登入");
}

/** 教育雲登入 at the platform by somebody who is not signed in yet. */
export async function arrive(
  site: Site,
  person: Pick<Holder, "accountName">,
  options: Parameters<Site["open"]>[1] = {},
): Promise<Page> {
  const page = await site.open("/", options);
  listenForCaptcha(page);
  await page.goto(platformOf(site));
  await atPlatform(page, /教育雲登入/);
  await heading(page, "登入").waitFor();
  await fillSignIn(page, person);
  return page;
}
