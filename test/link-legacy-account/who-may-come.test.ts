import { describe, expect, it } from "vitest";
import { rowsBehind } from "../faults/rows.ts";
import { stepUp, turnOn } from "../oidc/second-factor.ts";
import { arriving, atPlatform, legacyAccount, legacyPlatform, oldSignIn } from "../service/legacy.ts";
import { startService } from "../service/service.ts";

const service = await startService();
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", service.prefix);
const codeOf = async (reply: Promise<{ status: number; body: { code?: string } }>) => {
  const { status, body } = await reply;
  return body.code ?? status;
};

/** Somebody with an old account there, and what each of the five doors tells them. */
async function atEveryDoor(platform: Awaited<ReturnType<typeof legacyPlatform>>) {
  const { browser, userId } = await arriving(service);
  const email = `old-${service.random()}@old.test`;
  const old = await legacyAccount(service, platform, { email, hint: "提示" });
  const asked = { account: old.account, email };
  const doors = async () => [
    await codeOf(atPlatform.show(browser, platform)),
    await codeOf(atPlatform.findPassword(browser, platform, asked)),
    await codeOf(atPlatform.resetPassword(browser, platform, asked)),
    await codeOf(atPlatform.link(browser, platform, { ...old, password: "wrong" })),
    await codeOf(atPlatform.link(browser, platform, old)),
    await codeOf(atPlatform.register(browser, platform)),
  ];
  const rowNow = async () => (await rows.all("legacy-accounts")).find(({ legacyKey }) => legacyKey === old.legacyKey);
  return { browser, userId, old, doors, rowNow };
}

const all = (code: string) => Array.from({ length: 6 }, () => code);

describe("who may not use the application comes to no platform by its address either (M81, T43)", () => {
  it("other roles: every door is shut, no try is counted, nothing is mailed and nothing joined", async () => {
    const platform = await legacyPlatform(service, { roles: ["teacher"] });
    const { doors, rowNow } = await atEveryDoor(platform);
    const before = await rowNow();
    expect(await doors()).toEqual(all("application-not-for-you"));
    expect(await rowNow()).toEqual(before);
  });

  it("one of these roles comes in", async () => {
    const platform = await legacyPlatform(service, { roles: ["teacher", "student"] });
    const { doors } = await atEveryDoor(platform);
    expect(await doors()).toEqual([200, 200, 200, "legacy-password-wrong", 200, "legacy-has-link"]);
  });

  it("without the second factor that it requires just as little, whether the person has one or not; with it, yes", async () => {
    const platform = await legacyPlatform(service, { requireSecondFactor: true });
    const { browser, doors, rowNow } = await atEveryDoor(platform);
    const before = await rowNow();
    expect(await doors()).toEqual(all("two-factor-needed"));
    await turnOn(service, browser);
    expect(await doors()).toEqual(all("two-factor-needed"));
    expect(await rowNow()).toEqual(before);
    await stepUp(service, browser);
    expect(await doors()).toEqual([200, 200, 200, "legacy-password-wrong", 200, "legacy-has-link"]);
  });
});

describe("two applications of one platform with moments of their own (M80)", () => {
  const at = (seconds: number) => new Date(service.clock.now() + seconds * 1_000).toISOString();
  /** In another offset than UTC, so that the texts do not stand in the order of the moments. */
  const inTaipei = (iso: string) =>
    `${new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`.replace("Z", "");

  it("the earliest end of the old sign-in counts at both, and is what people are told", async () => {
    const [soon, late] = [at(600), at(6_000)];
    const one = await legacyPlatform(service, { platform: { signInEnds: late } });
    await legacyPlatform(service, { platform: { id: one.id, signInEnds: inTaipei(soon) } });
    service.clock.advanceBy({ seconds: 61 });
    const old = await legacyAccount(service, one);
    const { browser } = await arriving(service);
    const first = Math.floor(Date.parse(soon) / 1_000) * 1_000;
    const told = await oldSignIn(service, one, old);
    expect([told.status, Date.parse(told.body.sign_in_ends)]).toEqual([200, first]);
    const { platform } = (await atPlatform.show(browser, one)).body;
    expect(Date.parse(platform.signInEnds)).toBe(first);
    service.clock.advanceBy({ seconds: 600 });
    expect(await codeOf(oldSignIn(service, one, old))).toBe("legacy-sign-in-ended");
    expect((await atPlatform.show(browser, one)).body.ended).toBe(true);
  });

  it("so does the earliest end of joining, also where this application has none", async () => {
    const one = await legacyPlatform(service, { platform: { signInEnds: at(100) } });
    const linkingEnds = at(600);
    await legacyPlatform(service, { platform: { id: one.id, signInEnds: at(100), linkingEnds } });
    await legacyPlatform(service, { platform: { signInEnds: at(50), linkingEnds: at(60) } });
    service.clock.advanceBy({ seconds: 61 });
    const { browser } = await arriving(service);
    const [before, after] = [await legacyAccount(service, one), await legacyAccount(service, one)];
    expect(await codeOf(atPlatform.link((await arriving(service)).browser, one, before))).toBe(200);
    service.clock.advanceBy({ seconds: 600 });
    expect((await atPlatform.show(browser, one)).body.linkingEnded).toBe(linkingEnds);
    expect(await codeOf(atPlatform.link(browser, one, after))).toBe("legacy-linking-ended");
  });
});
