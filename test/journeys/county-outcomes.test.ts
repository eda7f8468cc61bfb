import { afterAll, describe, expect, it } from "vitest";
import { type CountyServer, openCountyServer } from "../../lib/local/counties/county-server.ts";
import { accountAt, isAtTwoSchools, isPupil, isUnknown } from "../service/counties.ts";
import {
  answersOf,
  asTyped,
  complete,
  countyNames,
  leaveByChoice,
  leaveFor,
  signInAtCounty,
  tile,
} from "./county-account.ts";
import { tabTo } from "./keyboard.ts";
import { chooseAccount, consent, enterCode, identify, password, press } from "./pupil.ts";
import {
  expectAccessible,
  expectAccessibleAndNarrow,
  expectNoComplaints,
  listenForCaptcha,
  startSite,
  typeCaptcha,
} from "./site.ts";

/** One county that answers nothing, and one that breaks down while people are at its page. */
const [silent, breaking] = [await openCountyServer(), await openCountyServer()];
afterAll(() => Promise.all([silent.stop(), breaking.stop()]));
breaksDown(breaking);
const setUp = ({ origin }: CountyServer) => ({ clientId: "c", clientSecret: "s", test: true, issuer: origin });
const site = await startSite({ counties: { CYI: setUp(silent), CYQ: setUp(breaking) } });

