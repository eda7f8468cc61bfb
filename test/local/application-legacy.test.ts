import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { settingKeyOf } from "../../functions/adapters/legacy-setting.ts";
import { maskPersonId } from "../../functions/person/masks.ts";
import { type SampleApplication, startSampleApplication } from "../../lib/local/application/application.ts";
import { coursesOf, samplePassword } from "../../lib/local/application/legacy/accounts.ts";
import { type RunningService, startUp } from "../../lib/local/start-up.ts";
import { allRows } from "../service/rows.ts";
import { somebodyAt } from "./application-walk.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = temporaryFolder();
let service: RunningService;
let home = "";
let jobs: (event: unknown) => Promise<unknown>;
beforeAll(async () => {
  Object.assign(process.env, { PORT: "0", DATA_DIR: folder, SAMPLE_COUNTIES: "off" });
  service = await startUp(process.env);
  home = `${service.application}ups/`;
  jobs = (await import("../../functions/jobs/handler.ts")).handler;
});
afterAll(() => service.stop());

const at = (path: string) => new URL(path, home);
const oldWay = (account: string, password = samplePassword) => ({ method: "POST", form: { account, password } });
const joining = (account: string) => ({
  method: "POST",
  coming: { account, password: samplePassword, otherName: true } as const,
});
const title = (account: string) => coursesOf(account)[0]?.title ?? "";

