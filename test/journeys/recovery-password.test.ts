import { beforeAll, describe, expect, it } from "vitest";
import { press } from "./pupil.ts";
import {
  choose,
  defaultPasswordOf,
  goByCode,
  goByPersonalData,
  type Holder,
  holder,
  setPassword,
  signInWith,
  untilFreshCaptcha,
} from "./recovery.ts";
import { openWays } from "./recovery-ways.ts";
import {
  expectAccessible,
  expectAccessibleAndNarrow,
  expectNoComplaints,
  heading,
  startSite,
  typeCaptcha,
} from "./site.ts";

const site = await startSite();
const onceADay = "密碼變更完成，需 24 小時後才能再次變更";
const fromSignIn = () => openWays(site, "忘記教育雲端密碼", "忘記密碼");

describe("忘記密碼 (陸) in a browser", () => {
  let first: Holder;
  let second: Holder;
  beforeAll(async () => {
    first = await holder(site, "forgot.first", 0);
    second = await holder(site, "forgot.second", 1);
  });

  it("by a code to the proved contacts; nothing is said of 24 hours (M45, M50, M51)", async () => {
    const page = await fromSignIn();
    await untilFreshCaptcha(page, () => choose(page, "傳送驗證碼重設"));
    await press(page, "傳送認證碼");
    await page.getByRole("alert").getByText("請輸入教育雲端帳號。").waitFor();
    await goByCode(page, site, first);
    await setPassword(page, first, "重設密碼", "Wombat-2026-one");
    await heading(page, "密碼變更完成").waitFor();
    expect(await page.getByRole("main").getByText("24 小時").count()).toBe(0);
    await expectAccessible(page);
    await signInWith(page, first, "Wombat-2026-one");
    expectNoComplaints(page);
    await page.context().close();
  });

  it("by a code: a reload keeps the page, a wrong code is told, and another sending takes another captcha (M45, M46)", async () => {
    const page = await fromSignIn();
    await untilFreshCaptcha(page, () => choose(page, "傳送驗證碼重設"));
    await page.getByLabel("教育雲端帳號").fill("nobody.has.this");
    await typeCaptcha(page);
    await press(page, "傳送認證碼");
    await heading(page, "輸入驗證碼").waitFor();
    await page.reload();
    await heading(page, "輸入驗證碼").waitFor();
    await page.getByLabel("六位數驗證碼").fill("000000");
    await press(page, "開始驗證");
    await page.getByRole("alert").getByText("驗證碼不對或已經失效").waitFor();
    await expectAccessibleAndNarrow(page);
    const help = page.getByRole("link", { name: "收不到驗證碼，聯絡我們" });
    expect(await help.getAttribute("href")).toBe("/contact-us?about=code-not-received");
    await untilFreshCaptcha(page, () => press(page, "回上一頁"));
    await heading(page, "傳送驗證碼重設").waitFor();
    await page.getByLabel("教育雲端帳號").fill("nobody.has.this");
    await typeCaptcha(page);
    await press(page, "傳送認證碼");
    await page.getByRole("alert").getByText("驗證碼剛剛才寄出").waitFor();
    await press(page, "我已經收到驗證碼");
    await heading(page, "輸入驗證碼").waitFor();
    expectNoComplaints(page);
    await page.context().close();
  });

  it("by the school's default password, once (M49, M51)", async () => {
    const issued = await defaultPasswordOf(first);
    const page = await fromSignIn();
    await untilFreshCaptcha(page, () => choose(page, "使用預設密碼重設"));
    const enter = async (given: string) => {
      await page.getByLabel("教育雲端帳號").fill(first.accountName);
      await page.getByLabel("預設密碼", { exact: true }).fill(given);
      await typeCaptcha(page);
      await press(page, "送出");
    };
    await untilFreshCaptcha(page, () => enter(`${issued}x`));
    await page.getByRole("alert").getByText("帳號或預設密碼不對").waitFor();
    await expectAccessibleAndNarrow(page);
    await enter(issued);
    await setPassword(page, first, "重設密碼", "Wombat-2026-two");
    await page.getByText(onceADay).waitFor();
    await signInWith(page, first, "Wombat-2026-two");
    expectNoComplaints(page);
    await page.context().close();
  });

  it("by personal data: 查無資料 leads on, the right data open the page, and a second time on the same day is told (M48, M51)", async () => {
    const page = await fromSignIn();
    await choose(page, "使用個人基本資料重設");
    await page.getByText("只有學生可以用這個方式").waitFor();
    await goByPersonalData(page, { ...second, name: "不是本人" }, (next) => untilFreshCaptcha(page, next));
    await page.getByRole("link", { name: "查無資料，回報問題" }).waitFor();
    await expectAccessibleAndNarrow(page);
    const main = page.getByRole("main");
    expect(await main.getByRole("link", { name: "查無資料，回報問題" }).getAttribute("href")).toContain(
      "about=person-not-found",
    );
    await page.getByLabel("姓名").fill(second.name);
    await typeCaptcha(page);
    await press(page, "下一步");
    await setPassword(page, second, "重設密碼", "Wombat-2026-three");
    await page.getByText(onceADay).waitFor();
    await expectAccessible(page);
    await signInWith(page, second, "Wombat-2026-three");

    const again = await fromSignIn();
    await choose(again, "使用個人基本資料重設");
    await goByPersonalData(again, second);
    await again.getByRole("alert").getByText("密碼在 24 小時內已經改過一次").waitFor();
    await expectAccessibleAndNarrow(again);
    for (const each of [page, again]) {
      expectNoComplaints(each);
      await each.context().close();
    }
  });
});
