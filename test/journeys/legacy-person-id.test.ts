import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { maskPersonId } from "../../functions/person/masks.ts";
import { samplePersons } from "../../lib/local/seed/sample-persons.ts";
import { allRows } from "../service/rows.ts";
import { arrive, atPlatform, noticeTitle, platformOf, platformQuestion, toldRow } from "./legacy-platform.ts";
import { mailFor, parentPassword, sendForm, signInByEmail, toForm } from "./parent.ts";
import { press } from "./pupil.ts";
import { holder } from "./recovery.ts";
import { expectAccessibleAndNarrow, expectNoComplaints, heading, startSite } from "./site.ts";

const site = await startSite();
const pupil = await holder(site, "legacy.number", 5);
const other = samplePersons().filter(({ role }) => role === "student")[6];
const reason = "作為教師傳送研習時數至「全國教師在職進修網」的依據";
const field = (page: Page) => page.getByLabel("*身份証", { exact: true });

async function toPlatformForm(page: Page): Promise<void> {
  await heading(page, noticeTitle).waitFor();
  await page.getByRole("link", { name: /^尚未有平台資訊/ }).click();
  await heading(page, "尚未有平台資訊").waitFor();
}

/** Answers that the browser gets from the service and from the sample's applications, as text. */
function listen(page: Page): { readonly seen: () => Promise<string> } {
  const bodies: Promise<string>[] = [];
  page.on("response", (response) => {
    if (/json|html/.test(response.headers()["content-type"] ?? "")) bodies.push(response.text().catch(() => ""));
  });
  return { seen: async () => (await Promise.all(bodies)).join("\n") };
}

describe("a platform that an operator lets have the ID number (M83, M86)", () => {
  it("a pupil: 身份証 is asked for with its reason and compared, told to that platform alone by consent, and lies nowhere in clear", async () => {
    const page = await arrive(site, pupil);
    const { seen } = listen(page);
    await toPlatformForm(page);
    await page.getByText(reason).waitFor();
    await expectAccessibleAndNarrow(page);
    // The account of a pupil has no number that could be filled in, and the service tells none to its own page.
    expect(await field(page).inputValue()).toBe("");

    await page.getByLabel("*聯絡電話").fill("03-335-1234");
    const refused = async (number: string, sentence: string) => {
      await field(page).fill(number);
      await press(page, "送出");
      await page.getByRole("alert").getByRole("link", { name: sentence }).click();
      expect(await field(page).evaluate((input) => input === document.activeElement)).toBe(true);
    };
    await refused("", "請輸入身分證字號、居留證號或其他身分 ID。");
    await refused(other?.id ?? "", "這個證號和您帳號登記的不一樣。請輸入您自己的證號。");
    await expectAccessibleAndNarrow(page);
    await field(page).fill(pupil.id.toLowerCase());
    await press(page, "送出");
    await heading(page, "資料已送出").waitFor();
    await press(page, "回到平台");

    await heading(page, platformQuestion).waitFor();
    const asked = await page.getByRole("main").innerText();
    for (const told of ["您的身分證字號或居留證號", reason]) expect(asked).toContain(told);
    await press(page, "同意");
    await page.getByText("您是新會員，還沒有學習歷程").waitFor();
    expect(await toldRow(page, "personid").innerText()).toContain(maskPersonId(pupil.id));
    expect(await toldRow(page, "legacy_profile").innerText()).not.toContain(pupil.id);
    await page.getByText("傳送研習時數的依據：身份証").waitFor();

    // Another application of the same sign-in learns nothing of it.
    await page.goto(site.application);
    await atPlatform(page, /用教育雲端帳號登入/);
    await heading(page, "要把資料給「範例學習平台」嗎？").waitFor();
    expect(await page.getByRole("main").innerText()).not.toContain("身分證字號或居留證號");
    await press(page, "同意");
    await page.getByText("收到的資料").waitFor();
    expect(await toldRow(page, "name").innerText()).toContain(pupil.name);
    expect(await toldRow(page, "personid").count()).toBe(0);
    expect(await page.getByRole("main").innerText()).not.toContain(maskPersonId(pupil.id));

    expect(await seen()).not.toContain(pupil.id);
    expect((await allRows("educloud-")).filter((row) => row.includes(pupil.id))).toEqual([]);
    expectNoComplaints(page);
    await page.context().close();
  });

  it("其他, whose number nobody could compare, is not asked for it and comes in without (M20, M86)", async () => {
    const email = "no.number@mail.test";
    const page = await site.open("/");
    await toForm(page);
    await sendForm(page, email);
    await page.getByLabel("六位數驗證碼").fill((await mailFor(site, email)).code);
    const again = page.getByLabel("密碼", { exact: true });
    if ((await again.count()) > 0) await again.fill(parentPassword);
    await press(page, "啟用帳號");
    await heading(page, "啟用成功").waitFor();
    await signInByEmail(page, email);

    await page.goto(platformOf(site));
    await atPlatform(page, /教育雲登入/);
    await toPlatformForm(page);
    await page.getByText("其他（家長、社會人士）").waitFor();
    expect(await field(page).count()).toBe(0);
    expect(await page.getByRole("main").innerText()).not.toContain(reason);
    await expectAccessibleAndNarrow(page);
    await page.getByLabel("*聯絡電話").fill("0912-345-678");
    await press(page, "送出");
    await heading(page, "資料已送出").waitFor();
    await press(page, "回到平台");
    await heading(page, platformQuestion).waitFor();
    await page.getByText("這個服務知道才會給").waitFor();
    await press(page, "同意");
    await page.getByText("沒有收到身份証，不傳送研習時數。").waitFor();
    expect(await toldRow(page, "legacy_profile").count()).toBe(1);
    expect(await toldRow(page, "personid").count()).toBe(0);
    expectNoComplaints(page);
    await page.context().close();
  });
});
