import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { secretsManagerKeys } from "../../functions/adapters/keys.ts";
import { rowsBehind } from "../faults/rows.ts";
import { arriving, atPlatform, legacyAccount, legacyPassword, legacyPlatform } from "../service/legacy.ts";
import { signIn } from "../service/people.ts";
import { allRows } from "../service/rows.ts";
import { startService } from "../service/service.ts";

const service = await startService();
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", service.prefix);
const platform = await legacyPlatform(service);
const md5 = (text: string) => createHash("md5").update(text).digest("hex");

describe("已有平台帳號 (M81, M82, M84)", () => {
  it("arrives, joins the old account, and is known from then on; nothing personal lies in clear", async () => {
    const { browser, accountName, email } = await arriving(service);
    const old = await legacyAccount(service, platform, { shownAccount: "Wang.Old", email: "wang@old.test" });
    const before = await atPlatform.show(browser, platform);
    expect(before.body).toMatchObject({
      clientId: platform.clientId,
      platform: { id: platform.id, signInEnds: new Date(platform.signInEnds).toISOString() },
      state: "open",
      ended: false,
      form: { roles: ["student"], email, personIdNeeded: false },
    });
    // As it is typed on a phone: other letters, full width, a space.
    const linked = await atPlatform.link(browser, platform, { ...old, account: " ＷANG.old " });
    expect([linked.status, linked.body]).toEqual([200, { account: "Wang.Old" }]);
    const after = await atPlatform.show(browser, platform);
    expect(after.body).toMatchObject({ state: "linked", legacyAccount: "Wang.Old" });
    const [mail] = service.sent(email);
    expect(mail?.text).toContain(`${accountName}@account.test`);
    expect(mail?.text).toContain("Wang.Old");
    const personal = [old.password, "Wang.Old", "wang.old", "wang@old.test", md5(old.password)];
    expect((await allRows(service.prefix)).filter((row) => personal.some((text) => row.includes(text)))).toEqual([]);
  });

  it("one audit record, and the address the platform had is told too, without a link that freezes the account (I5)", async () => {
    const { browser, userId, email } = await arriving(service);
    const old = await legacyAccount(service, platform, { email: `old-${service.random()}@old.test` });
    const before = await legacyAccount(service, platform, { email });
    const elsewhere = { email: `${service.random()}@old.test` };
    const told = await legacyAccount(service, platform, elsewhere);
    expect((await atPlatform.link(browser, platform, told)).status).toBe(200);
    const [[own], [other]] = [service.sent(email), service.sent(elsewhere.email)];
    expect([own?.text?.includes("/not-me#"), other?.text?.includes("/not-me#")]).toEqual([true, false]);
    expect(other?.text).toContain(told.account);
    const audit = (await rows.all("audit")).filter(
      ({ subject, event }) => subject === userId && event === "legacy-account.linked",
    );
    expect(audit).toMatchObject([{ platform: platform.id, legacyKey: told.legacyKey }]);
    expect([old.legacyKey, before.legacyKey]).not.toContain(audit[0]?.legacyKey);
  });

  it("who has the same address there is told once", async () => {
    const { browser, email } = await arriving(service);
    const old = await legacyAccount(service, platform, { email: email.toUpperCase() });
    const before = service.sent().length;
    expect((await atPlatform.link(browser, platform, old)).status).toBe(200);
    expect(service.sent()).toHaveLength(before + 1);
  });

  it("every application that is this platform and wants to be told is, by one event each, sealed (M82, T46)", async () => {
    const eventsUri = "https://learn.test/events";
    const one = await legacyPlatform(service, { platform: { eventsUri } });
    const other = await legacyPlatform(service, { platform: { id: one.id, eventsUri } });
    await legacyPlatform(service, { platform: { id: one.id } });
    await legacyPlatform(service, { platform: { eventsUri } });
    // What a function has read of applications stands for a minute.
    service.clock.advanceBy({ seconds: 61 });
    const { browser, userId } = await arriving(service);
    const old = await legacyAccount(service, one);
    expect((await atPlatform.link(browser, one, old)).status).toBe(200);
    const events = (await rows.all("notifications")).filter((row) => row.userId === userId);
    expect(events.map(({ clientId }) => clientId).toSorted()).toEqual([one.clientId, other.clientId].toSorted());
    for (const event of events) {
      expect(event).toMatchObject({ event: "linked", attempts: 0, at: service.clock.now() });
      const sealed = await secretsManagerKeys("educloud/key-ring").unseal("notification", String(event.sealed));
      expect(sealed).toMatchObject({ legacyAccount: old.account });
    }
  });

  it("pressed again it is the same link, told once", async () => {
    const { browser, email } = await arriving(service);
    const old = await legacyAccount(service, platform);
    await atPlatform.link(browser, platform, old);
    const sent = service.sent(email).length;
    const again = await atPlatform.link(browser, platform, old);
    expect([again.status, again.body]).toEqual([200, { account: old.account }]);
    expect(service.sent(email)).toHaveLength(sent);
    expect((await atPlatform.link(browser, platform, { ...old, password: "wrong" })).body.code).toBe(
      "legacy-password-wrong",
    );
  });

  it.each<[string, Parameters<typeof legacyAccount>[2], string]>([
    [
      "salt before the password",
      { format: "md5-salt-password", hash: md5(`x${legacyPassword}`), salt: "x" },
      legacyPassword,
    ],
    ["bcrypt", { format: "bcrypt", hash: "$2y$05$CCCCCCCCCCCCCCCCCCCCC.VGOzA784oUp/Z0DY336zx7pLYAy0lwK" }, "U*U*"],
    ["phpass", { format: "phpass", hash: "$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0" }, "test12345"],
    ["a password of letters that compose, typed decomposed", { hash: md5("caf\u00e9-2011") }, "cafe\u0301-2011"],
    ["the same, kept decomposed", { hash: md5("cafe\u0301-2011") }, "cafe\u0301-2011"],
    ["a password with spaces around it", { hash: md5(" old one ") }, " old one "],
  ])("an old password of the kind: %s", async (_, fields, password) => {
    const { browser } = await arriving(service);
    const old = await legacyAccount(service, platform, fields);
    expect((await atPlatform.link(browser, platform, { account: old.account, password: `${password}x` })).status).toBe(
      422,
    );
    expect((await atPlatform.link(browser, platform, { account: old.account, password })).status).toBe(200);
  });

  it("the old password is no password of the account (T43)", async () => {
    const { browser, accountName } = await arriving(service);
    const old = await legacyAccount(service, platform);
    await atPlatform.link(browser, platform, old);
    expect((await signIn(service.browser(), accountName, old.password)).status).toBe(401);
    expect((await signIn(service.browser(), accountName)).status).toBe(200);
  });
});
