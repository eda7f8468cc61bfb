import { describe, expect, it } from "vitest";
import { fileOf } from "../consents/connected.ts";
import { rowsBehind } from "../faults/rows.ts";
import { TestClock } from "../service/clock.ts";
import { arriving, atPlatform, legacyAccount, legacyPlatform, oldSignIn } from "../service/legacy.ts";
import { startService } from "../service/service.ts";

/** Half a minute before the minute that the manual names. */
const clock = new TestClock(Date.parse("2027-01-31T23:59:29.999+08:00"));
const service = await startService({ clock });
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", service.prefix);
const signInEnds = "2027-02-01T00:00:00+08:00";
const application = fileOf(`app-${service.random()}`);
const { secret } = (await service.jobs({ job: "save-application", by: "test", application })) as { secret: string };
const noPlatform = { clientId: application.clientId, secret };
const triesOf = async ({ legacyKey }: { legacyKey: string }) =>
  (await rows.all("legacy-accounts")).find((row) => row.legacyKey === legacyKey)?.wrong;

describe("the old sign-in (M80)", () => {
  it("signs in by the old password and says until when; the account stays as it was", async () => {
    const platform = await legacyPlatform(service);
    const old = await legacyAccount(service, platform, { shownAccount: `Old.${service.random()}` });
    const { status, body, headers } = await oldSignIn(service, platform, {
      ...old,
      account: old.account.toUpperCase(),
    });
    expect([status, body]).toEqual([
      200,
      {
        legacy_account: old.account,
        sign_in_ends: new Date(platform.signInEnds).toISOString(),
        notice: expect.objectContaining({ "zh-TW": expect.stringContaining("原平台帳號登入功能將維持至116年3月2日") }),
      },
    ]);
    expect(headers["cache-control"]).toBe("no-store");
    expect((await oldSignIn(service, platform, { ...old, password: "wrong" })).body.code).toBe("legacy-password-wrong");
  });

  it("who has joined the account signs in with the education account; told only after the right password", async () => {
    const platform = await legacyPlatform(service);
    const old = await legacyAccount(service, platform);
    const { browser } = await arriving(service);
    await atPlatform.link(browser, platform, old);
    expect((await oldSignIn(service, platform, { ...old, password: "wrong" })).body.code).toBe("legacy-password-wrong");
    const told = await oldSignIn(service, platform, old);
    expect([told.status, told.body.code]).toEqual([403, "legacy-linked"]);
  });

  it.each<[string, (it: { clientId: string; secret: string }) => object]>([
    ["a wrong secret", ({ clientId, secret }) => ({ clientId, secret: `${secret}x` })],
    ["no application", ({ secret }) => ({ clientId: "nobody-there", secret })],
    ["an application that is no platform", () => noPlatform],
  ])("%s: refused before any password is looked at", async (_, change) => {
    const platform = await legacyPlatform(service);
    const old = await legacyAccount(service, platform);
    const { status, body } = await oldSignIn(service, change(platform) as typeof platform, {
      ...old,
      password: "wrong",
    });
    expect([status, body.code]).toEqual([401, "client-unknown"]);
    expect(await triesOf(old)).toBe(0);
  });

  it("an application without a secret is nobody's server", async () => {
    const platform = await legacyPlatform(service, { tokenEndpointAuthMethod: "none" });
    expect(platform.secret).toBe("");
    const old = await legacyAccount(service, platform);
    const { body } = await oldSignIn(service, { ...platform, secret: "undefined" }, old);
    expect(body.code).toBe("client-unknown");
  });

  it("a browser's cookie counts for nothing there", async () => {
    const platform = await legacyPlatform(service);
    const old = await legacyAccount(service, platform);
    const { browser } = await arriving(service);
    const form = { client_id: platform.clientId, client_secret: "guessed", ...old, legacyKey: undefined };
    const { body } = await browser.call("POST /api/legacy-sign-in", form, { headers: { origin: "https://evil.test" } });
    expect(body.code).toBe("client-unknown");
  });

  it("is there until 23:59:59.999 and gone at 00:00:00.000, before any password is looked at", async () => {
    const platform = await legacyPlatform(service, { platform: { signInEnds } });
    const old = await legacyAccount(service, platform);
    clock.advanceBy({ seconds: 30 });
    expect(new Date(clock.now()).toISOString()).toBe("2027-01-31T15:59:59.999Z");
    const last = await oldSignIn(service, platform, old);
    expect([last.status, last.body.notice]).toEqual([
      200,
      {
        "zh-TW": "原平台帳號登入功能將維持至116年1月31日晚間11點59分，之後請改由「教育雲入口網」統一登入。",
        en: "The old sign-in works until 31 January 2027, 23:59. From then on, sign in with the education cloud account.",
      },
    ]);
    clock.advanceBy({ seconds: 0.001 });
    expect(new Date(clock.now()).toISOString()).toBe("2027-01-31T16:00:00.000Z");
    const gone = await oldSignIn(service, platform, { ...old, password: "wrong" });
    expect([gone.status, gone.body.code]).toEqual([403, "legacy-sign-in-ended"]);
    expect(await triesOf(old)).toBe(0);
    const { browser } = await arriving(service);
    expect((await atPlatform.link(browser, platform, old)).status).toBe(200);
  });
});
