import { describe, expect, it } from "vitest";
import { samplePersons } from "../../lib/local/seed/sample-persons.ts";
import { chooseAccount, consent, enterCode, identify, password, press, type Sample, sayWho, signIn } from "./pupil.ts";
import { expectAccessible, expectNoComplaints, startSite } from "./site.ts";

const site = await startSite();
const roles = { student: "學生", teacher: "教師", staff: "職員" };
const people: Sample[] = samplePersons().map((person) => ({ ...person, role: roles[person.role] }));

describe("申請帳號 by hand in a browser (M10, M13–M19), then 登入 (M30), 查閱個人資料 (M35) and 登出", () => {
  it("a pupil on a phone, with a second thought, a reload and a second tab on the way", async () => {
    const page = await site.open("/");
    const person = people[0]!;
    await identify(page, person);
    await expectAccessible(page);
    await consent(page);
    await expectAccessible(page);

    await press(page, "回上一頁");
    await page.getByRole("heading", { name: "個資蒐集告知聲明同意書" }).waitFor();
    await page.goBack();
    await page.getByRole("heading", { name: "設定您的帳號" }).waitFor();
    await chooseAccount(page, "journey.pupil", "pupil@mail.test", "0912345678");
    await expectAccessible(page);
    await page.reload();
    await page.getByRole("heading", { name: "輸入驗證碼" }).waitFor();

    const second = await page.context().newPage();
    await second.goto("/apply/account");
    await second.getByLabel("帳號", { exact: true }).waitFor();
    expect(await second.getByLabel("帳號", { exact: true }).inputValue()).toBe("journey.pupil");
    expect(await second.getByLabel("電子郵件信箱").inputValue()).toBe("pupil@mail.test");
    await second.close();

    await enterCode(page, site, "pupil@mail.test");
    await expectAccessible(page);
    // The page was reloaded, and a password is kept nowhere: it is asked for again.
    await page.getByRole("heading", { name: "請再輸入密碼" }).waitFor();
    await page.getByLabel("密碼", { exact: true }).fill(password);
    await page.getByLabel("再次輸入密碼").fill(password);
    await press(page, "完成註冊");
    await page.getByRole("heading", { name: "新建帳號成功！" }).waitFor();
    expect(await page.getByText("journey.pupil@educloud.example").count()).toBeGreaterThan(0);
    await expectAccessible(page);

    await signIn(page, "journey.pupil");
    await page.getByText("journey.pupil@educloud.example").first().waitFor();
    const shown = await page.getByRole("main").innerText();
    for (const text of ["journey.pupil@educloud.example", person.name, person.school, person.county, "pupil@mail.test"])
      expect(shown).toContain(text);
    expect(shown).not.toContain(person.id);
    await expectAccessible(page);

    await page.getByRole("banner").getByText("登出").click();
    await page.getByText("您已經登出").first().waitFor();
    await page.goto("/my-account");
    await page.waitForURL(/\/sign-in\?returnTo=/);
    expectNoComplaints(page);
  });

  it("a teacher at a desk, without a reload: the password is typed once", async () => {
    const page = await site.open("/", { viewport: { width: 1280, height: 900 } });
    await identify(page, people.find(({ role }) => role === "教師")!);
    await consent(page);
    await chooseAccount(page, "journey.teacher", "teacher@mail.test", "0922333444");
    await enterCode(page, site, "+886922333444");
    await press(page, "完成註冊");
    await page.getByRole("heading", { name: "新建帳號成功！" }).waitFor();
    expectNoComplaints(page);
  });

  it("a person whose name the roster does not have is told so and led on, with what was typed kept (M13)", async () => {
    const page = await site.open("/");
    const person = people[1]!;
    await sayWho(page, { ...person, name: "不是本人" });
    await page.getByRole("link", { name: "查無資料，回報問題" }).waitFor();
    expect(await page.getByLabel("姓名").inputValue()).toBe("不是本人");
    expect(await page.getByLabel("身分證字號／居留證號／其他身分 ID").inputValue()).toBe(person.id);
    await expectAccessible(page);
  });
});
