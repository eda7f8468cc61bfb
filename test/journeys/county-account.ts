import type { Page } from "playwright-core";
import type { CountyAccount } from "../../lib/local/counties/accounts.ts";
import { press, type Sample } from "./pupil.ts";

/** What the sample counties are called on our pages. */
export const countyNames = { TAO: "桃園市", KHH: "高雄市", TPE: "臺北市", TNN: "臺南市" } as const;
const englishNames = { TAO: "Taoyuan City", KHH: "Kaohsiung City", TPE: "Taipei City", TNN: "Tainan City" } as const;
const roles = { student: "學生", teacher: "教師", staff: "職員" } as const;

/** A tile of the picker, with the word of how the county is (M31). */
export function tile(page: Page, name: string) {
  const main = page.getByRole("main");
  return main
    .getByRole("button", { name: new RegExp(`^${name}`) })
    .or(main.getByRole("link", { name: new RegExp(`^${name}`) }));
}

/** From the picker to the county's first page. */
export async function leaveFor(page: Page, county: CountyAccount["county"]): Promise<void> {
  await tile(page, countyNames[county]).or(tile(page, englishNames[county])).click();
  await page.getByRole("heading", { name: "請選擇身分" }).waitFor();
}

/** From 忘記帳號 or 忘記密碼, by 所在縣市 and the county's own button, to the county's first page (M40, M47). */
export async function leaveByChoice(page: Page, county: CountyAccount["county"]): Promise<void> {
  const main = page.getByRole("main");
  await main.getByRole("combobox").selectOption(county);
  await main
    .locator(".form")
    .filter({ has: page.getByRole("combobox") })
    .getByRole("button")
    .click();
  await page.getByRole("heading", { name: "請選擇身分" }).waitFor();
}

/** What a person with this account presses on the county's own pages, one page after another: 身分 → 區域 → 學校 → 班級. */
export function answersOf({ role, places: [place] }: CountyAccount): readonly string[] {
  if (place === undefined) throw new Error("an account has a place");
  const { district, school, grade, class: className } = place;
  const group = className === undefined ? `${grade}年級` : `${grade}年${className}班`;
  const shared = [role === "student" ? "學生登入" : "教師登入", district, `${school.name}（${school.level}）`];
  return role === "student" ? [...shared, group] : shared;
}

/** Through the county's own pages as a person clicks, up to 帳號 → 密碼 → 登入, which leads back to us. */
export async function signInAtCounty(page: Page, account: CountyAccount): Promise<void> {
  for (const answer of answersOf(account)) await page.getByRole("link", { name: answer, exact: true }).click();
  await page.getByRole("heading", { name: "請輸入帳號與密碼" }).waitFor();
  const field = page.getByLabel(/^帳號/);
  if (account.role === "student") await field.selectOption(account.account);
  else await field.fill(account.account);
  await page.getByLabel(/^密碼/).fill(account.password);
  await page.getByRole("button", { name: "登入 Sign in" }).click();
}

/** The same person as the roster of the sample has them, for the way by hand. */
export function asTyped({ county, role, name, personId, places: [place] }: CountyAccount): Sample {
  if (place === undefined) throw new Error("an account has a place");
  const { district, school } = place;
  const { level } = school;
  return { role: roles[role], county: countyNames[county], district, level, school: school.name, name, id: personId };
}

/** Out by the banner, and from a fresh page on: nothing of the one before is left on the screen. */
export async function signOut(page: Page): Promise<void> {
  await page
    .getByRole("banner")
    .getByText(/^(登出|Sign out)$/)
    .click();
  await page
    .getByText(/您已經登出|You have signed out/)
    .first()
    .waitFor();
}

/** 完成註冊 on the last page. */
export async function complete(page: Page): Promise<void> {
  await press(page, "完成註冊");
  await page.getByRole("heading", { name: "新建帳號成功！" }).waitFor();
}
