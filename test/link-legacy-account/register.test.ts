import { describe, expect, it } from "vitest";
import { legacyLinkKey, legacyLinkOf } from "../../functions/adapters/legacy-links.ts";
import { partsOf } from "../../functions/adapters/parts.ts";
import { systemIds } from "../../functions/adapters/system.ts";
import { readSettings } from "../../functions/contract/settings.ts";
import { rowsBehind } from "../faults/rows.ts";
import { arriving, atPlatform, legacyAccount, legacyPlatform } from "../service/legacy.ts";
import { allRows } from "../service/rows.ts";
import { startService } from "../service/service.ts";

const service = await startService();
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", service.prefix);
const { dynamo, keys } = partsOf(readSettings(service.environment), {
  environment: {},
  clock: service.clock,
  ids: systemIds,
});
const platform = await legacyPlatform(service);
const words = (text: string) => ({ "zh-TW": text, en: text });
/** M86: the platform hands study hours on. */
const withIds = await legacyPlatform(service, {
  mayHavePersonId: true,
  scopes: { openid: words("登入"), legacy: words("學習歷程"), personid: words("傳送研習時數") },
});

async function toldTo(userId: string, { id }: { id: string }) {
  const [row] = await dynamo.batchGet([{ table: "consents", key: legacyLinkKey(userId, id) }]);
  return row === undefined ? undefined : legacyLinkOf(keys, row);
}

const form = {
  title: " 級任導師 ",
  phone: "(02) 2720-4411 #12",
  email: "teacher@school.test",
  gender: "female",
  chineseName: "王小明",
  englishName: "Wang Xiao-ming",
};

describe("尚未有平台資訊 (M83)", () => {
  it("what the platform asks for is kept for it, sealed, once, with one audit record; the person is known from then on (M84)", async () => {
    const { browser, userId } = await arriving(service);
    const registered = await atPlatform.register(browser, platform, form);
    expect([registered.status, registered.body]).toEqual([200, {}]);
    expect((await atPlatform.show(browser, platform)).body.state).toBe("registered");
    expect(await toldTo(userId, platform)).toMatchObject({
      state: "registered",
      platform: platform.id,
      profile: { ...form, title: "級任導師" },
    });
    const personal = ["2720-4411", "teacher@school.test", "級任導師", "Xiao-ming"];
    expect((await allRows(service.prefix)).filter((row) => personal.some((text) => row.includes(text)))).toEqual([]);
    // Pressed again, as after a lost answer; and with something else.
    expect((await atPlatform.register(browser, platform, form)).status).toBe(200);
    expect((await atPlatform.register(browser, platform, { phone: "0912345678" })).body.code).toBe("legacy-has-link");
    const audit = (await rows.all("audit")).filter(
      ({ subject, event }) => subject === userId && event === "legacy-account.registered",
    );
    expect(audit).toHaveLength(1);
  });

  it("who is there without an old account does not join one later, and the other way round", async () => {
    const [one, other] = [await arriving(service), await arriving(service)];
    const [first, second] = [await legacyAccount(service, platform), await legacyAccount(service, platform)];
    await atPlatform.register(one.browser, platform, form);
    expect((await atPlatform.link(one.browser, platform, first)).body.code).toBe("legacy-has-link");
    await atPlatform.link(other.browser, platform, second);
    expect((await atPlatform.register(other.browser, platform, form)).body.code).toBe("legacy-has-link");
  });

  it.each([
    ["no telephone", { phone: " " }, "contact-rule", ["phone"]],
    ["telephone and address wrong", { phone: "call me", email: "no address" }, "contact-rule", ["phone", "email"]],
    ["names of signs", { chineseName: "123", englishName: "—" }, "name-rule", ["chineseName", "englishName"]],
    ["a line end in the title", { title: "a\nb" }, "forbidden-character", ["title"]],
    ["a title without end", { title: "導".repeat(61) }, "bad-request", ["title"]],
  ])("%s: every wrong field at once, and nothing is written", async (_, wrong, code, fields) => {
    const { browser, userId } = await arriving(service);
    const { body } = await atPlatform.register(browser, platform, { ...form, ...wrong });
    expect([body.code, body.fields?.map(({ field }) => field)]).toEqual([code, fields]);
    expect(await toldTo(userId, platform)).toBeUndefined();
  });

  it("身份証: asked for with its reason only where an operator allowed it, and only the person's own (M86)", async () => {
    const { browser, userId, person } = await arriving(service);
    const { body } = await atPlatform.show(browser, withIds);
    expect(body.form).toMatchObject({ personIdNeeded: true, personIdReason: words("傳送研習時數") });
    for (const [personId, code] of [
      [undefined, "person-id-rule"],
      ["A123456788", "person-id-checksum"],
      ["A123456789", "person-id-other"],
    ])
      expect((await atPlatform.register(browser, withIds, { ...form, personId })).body.code).toBe(code);
    expect(
      (await atPlatform.register(browser, withIds, { ...form, personId: person.personId.toLowerCase() })).status,
    ).toBe(200);
    expect(await toldTo(userId, withIds)).toMatchObject({ profile: { personId: person.personId } });
  });

  it("an ID number that nobody asked for is not kept", async () => {
    const { browser, userId, person } = await arriving(service);
    expect((await atPlatform.register(browser, platform, { ...form, personId: person.personId })).status).toBe(200);
    const told = await toldTo(userId, platform);
    expect(told?.state === "registered" && Object.keys(told.profile)).not.toContain("personId");
  });
});
