import { once } from "node:events";
import { createServer } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemClock } from "../../functions/adapters/system.ts";
import { welcomePage } from "../../lib/local/pages/welcome-page.ts";
import { localSettings } from "../../lib/local/settings.ts";
import { type RunningService, startUp } from "../../lib/local/start-up.ts";
import { stepUp } from "../oidc/second-factor.ts";
import { somebodyAt } from "./application-walk.ts";
import { temporaryFolder } from "./temporary-folder.ts";

let service: RunningService;
let home = "";
beforeAll(async () => {
  Object.assign(process.env, { PORT: "0", DATA_DIR: temporaryFolder(), SAMPLE_COUNTIES: "off" });
  service = await startUp(process.env);
  home = service.application ?? "";
});
afterAll(() => service.stop());

const press = { method: "POST" };
const at = (path: string) => new URL(path, home);

describe("the sample application", () => {
  it("signs a pupil in, shows what it was told, and is not asked again the next time (M60)", async () => {
    const { go, person } = await somebodyAt(service.origin, "pupil.one");
    expect((await go(home)).text).toContain("用教育雲端帳號登入");
    const first = await go(at("sign-in"), press);
    expect(first.url.href).toBe(home);
    expect(first.way).toContainEqual(expect.stringMatching(/^\/consent\//));
    expect(first.text).toContain(`<strong>${person.name}</strong>`);
    for (const told of ["pupil.one", "pupil.one@mail.test", "&quot;schoolid&quot;", "學生"])
      expect(first.text).toContain(told);
    await go(at("sign-out"), press);
    const second = await go(at("sign-in"), press);
    expect(second.way.filter((path) => path.startsWith("/consent/"))).toEqual([]);
    expect(second.text).toContain(`<strong>${person.name}</strong>`);
  });

  it("signs out here only: the account stays signed in", async () => {
    const { go, browser } = await somebodyAt(service.origin, "pupil.two");
    await go(at("sign-in"), press);
    expect((await go(at("sign-out"), press)).text).toContain("您已在這裡登出");
    expect((await browser.call("GET /api/session")).body.signedIn).toBe(true);
  });

  it("signs out everywhere: asked, then out here and there (T40)", async () => {
    const { go, browser, confirm } = await somebodyAt(service.origin, "pupil.three");
    await go(at("sign-in"), press);
    const asked = await go(at("sign-out-everywhere"), press);
    expect(asked.url.pathname).toBe("/oidc/v1/userlogout");
    const done = await confirm(asked);
    expect(done.headers.get("location")).toBe(at("signed-out").href);
    expect((await go(at("signed-out"))).text).toContain("您已全部登出");
    expect((await browser.call("GET /api/session")).body.signedIn).toBe(false);
  });

  it("is told when the person signs out of the account, and shows it (T41)", async () => {
    const { go, browser } = await somebodyAt(service.origin, "pupil.four");
    await go(at("sign-in"), press);
    expect((await browser.call("POST /api/sign-out")).status).toBe(200);
    // The schedule looks every second; what a test asks for itself is done as well.
    const { handler } = await import("../../functions/jobs/handler.ts");
    await expect
      .poll(async () => {
        await handler({ job: "send-logouts" });
        return (await go(home)).text;
      })
      .toContain("教育雲端帳號已登出，所以這裡也登出了");
  });

  it("asks again when asked to, and then may renew without the browser", async () => {
    const { go } = await somebodyAt(service.origin, "pupil.five");
    await go(at("sign-in"), press);
    const asked = await go(at("ask-again"), press);
    expect(asked.way).toContainEqual(expect.stringMatching(/^\/consent\//));
    expect(asked.text).toContain("<td>✓</td>");
    const renewed = await go(at("refresh"), press);
    expect(renewed.way).toEqual(["/refresh", "/"]);
    expect(renewed.text).toContain("<td>✓</td>");
  });

  it("has lost everything at once when the person takes the consent back (T39)", async () => {
    const { go, browser } = await somebodyAt(service.origin, "pupil.six");
    await go(at("sign-in"), press);
    await go(at("ask-again"), press);
    const revoked = await browser.call("POST /api/my-account/authorizations/revoke", {
      clientIds: ["sample-learning"],
    });
    expect([revoked.status, revoked.body.revoked]).toEqual([200, 1]);
    expect((await go(at("refresh"), press)).text).toContain("登入或授權已經結束");
    const again = await go(at("sign-in"), press);
    expect(again.way).toContainEqual(expect.stringMatching(/^\/consent\//));
  });

  it("says so when the person does not agree", async () => {
    const { go } = await somebodyAt(service.origin, "pupil.seven");
    expect((await go(at("sign-in"), { ...press, decision: "refuse" })).text).toContain("您沒有同意，所以沒有登入");
  });

  it("for teachers only: a pupil is refused and comes back with it", async () => {
    const { go } = await somebodyAt(service.origin, "pupil.eight");
    const refused = await go(at("teachers/sign-in"), { ...press, decision: "refuse" });
    expect(refused.url.href).toBe(at("teachers/").href);
    expect(refused.text).toContain("您沒有同意，所以沒有登入");
  });

  it("for teachers only: a teacher is let in once the second factor was given, by an ID token of ES256", async () => {
    const { go, browser, person } = await somebodyAt(service.origin, "teacher.one", "teacher");
    const enter = () => go(at("teachers/sign-in"), press);
    await expect(enter()).rejects.toThrow("the page needs bind-second-factor");
    await stepUp({ environment: process.env, clock: systemClock } as never, browser);
    const shown = await enter();
    expect(shown.text).toContain(`<strong>${person.name}</strong>`);
    expect(shown.text).toContain("urn:educloud-account:acr:two-factors");
    expect(shown.text).toContain("教師");
  });

  it("takes nobody's answer that this browser did not ask for, under no other name, and nothing else", async () => {
    const { go } = await somebodyAt(service.origin, "pupil.nine");
    await go(at("sign-in"), press);
    const forged = await go(at("callback?code=a&state=b"));
    expect(forged.text).toContain("登入沒有完成");
    expect(forged.text).toContain("登入的人");
    const stranger = await fetch(at("callback?code=a&state=b"), { redirect: "manual" });
    expect(stranger.headers.get("location")).toBe("/");
    expect((await fetch(home.replace("127.0.0.1", "localhost"))).status).toBe(421);
    expect((await fetch(at("callback"), press)).status).toBe(404);
    const told = await fetch(at("back-channel-logout"), {
      ...press,
      body: new URLSearchParams({ logout_token: "a.b.c" }),
    });
    expect([told.status, await told.json()]).toEqual([400, { error: "invalid_request" }]);
    expect((await go(home)).text).toContain("登入的人");
  });
});

describe("npm start with its sample application", () => {
  it("is registered with both entries in 介接應用服務, and listed on /local/", async () => {
    const page = await (await fetch(`${service.origin}/local/`)).text();
    expect(page).toContain(`<a href="${home}">範例學習平台</a>`);
    expect(page).toContain(`<a href="${home}teachers/">範例教師研習系統</a>`);
    expect(welcomePage({ outbox: true, counties: [], applications: [] })).not.toContain("介接應用服務");
  });

  it("SAMPLE_APPLICATION is on unless it says off; APPLICATION_PORT is a port", () => {
    expect(localSettings({}).applicationPort).toBe(0);
    expect(localSettings({ APPLICATION_PORT: "8790" }).applicationPort).toBe(8790);
    expect(localSettings({ SAMPLE_APPLICATION: "off" }).applicationPort).toBeUndefined();
    expect(() => localSettings({ SAMPLE_APPLICATION: "no" })).toThrow("SAMPLE_APPLICATION must be on or off");
    expect(() => localSettings({ APPLICATION_PORT: "http" })).toThrow("APPLICATION_PORT must be a number");
  });

  it("says what to do when its port is taken", async () => {
    const { startRegisteredSample } = await import("../../lib/local/application/start-sample-application.ts");
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const { port } = taken.address() as { port: number };
    await expect(startRegisteredSample(async () => ({}), service.origin, port)).rejects.toThrow(
      `APPLICATION_PORT ${port} cannot be opened (EADDRINUSE): choose another`,
    );
    taken.close();
  });
});