describe("what may come of a county sign-in, in a browser", () => {
  it("取消 at the county is told, and 再試一次 leads back to where it began (M31)", async () => {
    const page = await site.open("/sign-in/county?returnTo=%2Fsite-map");
    await leaveFor(page, "KHH");
    await page.getByRole("button", { name: "取消 Cancel" }).click();
    await page.getByRole("heading", { name: "縣市登入已經取消" }).waitFor();
    expect(page.url()).toBe(`${site.origin}/sign-in/county/callback`);
    await expectAccessibleAndNarrow(page);
    await press(page, "再試一次");
    await page.waitForURL("**/sign-in/county?returnTo=%2Fsite-map");
    await tile(page, countyNames.KHH).waitFor();
    expectNoComplaints(page);
    await page.context().close();
  });

  it("a second tab that goes to a county ends the first one's way: it is told so, the second arrives (T34)", async () => {
    const first = await site.open("/sign-in/county");
    await leaveFor(first, "TAO");
    const second = await first.context().newPage();
    await second.goto("/sign-in/county");
    await leaveFor(second, "TNN");

    await signInAtCounty(first, accountAt("TAO"));
    await first.getByRole("heading", { name: "請重新使用縣市帳號登入" }).waitFor();
    await expectAccessibleAndNarrow(first);
    await signInAtCounty(second, accountAt("TNN"));
    await second.getByRole("heading", { name: "這些是您的資料嗎？" }).waitFor();
    expectNoComplaints(first);
    expectNoComplaints(second);
    await first.context().close();
  });

  it("a second tab that goes to the same county arrives; the first is told by the county that its sign-in is over", async () => {
    const account = accountAt("TAO");
    const first = await site.open("/sign-in/county");
    await leaveFor(first, "TAO");
    const second = await first.context().newPage();
    await second.goto("/sign-in/county");
    await leaveFor(second, "TAO");
    await signInAtCounty(first, account);
    await first.getByRole("heading", { name: "這次登入已經結束" }).waitFor();
    await signInAtCounty(second, account);
    await second.getByRole("heading", { name: "這些是您的資料嗎？" }).waitFor();
    await first.context().close();
  });

  it("a county that does not answer is told with whom to call, and the picker says so from then on (M3)", async () => {
    const page = await site.open("/sign-in/county");
    const county = tile(page, "嘉義市");
    for (let presses = 0; presses < 3; presses += 1) {
      await expect.poll(() => county.getAttribute("aria-busy")).toBe(null);
      const answered = page.waitForResponse((response) => response.url().endsWith("/api/county/start"));
      await county.click();
      expect((await answered).status()).toBe(503);
    }
    await page.getByRole("heading", { name: "嘉義市的客服窗口" }).waitFor();
    await expectAccessibleAndNarrow(page);
    await page.reload();
    await page.getByRole("link", { name: "嘉義市 暫時無法使用" }).click();
    await page.getByRole("heading", { name: "嘉義市的登入系統暫時無法使用" }).waitFor();
    await expectAccessibleAndNarrow(page);
    await page.goto("/forgot-account");
    await page.getByRole("main").getByRole("combobox").selectOption({ label: "嘉義市（暫時無法使用）" });
    await page.getByRole("status").getByText("嘉義市的登入系統暫時無法使用").waitFor();
    await page.getByRole("heading", { name: "嘉義市的客服窗口" }).waitFor();
    await expectAccessible(page);
    await page.context().close();
  });

  it("a county that breaks down while the person is there is told on the way back", async () => {
    const page = await site.open("/sign-in/county");
    await tile(page, "嘉義縣").click();
    await page.getByRole("heading", { name: "縣市的登入系統沒有回應" }).waitFor();
    await page.getByRole("heading", { name: "嘉義縣的客服窗口" }).waitFor();
    await expectAccessibleAndNarrow(page);
    await page.context().close();
  });

  it("whom the roster does not know is told 查無資料; without an account there is none to show, and none to reset (T35)", async () => {
    const page = await site.open("/sign-in/county");
    await leaveFor(page, "TAO");
    await signInAtCounty(page, accountAt("TAO", isUnknown));
    await page.getByRole("heading", { name: "查無資料" }).waitFor();
    await expectAccessibleAndNarrow(page);
    for (const path of ["/forgot-account", "/reset-password/county"]) {
      await page.goto(path);
      await leaveByChoice(page, "TNN");
      await signInAtCounty(page, accountAt("TNN", isPupil, 1));
      await page.getByRole("heading", { name: "這個縣市帳號沒有連結教育雲端帳號" }).waitFor();
      await expectAccessibleAndNarrow(page);
    }
    await page.goto("/reset-password/new");
    await page.getByRole("heading", { name: "還不能設定新密碼" }).waitFor();
    expectNoComplaints(page);
    await page.context().close();
  });

  it("a teacher at two schools chooses one and has its data before them (M12 → M14)", async () => {
    const account = accountAt("TAO", isAtTwoSchools);
    const page = await site.open("/sign-in/county");
    await leaveFor(page, "TAO");
    await signInAtCounty(page, account);
    await page.getByRole("heading", { name: "您要用哪一個身分申請？" }).waitFor();
    await expectAccessibleAndNarrow(page);
    await press(page, "下一步");
    await page.getByRole("link", { name: "請選擇一個身分。" }).waitFor();
    await page.reload();
    await page.getByRole("radio", { name: account.places[1]?.school.name ?? "?" }).check();
    await press(page, "下一步");
    await page.getByRole("heading", { name: "這些是您的資料嗎？" }).waitFor();
    expect(await page.getByRole("main").innerText()).toContain(account.places[1]?.school.name);
    expectNoComplaints(page);
    await page.context().close();
  });

  it("a school whose one code stands for two levels: the person says which, and the county account is kept (M12 → M13)", async () => {
    const account = accountAt("TPE", ({ places: [place] }) => place?.school.name === "私立達人高中");
    const { district, level, school } = asTyped(account);
    const page = await site.open("/sign-in/county");
    await leaveFor(page, "TPE");
    await signInAtCounty(page, account);
    await page.getByRole("heading", { name: "您的學校是？" }).waitFor();
    await expect.poll(() => page.getByLabel("縣市", { exact: true }).inputValue()).toBe(countyNames.TPE);
    await page.getByLabel("行政區", { exact: true }).selectOption({ label: district });
    await page.getByLabel("學制", { exact: true }).selectOption({ label: level });
    await page.getByLabel("學校", { exact: true }).selectOption({ label: school });
    await press(page, "下一步");
    await page.getByText("縣市帳號已經確認").waitFor();
    expect(await page.getByLabel("姓名").inputValue()).toBe(account.name);
    expectNoComplaints(page);
    await page.context().close();
  });

  it("who has an account already proves it, links the county account, and signs in with it from then on (T35)", async () => {
    const account = accountAt("TAO", isPupil, 2);
    const page = await site.open("/");
    await identify(page, asTyped(account));
    await consent(page);
    await chooseAccount(page, "linked.later", "linked@mail.test", "");
    await enterCode(page, site, "linked@mail.test");
    await complete(page);

    await page.goto("/sign-in/county");
    await leaveFor(page, "TAO");
    await signInAtCounty(page, account);
    await page.getByRole("heading", { name: "您已經有教育雲端帳號了" }).waitFor();
    await expectAccessibleAndNarrow(page);
    await press(page, "登入並連結縣市帳號");
    await page.getByLabel("教育雲端帳號").fill("linked.later");
    await page.getByLabel("密碼", { exact: true }).fill(password);
    await typeCaptcha(page);
    await press(page, "登入");
    await page.getByRole("heading", { name: "連結縣市帳號" }).waitFor();
    await expectAccessibleAndNarrow(page);
    await press(page, "連結縣市帳號");
    await page.getByRole("heading", { name: "已經連結" }).waitFor();
    await expectAccessible(page);

    const other = await site.open("/sign-in/county");
    await leaveFor(other, "TAO");
    await signInAtCounty(other, account);
    await other.getByText("linked.later@educloud.example").first().waitFor();
    for (const each of [page, other]) expectNoComplaints(each);
    await Promise.all([page, other].map((each) => each.context().close()));
  });

  it("by keyboard alone, from 登入 through the county's pages to the confirm page (WCAG 2.1.1)", async () => {
    const account = accountAt("TNN");
    const page = await site.open("/sign-in", { viewport: { width: 1280, height: 900 } });
    listenForCaptcha(page);
    const follow = async (name: string | RegExp) => {
      await tabTo(page, name);
      await page.keyboard.press("Enter");
    };
    await follow("使用縣市帳號登入");
    await tile(page, countyNames.TNN).waitFor();
    await follow(/^臺南市/);
    for (const answer of answersOf(account)) {
      await page.getByRole("link", { name: answer, exact: true }).waitFor();
      await follow(answer);
    }
    const seat = page.getByLabel(/^帳號/);
    await seat.waitFor();
    await tabTo(page, /^帳號/);
    for (let steps = 0; steps < 60 && (await seat.inputValue()) !== account.account; steps += 1) {
      await page.keyboard.press("ArrowDown");
    }
    await tabTo(page, /^密碼/);
    await page.keyboard.type(account.password);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "這些是您的資料嗎？" }).waitFor();
    await tabTo(page, "資料無誤，下一步");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "個資蒐集告知聲明同意書" }).waitFor();
    expectNoComplaints(page);
    await page.context().close();
  });
});

/** OpenID Connect up to the person's way back; from then on nothing but 503. */
function breaksDown({ origin, serve }: CountyServer): void {
  serve(async (_request, response, url) => {
    if (url.pathname === "/.well-known/openid-configuration") {
      const document = {
        issuer: origin,
        authorization_endpoint: `${origin}/authorize`,
        token_endpoint: `${origin}/token`,
        jwks_uri: `${origin}/keys`,
        userinfo_endpoint: `${origin}/userinfo`,
        response_types_supported: ["code"],
        subject_types_supported: ["public"],
        id_token_signing_alg_values_supported: ["RS256"],
      };
      return void response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(document));
    }
    if (url.pathname !== "/authorize") return void response.writeHead(503).end();
    const back = new URL(url.searchParams.get("redirect_uri") ?? "");
    back.search = new URLSearchParams({ code: "c-1", state: url.searchParams.get("state") ?? "" }).toString();
    response.writeHead(303, { location: back.href }).end();
  });
}
