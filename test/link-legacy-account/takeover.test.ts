import { describe, expect, it } from "vitest";
import type { Application } from "../../functions/contract/applications.ts";
import { legacyAccountOf } from "../../functions/person/legacy-account.ts";
import { rowsBehind } from "../faults/rows.ts";
import { arriving, atPlatform, legacyAccount, legacyAccountsOf, legacyPlatform } from "../service/legacy.ts";
import { publicOwner } from "../service/people.ts";
import { startService } from "../service/service.ts";

const service = await startService();
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", service.prefix);
const accounts = legacyAccountsOf(service);
const platform = await legacyPlatform(service);
const words = (text: string) => ({ "zh-TW": text, en: text });
const newAddress = () => `old-${service.random()}@old.test`;

describe("the accounts of a platform are its owner's (M80, T43)", () => {
  const another = { owner: { name: "別的公司", contact: "owner@other.test" } };
  const signInEnds = "2099-01-01T00:00:00+08:00";

  it("an application of another owner cannot call itself that platform, with an old sign-in that ends later", async () => {
    const { id } = await legacyPlatform(service);
    await expect(legacyPlatform(service, { ...another, platform: { id, signInEnds } })).rejects.toThrow(
      /legacyPlatform\.id: .*測試學會/,
    );
    const own = await legacyPlatform(service, { ...another });
    const grown = { ...another, clientId: own.clientId, platform: { id } };
    await expect(legacyPlatform(service, grown)).rejects.toThrow(/legacyPlatform\.id/);
  });

  it("stay theirs when the last application that was the platform is removed, and with them what people told it", async () => {
    const first = await legacyPlatform(service);
    const remove = (clientId: string) => service.jobs({ job: "remove-application", by: "test", clientId });
    await remove(first.clientId);
    const { id } = first;
    await expect(legacyPlatform(service, { ...another, platform: { id } })).rejects.toThrow(/測試學會.*--take-over/);
    await expect(legacyPlatform(service, { ...another, clientId: first.clientId, platform: { id } })).rejects.toThrow();
    const again = await legacyPlatform(service, { platform: { id } });
    await remove(again.clientId);
    expect(await legacyPlatform(service, { ...another, platform: { id }, takeOver: true })).toMatchObject({ id });
    await expect(legacyPlatform(service, { platform: { id } })).rejects.toThrow(/別的公司/);
    const given = (await rows.all("audit")).filter(({ subject }) => subject === `legacy-platform#${id}`);
    expect(given.map(({ event, by, takenOver }) => [event, by, takenOver]).toSorted()).toEqual([
      ["legacy-platform.given", "test", false],
      ["legacy-platform.given", "test", true],
    ]);
  });

  it("a name that nobody has had goes to one of two owners who ask at once (RACE)", async () => {
    const id = `p-${service.random(3)}`;
    const asked = [{}, another].map((owner) => legacyPlatform(service, { ...owner, platform: { id } }));
    const got = (await Promise.allSettled(asked)).filter(({ status }) => status === "fulfilled");
    expect(got).toHaveLength(1);
    const { applications } = (await service.jobs({ job: "list-applications" })) as { applications: Application[] };
    expect(applications.filter(({ legacyPlatform }) => legacyPlatform?.id === id)).toHaveLength(1);
  });

  it("an owner who took another name and went keeps them under the new one", async () => {
    const { id, clientId } = await legacyPlatform(service);
    await legacyPlatform(service, { ...another, clientId, platform: { id } });
    await service.jobs({ job: "remove-application", by: "test", clientId });
    await expect(legacyPlatform(service, { platform: { id } })).rejects.toThrow(/別的公司/);
    expect(await legacyPlatform(service, { ...another, platform: { id } })).toMatchObject({ id });
  });

  it("one of the same owner can, and an owner may take another name", async () => {
    const { id } = await legacyPlatform(service);
    const sister = await legacyPlatform(service, { platform: { id } });
    expect(await legacyPlatform(service, { ...another, clientId: sister.clientId, platform: { id } })).toMatchObject({
      id,
    });
  });
});

describe("a one-use password (M85)", () => {
  const asking = async (old: { account: string; email: string }) => {
    const { browser } = await arriving(service);
    return atPlatform.resetPassword(browser, platform, old);
  };

  it("is mailed to one old account five times a day, whoever asks, and the answer is the same (T04, T13)", async () => {
    const email = newAddress();
    const { account } = await legacyAccount(service, platform, { email });
    const replies = [];
    for (let asked = 0; asked < 7; asked += 1) replies.push(await asking({ account, email }));
    service.clock.advanceBy({ seconds: 2 });
    await service.jobs({ job: "send-messages" });
    expect(service.sent(email)).toHaveLength(5);
    expect(replies.map(({ status, body }) => [status, body])).toEqual(
      Array.from({ length: 7 }, () => [200, { masked: "o***@old.test", hours: 24 }]),
    );
    service.clock.advanceBy({ days: 1 });
    await asking({ account, email });
    service.clock.advanceBy({ seconds: 2 });
    await service.jobs({ job: "send-messages" });
    expect(service.sent(email)).toHaveLength(6);
  });

  it("is not mailed to an address that another import took off the account meanwhile", async () => {
    const email = newAddress();
    const old = await legacyAccount(service, platform, { email });
    const found = await accounts.findByEmail({ platform: platform.id, account: legacyAccountOf(old.account) }, email);
    await legacyAccount(service, platform, { shownAccount: old.account, email: newAddress() });
    const message = { messageId: `m-${service.random()}`, message: {}, states: {}, attempts: 0 } as never;
    expect(await accounts.issueOneUse(found, { userId: "u", password: "CCCCCCCCCC", message })).toBe(false);
    const row = (await rows.all("legacy-accounts")).find(({ legacyKey }) => legacyKey === old.legacyKey);
    expect(row).not.toHaveProperty("oneUse");
  });
});

describe("other people's data", () => {
  it("the address that the platform had is not told the address of 其他 who joined (M20)", async () => {
    const { browser, account: own } = await publicOwner(service);
    const email = newAddress();
    const old = await legacyAccount(service, platform, { email });
    expect((await atPlatform.link(browser, platform, old)).status).toBe(200);
    const [told] = service.sent(email);
    expect(told?.text).toContain(old.account);
    expect(told?.text).not.toContain(own);
    expect(told?.text).toContain(`${own[0]}***@`);
    expect(service.sent().find(({ to }) => to?.toLowerCase() === own)?.text).toContain(own);
  });

  it("who is in no roster is asked for no ID number, and one that is sent is not kept (M86)", async () => {
    const scopes = { openid: words("登入"), legacy: words("學習歷程"), personid: words("傳送研習時數") };
    const withIds = await legacyPlatform(service, { mayHavePersonId: true, scopes });
    const { browser } = await publicOwner(service);
    expect((await atPlatform.show(browser, withIds)).body.form).toMatchObject({ personIdNeeded: false });
    const form = { phone: "05-272-0411", personId: "A123456789" };
    expect((await atPlatform.register(browser, withIds, form)).status).toBe(200);
    const download = await browser.call("POST /api/my-account/data");
    expect(download.status).toBe(200);
    expect(JSON.stringify(download.body)).not.toContain("A123456789");
  });
});
