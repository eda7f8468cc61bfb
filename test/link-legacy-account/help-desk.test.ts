import { describe, expect, it } from "vitest";
import { rowsBehind } from "../faults/rows.ts";
import { arriving, atPlatform, legacyAccount, legacyPlatform, oldSignIn } from "../service/legacy.ts";
import { publicOwner } from "../service/people.ts";
import { startService } from "../service/service.ts";

const service = await startService();
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", service.prefix);
const platform = await legacyPlatform(service);
const unlink = (more: object) =>
  service.jobs({ job: "unlink-legacy-account", platform: platform.id, operator: "desk", reason: "case 9", ...more });
const recordsOf = async (userId: string) =>
  (await rows.all("audit")).filter(({ subject, event }) => subject === userId && event === "legacy-account.unlinked");
const codeOf = async (reply: Promise<{ status: number; body: { code?: string } }>) => {
  const { status, body } = await reply;
  return body.code ?? status;
};

describe("尚未有平台資訊 pressed by mistake (M83)", () => {
  it("the help desk takes it back by the education account, with a record: the person is asked again and joins", async () => {
    const { browser, userId, accountName } = await arriving(service);
    const old = await legacyAccount(service, platform);
    await atPlatform.register(browser, platform);
    expect(await codeOf(atPlatform.link(browser, platform, old))).toBe("legacy-has-link");
    expect(await unlink({ registered: ` ${accountName.toUpperCase()}@account.test ` })).toEqual({ unlinked: true });
    expect((await atPlatform.show(browser, platform)).body.state).toBe("open");
    expect(await recordsOf(userId)).toMatchObject([
      { by: "desk", reason: "case 9", platform: platform.id, registered: true },
    ]);
    expect(await codeOf(atPlatform.link(browser, platform, old))).toBe(200);
  });

  it("by the name alone, and by the address of 其他 (M20); the second time nothing", async () => {
    const one = await arriving(service);
    const other = await publicOwner(service);
    for (const [{ browser }, registered] of [
      [one, one.accountName],
      [other, other.account.toUpperCase()],
    ] as const) {
      expect(await codeOf(atPlatform.register(browser, platform))).toBe(200);
      expect(await unlink({ registered })).toEqual({ unlinked: true });
      expect(await unlink({ registered })).toEqual({ unlinked: false });
      expect((await atPlatform.show(browser, platform)).body.state).toBe("open");
    }
  });

  it("takes off no old account that was joined, nobody else, and no other platform", async () => {
    const [joined, elsewhere] = [await arriving(service), await arriving(service)];
    await atPlatform.link(joined.browser, platform, await legacyAccount(service, platform));
    const other = await legacyPlatform(service);
    await atPlatform.register(elsewhere.browser, other);
    for (const registered of [joined.accountName, elsewhere.accountName, "nobody.there"])
      expect(await unlink({ registered })).toEqual({ unlinked: false });
    expect((await atPlatform.show(joined.browser, platform)).body.state).toBe("linked");
    expect((await atPlatform.show(elsewhere.browser, other)).body.state).toBe("registered");
    expect([...(await recordsOf(joined.userId)), ...(await recordsOf(elsewhere.userId))]).toEqual([]);
  });

  it("the desk says one of both: an old account or an education account", async () => {
    await expect(unlink({})).rejects.toThrow();
    await expect(unlink({ account: "a", registered: "wang123" })).rejects.toThrow();
    await expect(unlink({ registered: "wang123", passwordLeaked: true })).rejects.toThrow();
  });
});

describe("an old account that somebody joined with a leaked password", () => {
  const mailed = async (to: string) => {
    service.clock.advanceBy({ seconds: 2 });
    await service.jobs({ job: "send-messages" });
    const texts = service.sent(to).flatMap(({ text }) => /^\s*([346-9A-Z]{10})\s*$/m.exec(text ?? "")?.[1] ?? []);
    return texts.at(-1) ?? "";
  };

  it("taken off as such, it is joined by a mailed password only: the old one opens neither joining nor the old sign-in (T43)", async () => {
    const email = `old-${service.random()}@old.test`;
    const old = await legacyAccount(service, platform, { email });
    const [thief, owner] = [await arriving(service), await arriving(service)];
    expect(await codeOf(atPlatform.link(thief.browser, platform, old))).toBe(200);
    expect(await unlink({ account: old.account, passwordLeaked: true })).toEqual({ unlinked: true });
    expect(await recordsOf(thief.userId)).toMatchObject([{ passwordLeaked: true }]);
    expect(await codeOf(atPlatform.link(thief.browser, platform, old))).toBe("legacy-password-wrong");
    expect(await codeOf(oldSignIn(service, platform, old))).toBe("legacy-password-wrong");
    await atPlatform.resetPassword(owner.browser, platform, { account: old.account, email });
    const password = await mailed(email);
    expect(await codeOf(atPlatform.link(owner.browser, platform, { ...old, password }))).toBe(200);
    expect(await codeOf(oldSignIn(service, platform, old))).toBe("legacy-password-wrong");
    // Taken off once more, without a word of the password: it stays as leaked as it was.
    expect(await unlink({ account: old.account })).toEqual({ unlinked: true });
    expect(await codeOf(atPlatform.link(thief.browser, platform, old))).toBe("legacy-password-wrong");
  });

  it("without that word the old password is good as before", async () => {
    const old = await legacyAccount(service, platform);
    const [one, other] = [await arriving(service), await arriving(service)];
    await atPlatform.link(one.browser, platform, old);
    await unlink({ account: old.account });
    expect(await codeOf(oldSignIn(service, platform, old))).toBe(200);
    expect(await codeOf(atPlatform.link(other.browser, platform, old))).toBe(200);
    expect((await recordsOf(one.userId))[0]).not.toHaveProperty("passwordLeaked");
  });
});