describe("the sample application as a legacy platform (M80–M85)", () => {
  it("shows both ways in with the notice, and where a forgotten password is found", async () => {
    const page = await (await fetch(home)).text();
    expect(page).toMatch(
      /原平台帳號登入功能將維持至\d+年\d+月\d+日晚間11點59分；\d+年\d+月1日凌晨0點起，平台首頁之登入功能將取消/,
    );
    expect(page).toContain("教育雲登入");
    expect(page).toContain('action="old-sign-in"');
    expect(page).toContain(`${service.origin}/link-legacy-account/find-password?client=sample-legacy`);
  });

  it("signs in by an old account of any format, and shows what was learned there", async () => {
    const { go } = await somebodyAt(service.origin, "old.one");
    const accounts = ["linan", "ching0521", "chang.yuwen", "dewi.sari", "HSU.jiakun", "andy.lo@old.example"];
    for (const account of accounts) {
      const { text, url } = await go(at("old-sign-in"), oldWay(account));
      expect([account, url.href]).toEqual([account, home]);
      expect(text).toContain(`<strong>${account.toLowerCase()}</strong>`);
      expect(text).toContain(title(account));
    }
    expect((await go(at("old-sign-in"), oldWay("linan", "wrong"))).text).toContain("平台帳號或密碼不正確");
    expect((await go(home)).text).not.toContain(title("linan"));
  });

  it("a person joins the old account, is told so by claim, and the learning history moves over by the event; the old way in is shut (M82, M84)", async () => {
    const { go } = await somebodyAt(service.origin, "joins.one");
    const first = await go(at("sign-in"), joining("peishan"));
    expect(first.url.href).toBe(home);
    expect(first.text).toMatch(/原平台帳號 <code>ups_account<\/code><\/th><td>peishan</);
    await expect
      .poll(async () => {
        await jobs({ job: "send-notifications" });
        return (await go(home)).text;
      })
      .toContain("學習歷程已從原平台帳號 peishan 移轉");
    expect((await go(home)).text).toContain(title("peishan"));
    await go(at("sign-out"), { method: "POST" });
    expect((await go(at("old-sign-in"), oldWay("peishan"))).text).toContain("這個平台帳號已合併到教育雲端帳號");
    const second = await go(at("sign-in"), { method: "POST" });
    expect(second.way.filter((path) => path.startsWith("/consent/"))).toEqual([]);
    expect(second.text).toContain("學習歷程已從原平台帳號 peishan 移轉");
    const kept = JSON.parse(readFileSync(join(folder, "sample-legacy.json"), "utf8"));
    expect(Object.values(kept.moved)).toContain("peishan");
  });

  it("who has no old account fills in the form and is told with it, the ID number masked (M83, M86)", async () => {
    const { go, person } = await somebodyAt(service.origin, "new.one");
    const { text } = await go(at("sign-in"), { method: "POST", coming: "new" });
    expect(text).toContain("您是新會員，還沒有學習歷程");
    expect(text).toContain("<code>legacy_profile</code>");
    expect(text).toContain("職稱：教師");
    expect(text).toContain(`<code>personid</code></th><td>${maskPersonId(person.personId)}<`);
    expect(text).not.toContain(person.personId);
  });

  it("the help desk takes it back: the history goes back to the old account, whose way in is open again", async () => {
    const { go } = await somebodyAt(service.origin, "taken.back");
    await go(at("sign-in"), joining("wei.liao"));
    const moved = async () => {
      await jobs({ job: "send-notifications" });
      return (await go(home)).text;
    };
    await expect.poll(moved).toContain("學習歷程已從原平台帳號 wei.liao 移轉");
    const event = { job: "unlink-legacy-account", platform: "ups", account: "wei.liao", operator: "desk", reason: "r" };
    expect(await jobs(event)).toEqual({ unlinked: true });
    await expect.poll(moved).not.toContain("學習歷程已從原平台帳號 wei.liao 移轉");
    expect((await go(at("old-sign-in"), oldWay("wei.liao"))).text).toContain("<strong>wei.liao</strong>");
  });

  it("takes no event that the service did not sign, and none in another form", async () => {
    const tell = (body: string, type = "application/secevent+jwt") =>
      fetch(at("events"), { method: "POST", body, headers: { "content-type": type } });
    const forged = await tell("a.b.c");
    expect([forged.status, await forged.json()]).toEqual([400, { err: "invalid_request" }]);
    expect((await tell("a.b.c", "application/json")).status).toBe(400);
    expect((await tell("x".repeat(70_000))).status).toBe(400);
    expect((await fetch(new URL("/events", home), { method: "POST" })).status).toBe(404);
  });

  it("from the moment on only one way in is shown, and the old one is refused with why", async () => {
    const ends = Date.parse("2027-02-01T00:00:00+08:00");
    let now = Date.parse("2026-11-30T23:59:59+08:00");
    const sample: SampleApplication = await startSampleApplication({
      issuer: service.origin,
      port: 0,
      register: async () => "a secret that nobody registered",
      now: () => now,
    });
    const page = async () => (await fetch(sample.pages.find(({ platform }) => platform)?.address ?? "")).text();
    now = ends - 1;
    expect(await page()).toContain('action="old-sign-in"');
    now = ends;
    expect(await page()).not.toContain('action="old-sign-in"');
    expect(await page()).toContain("116年2月1日凌晨0點起，原平台帳號登入功能已取消");
    await sample.stop();
  });
});

describe("npm start with its legacy platform", () => {
  it("tells its twenty accounts and their password on /local/, with what to try", async () => {
    const page = await (await fetch(`${service.origin}/local/`)).text();
    expect(page).toContain(`<a href="${home}">數位學習服務平台（範例）</a>有 20 個從前的帳號`);
    expect(page).toContain(samplePassword);
    for (const told of ["chen.hsiaohua", "陳曉華", "kuo.chunyueh@old.example", "提示：我的生日"])
      expect(page).toContain(told);
  });

  it("started again changes no account, and whose history moved is known still", async () => {
    // What is kept of the platform itself lies beside its accounts.
    const isAccount = (row: string) => row.startsWith("legacy-accounts ") && !row.includes(settingKeyOf("ups"));
    const accounts = async () => (await allRows("educloud-")).filter(isAccount);
    const before = await accounts();
    expect(before).toHaveLength(20);
    const { startRegisteredSample } = await import("../../lib/local/application/start-sample-application.ts");
    const again = await startRegisteredSample(jobs, service.origin, 0, folder);
    expect(await accounts()).toEqual(before);
    const { histories } = await import("../../lib/local/application/legacy/histories.ts");
    expect(histories(join(folder, "sample-legacy.json")).isMoved("peishan")).toBe(true);
    await again.stop();
  });
});
