import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { CountyAccount, SampleCounty } from "../../lib/local/counties/accounts.ts";
import { accountAt, isPupil } from "../service/counties.ts";
import { complete, leaveByChoice, leaveFor, signInAtCounty, signOut } from "./county-account.ts";
import { chooseAccount, consent, enterCode, press } from "./pupil.ts";
import {
  expectAccessible,
  expectAccessibleAndNarrow,
  expectNoComplaints,
  heading,
  holdBack,
  listenForCaptcha,
  startSite,
  typeCaptcha,
} from "./site.ts";

const site = await startSite();
const newPassword = "Wombat-2027-yz";

/** The manual's labels, and what they are called in English. */
const labels = {
  "zh-TW": {
    byCounty: "使用縣市帳號登入",
    understood: "我知道了",
    siteMap: "網站導覽",
    told: "您的教育雲端帳號",
    mine: "查閱個人資料",
    forgotAccount: "忘記帳號",
    forgotPassword: "忘記密碼",
    resetByCounty: "使用縣市帳號重設",
    reset: "重設密碼",
    resetNow: "重設密碼",
    password: "新密碼",
    again: "再次輸入新密碼",
    done: "密碼變更完成，需 24 小時後才能再次變更",
    signIn: "登入",
    account: "教育雲端帳號",
    oldPassword: "密碼",
  },
  en: {
    byCounty: "Sign in with a county account",
    understood: "I understand",
    siteMap: "Site map",
    told: "Your education cloud account",
    mine: "View my details",
    forgotAccount: "Forgot account",
    forgotPassword: "Forgot password",
    resetByCounty: "Reset with your county account",
    reset: "Set a new password",
    resetNow: "Set the new password",
    password: "New password",
    again: "New password again",
    done: "Your password is changed. It can be changed again after 24 hours.",
    signIn: "Sign in",
    account: "Education cloud account",
    oldPassword: "Password",
  },
} as const;
type Labels = (typeof labels)["zh-TW" | "en"];

const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 900 };
const ways: readonly { county: SampleCounty; language: keyof typeof labels; viewport: typeof phone }[] = [
  { county: "TAO", language: "zh-TW", viewport: phone },
  { county: "KHH", language: "zh-TW", viewport: phone },
  { county: "TPE", language: "en", viewport: phone },
  { county: "TNN", language: "zh-TW", viewport: desk },
];

/** A pupil whose name no county masks, at a school whose code stands for one level only. */
const isOlderPupil = (account: CountyAccount) =>
  isPupil(account) &&
  !["國小", "私立達人高中"].some(
    (word) => word === account.places[0]?.school.level || word === account.places[0]?.school.name,
  );

