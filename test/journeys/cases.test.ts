import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { samplePersons } from "../../lib/local/seed/sample-persons.ts";
import { chooseAccount, consent, enterCode, identify, press, type Sample, sayWho, signIn } from "./pupil.ts";
import { expectAccessible, expectNoComplaints, listenForCaptcha, startSite, typeCaptcha } from "./site.ts";

const site = await startSite();
const roles = { student: "學生", teacher: "教師", staff: "職員" };
const people: Sample[] = samplePersons().map((person) => ({ ...person, role: roles[person.role] }));
const main = (page: Page) => page.getByRole("main");
const personField = "身分證字號／居留證號／其他身分 ID／教育雲端帳號";

interface Mail {
  readonly subject: string;
  readonly text: string;
}

/** The mails to an address, newest first, once there is one whose text fits. */
async function mailTo(to: string, fits: RegExp): Promise<Mail> {
  const url = `${site.origin}/local/outbox?to=${encodeURIComponent(to)}`;
  const read = async (): Promise<Mail | undefined> => {
    const { messages } = await (await fetch(url, { headers: { accept: "application/json" } })).json();
    return messages.find(({ text }: Mail) => fits.test(text));
  };
  await expect.poll(read, { timeout: 20_000 }).toBeDefined();
  return (await read())!;
}

/** The form as a 回報問題 button opened it: its category, and what it brought along. */
async function broughtTo(page: Page) {
  await main(page).getByRole("heading", { level: 1, name: "聯絡我們" }).waitFor();
  expect(page.url()).not.toMatch(/[A-Z][12]\d{8}/);
  return {
    category: await page.getByLabel("問題分類").locator("option:checked").innerText(),
    person: await page.getByLabel(personField).inputValue(),
    name: await page.getByLabel("姓名").inputValue(),
    description: page.getByLabel("問題描述"),
  };
}

/** Fills in what is still open and sends; gives number and code as shown. */
async function sendCase(page: Page, { name, id }: Sample, contact: string): Promise<{ number: string; code: string }> {
  await page.getByLabel(personField).fill(id);
  await page.getByLabel("姓名").fill(name);
  await page.getByLabel("聯絡方式").fill(contact);
  await page.getByLabel("問題描述").pressSequentially("<b>請幫忙</b>");
  await typeCaptcha(page);
  await press(page, "送出");
  await page.getByRole("heading", { level: 1, name: "您的問題已送出" }).waitFor();
  const [number = "", code = ""] = await main(page).locator("dd").allInnerTexts();
  await expectAccessible(page);
  return { number, code };
}

/** The status page by hand, as somebody comes back another day in another browser. */
async function lookUp({ number, code }: { number: string; code: string }): Promise<{ page: Page; shown: string }> {
  const page = await site.open("/case");
  await page.getByLabel("案件編號").fill(number.toLowerCase());
  await page.getByLabel("查詢碼").fill(` ${code.toLowerCase()} `);
  await press(page, "查詢");
  await page.getByRole("heading", { level: 1, name: `案件 ${number}` }).waitFor();
  return { page, shown: await main(page).innerText() };
}