describe.each(ways)("a pupil of $county, in $language, at $viewport.width px, by the county's own pages", (way) => {
  const { county, language, viewport } = way;
  it("applies, signs in and is told the account once, finds it again and resets the password (M12, M31, M40, M47)", async () => {
    const account = accountAt(county, isOlderPupil);
    const accountName = `way.${county.toLowerCase()}`;
    const shown = `${accountName}@educloud.example`;
    const page = await site.open("/sign-in", { viewport });
    listenForCaptcha(page);

    await applyFrom(page, account, accountName);
    if (language === "en") await page.getByRole("button", { name: "English" }).click();
    const says: Labels = labels[language];

    // Told once, then back where the person came from.
    await page.goto("/sign-in?returnTo=%2Fsite-map");
    await press(page, says.byCounty);
    await leaveFor(page, county);
    await signInAtCounty(page, account);
    await page.getByRole("heading", { name: says.told, exact: true }).waitFor();
    await page.getByText(shown).waitFor();
    await expectAccessibleAndNarrow(page);
    await holdBack(page, "site-map");
    await press(page, says.understood);
    await page.getByRole("heading", { name: says.siteMap }).waitFor();
    expect(page.url()).toBe(`${site.origin}/site-map`);

    await goBackToUs(page);
    await page.waitForURL("**/site-map");
    expect(await page.getByRole("main").innerText()).not.toContain(shown);

    await signOut(page);
    await page.goto("/sign-in/county");
    await leaveFor(page, county);
    await signInAtCounty(page, account);
    await page.waitForURL("**/my-account");
    await page.getByRole("heading", { name: says.mine }).waitFor();
    await page.getByRole("main").getByText(account.name).first().waitFor();
    await signOut(page);

    await page.goto("/sign-in");
    await press(page, says.forgotAccount);
    await heading(page, says.forgotAccount).waitFor();
    await expectAccessible(page);
    await leaveByChoice(page, county);
    await signInAtCounty(page, account);
    await page.getByRole("heading", { name: says.told, exact: true }).waitFor();
    await page.getByText(shown).waitFor();
    await expectAccessibleAndNarrow(page);

    await press(page, says.forgotPassword);
    await page.waitForURL("**/reset-password");
    await page.getByRole("main").getByRole("link", { name: says.resetByCounty }).click();
    await leaveByChoice(page, county);
    await signInAtCounty(page, account);
    await page.getByRole("heading", { name: says.reset, exact: true }).waitFor();
    await page.getByLabel(says.password, { exact: true }).waitFor();
    for (const text of [shown, account.name]) expect(await page.getByRole("main").innerText()).toContain(text);
    await expectAccessibleAndNarrow(page);
    await page.getByLabel(says.password, { exact: true }).fill(newPassword);
    await page.getByLabel(says.again, { exact: true }).fill(newPassword);
    await press(page, says.resetNow);
    await page.getByText(says.done).first().waitFor();
    await expectAccessible(page);

    await press(page, says.signIn);
    await page.getByLabel(says.account).fill(accountName);
    await page.getByLabel(says.oldPassword, { exact: true }).fill(newPassword);
    await typeCaptcha(page);
    await press(page, says.signIn);
    await page.getByRole("heading", { name: says.mine }).waitFor();
    expectNoComplaints(page);
    await page.context().close();
  });
});

/** 使用縣市帳號登入 by somebody without an account: the county's facts are there, or the rest is typed in (M12 → M13, M14). */
async function applyFrom(page: Page, account: CountyAccount, accountName: string): Promise<void> {
  await press(page, "使用縣市帳號登入");
  await page.getByRole("heading", { name: "使用縣市帳號登入" }).waitFor();
  await expectAccessibleAndNarrow(page);
  await leaveFor(page, account.county);
  await expectAccessible(page);
  await signInAtCounty(page, account);
  const confirm = page.getByRole("heading", { name: "這些是您的資料嗎？" });
  const person = page.getByRole("heading", { name: "請輸入您的個人資料" });
  await confirm.or(person).waitFor();
  // 高雄 and 臺北 do not say whose record it is: identity, school and name are filled in, the ID number is asked for.
  expect(await person.isVisible()).toBe(["KHH", "TPE"].includes(account.county));
  await expectAccessibleAndNarrow(page);
  if (await person.isVisible()) {
    await page.getByText("縣市帳號已經確認").waitFor();
    expect(await page.getByLabel("姓名").inputValue()).toBe(account.name);
    await page.getByLabel("身分證字號／居留證號／其他身分 ID").fill(account.personId);
    await typeCaptcha(page);
    await press(page, "下一步");
    await confirm.waitFor();
  }
  const [place] = account.places;
  for (const text of [account.name, place?.school.name ?? "?"]) {
    expect(await page.getByRole("main").innerText()).toContain(text);
  }
  const email = `${accountName}@mail.test`;
  await consent(page);
  await chooseAccount(page, accountName, email, "");
  await enterCode(page, site, email);
  await complete(page);
  await expectAccessible(page);
}

/** The browser's back button, pressed until a page of ours is there again. */
async function goBackToUs(page: Page): Promise<void> {
  await page.goBack();
  // Behind a used answer there is the county's own page, never our page that took it.
  expect(page.url()).toMatch(/^http:\/\/127\.0\.0\.1:/);
  for (let presses = 0; presses < 8 && !page.url().startsWith(site.origin); presses += 1) await page.goBack();
  expect(page.url().startsWith(site.origin)).toBe(true);
}