describe("回報問題 and 聯絡我們 (M11, M13, M14, M46, M70)", () => {
  it("我找不到我的學校: the county comes along, the help desk takes it, number and code are mailed and open the case", async () => {
    const page = await site.open("/apply/school?role=student");
    listenForCaptcha(page);
    await page.getByLabel("縣市", { exact: true }).selectOption({ label: "臺北市" });
    await press(page, "我找不到我的學校，回報問題");
    const { category, description } = await broughtTo(page);
    expect(category).toBe("我找不到我的學校");
    await expect.poll(() => description.inputValue()).toContain("縣市：臺北市");
    expect(await description.inputValue()).toContain("：學生");
    await expectAccessible(page);

    const opened = await sendCase(page, people[0]!, "asker@mail.test");
    const mail = await mailTo("asker@mail.test", new RegExp(opened.number));
    expect(mail.text).toContain(opened.code);
    expect(await main(page).innerText()).toContain("也寄到您的電子信箱了");

    await press(page, "查詢案件進度");
    await page.getByRole("heading", { level: 1, name: `案件 ${opened.number}` }).waitFor();
    expect(page.url()).not.toContain(opened.code);
    await page.reload();
    await page.getByLabel("查詢碼").waitFor();
    expectNoComplaints(page);
    await page.context().close();

    const later = await lookUp(opened);
    for (const text of ["我找不到我的學校", "已收到", "客服中心"]) expect(later.shown).toContain(text);
    expect(later.shown).not.toContain("asker@mail.test");
    await expectAccessible(later.page);
    await later.page.context().close();
  });

  it("查無資料: name, ID and school come along from what was typed, and the school takes it", async () => {
    const person = { ...people[1]!, name: "不是本人" };
    const page = await site.open("/");
    await sayWho(page, person);
    await press(page, "查無資料，回報問題");
    const brought = await broughtTo(page);
    expect(brought).toMatchObject({ category: "查無資料", person: person.id, name: person.name });
    await expect.poll(() => brought.description.inputValue()).toContain(`學校：${person.school}`);
    const { shown, page: later } = await lookUp(await sendCase(page, person, "0912345678"));
    expect(shown).toContain("您的學校");
    await later.context().close();
    await page.context().close();
  });

  it("資料異常: the school of the record comes along, and it takes the case", async () => {
    const person = people[0]!;
    const page = await site.open("/");
    await identify(page, person);
    await press(page, "資料異常，回報問題");
    const brought = await broughtTo(page);
    expect(brought).toMatchObject({ category: "資料異常", person: person.id, name: person.name });
    await expect.poll(() => brought.description.inputValue()).toContain(`學校：${person.school}`);
    await page.getByRole("button", { name: "取消" }).click();
    await page.getByRole("heading", { name: "這些是您的資料嗎？" }).waitFor();
    await page.goForward();
    await broughtTo(page);
    const { shown, page: later } = await lookUp(await sendCase(page, person, "wrong@mail.test"));
    expect(shown).toContain("您的學校");
    expectNoComplaints(page);
    await later.context().close();
    await page.context().close();
  });
});

describe("收不到驗證碼, and 不是我 from a mail (M46, T17)", () => {
  it("the link does nothing until it is pressed; then nobody is signed in any more and the case is there", async () => {
    const person = people[2]!;
    const page = await site.open("/");
    await identify(page, person);
    await consent(page);
    await chooseAccount(page, "journey.notme", "notme@mail.test", "0933444555");
    await press(page, "收不到驗證碼，聯絡我們");
    expect((await broughtTo(page)).category).toBe("收不到驗證碼");
    await page.goBack();
    await enterCode(page, site, "notme@mail.test");
    await press(page, "完成註冊");
    await page.getByRole("heading", { name: "新建帳號成功！" }).waitFor();
    await signIn(page, "journey.notme");

    const stranger = await site.open("/");
    listenForCaptcha(stranger);
    await stranger.goto("/forgot-account");
    await stranger.getByLabel("身分證字號／居留證號／其他身分 ID").fill(person.id);
    await typeCaptcha(stranger);
    await press(stranger, "帳號取得");
    await stranger.getByText("journey.notme").first().waitFor();
    await stranger.context().close();
    const link = /\S+\/not-me#\S+/.exec((await mailTo("notme@mail.test", /not-me#/)).text)?.[0] ?? "";

    // As a program that reads mail does: it opens the link and presses nothing.
    const scanner = await site.open(link.replace(site.origin, ""));
    await scanner.getByRole("button", { name: "不是我，停用帳號" }).waitFor();
    await scanner.context().close();
    await page.reload();
    await page.getByRole("heading", { name: "查閱個人資料" }).waitFor();

    const owner = await site.open(link.replace(site.origin, ""));
    await expectAccessible(owner);
    await press(owner, "不是我，停用帳號");
    await owner.getByRole("heading", { level: 1, name: "帳號已經停用" }).waitFor();
    await expectAccessible(owner);
    const [number = "", code = ""] = await main(owner).locator("dd").allInnerTexts();
    await page.reload();
    await page.waitForURL(/\/sign-in\?returnTo=/);
    expect((await mailTo("notme@mail.test", /凍結/)).subject).toContain("凍結");

    const { shown, page: later } = await lookUp({ number, code });
    expect(shown).toContain("不是我");
    await later.context().close();
    expectNoComplaints(owner);
    await owner.context().close();
    await page.context().close();
  });
});
