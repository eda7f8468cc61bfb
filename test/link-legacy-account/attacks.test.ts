import { describe, expect, it } from "vitest";
import { rowsBehind } from "../faults/rows.ts";
import { arriving, atPlatform, legacyAccount, legacyPlatform, oldSignIn } from "../service/legacy.ts";
import { startService } from "../service/service.ts";

const service = await startService();
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", service.prefix);
const platform = await legacyPlatform(service);
const codeOf = async (reply: Promise<{ status: number; body: { code?: string } }>) => {
  const { status, body } = await reply;
  return body.code ?? status;
};

describe("passwords of old accounts are guessed (T01, T04, T43)", () => {
  it.each([
    ["an account that there is", () => legacyAccount(service, platform)],
    ["an account of nobody", async () => ({ account: `nobody-${service.random()}`, password: "x" })],
  ])("five are evaluated, then the wait doubles, from whoever it comes: %s", async (_, make) => {
    const old = await make();
    const wrong = { account: old.account, password: "wrong" };
    const [one, other] = [await arriving(service), await arriving(service)];
    for (let tries = 0; tries < 5; tries += 1)
      expect(await codeOf(atPlatform.link((tries % 2 ? one : other).browser, platform, wrong))).toBe(
        "legacy-password-wrong",
      );
    const waits = [];
    for (const seconds of [30, 60, 120]) {
      const waiting = await atPlatform.link(one.browser, platform, wrong);
      waits.push([waiting.body.code, waiting.body.retryAfter]);
      service.clock.advanceBy({ seconds });
      expect(await codeOf(atPlatform.link(one.browser, platform, wrong))).toBe("legacy-password-wrong");
    }
    expect(waits).toEqual([
      ["legacy-wait", 30],
      ["legacy-wait", 60],
      ["legacy-wait", 120],
    ]);
  });

  it("the right password inside the wait is answered like a wrong one, and after it is right; that gives the tries back", async () => {
    const old = await legacyAccount(service, platform);
    const { browser } = await arriving(service);
    for (let tries = 0; tries < 5; tries += 1) await atPlatform.link(browser, platform, { ...old, password: "wrong" });
    const [wrong, right] = [
      await atPlatform.link(browser, platform, { ...old, password: "wrong" }),
      await atPlatform.link(browser, platform, old),
    ];
    const { id: _one, ...said } = wrong.body;
    const { id: _other, ...saidToo } = right.body;
    expect([right.status, saidToo]).toEqual([wrong.status, said]);
    service.clock.advanceBy({ seconds: 30 });
    expect((await atPlatform.link(browser, platform, old)).status).toBe(200);
    const row = (await rows.all("legacy-accounts")).find(({ legacyKey }) => legacyKey === old.legacyKey);
    expect(row?.wrong).toBe(0);
  });

  it("the old sign-in counts with it: no guess more by the other door", async () => {
    const old = await legacyAccount(service, platform);
    const { browser } = await arriving(service);
    for (let tries = 0; tries < 3; tries += 1) await oldSignIn(service, platform, { ...old, password: "wrong" });
    for (let tries = 0; tries < 2; tries += 1) await atPlatform.link(browser, platform, { ...old, password: "wrong" });
    expect(await codeOf(oldSignIn(service, platform, old))).toBe("legacy-wait");
    expect(await codeOf(atPlatform.link(browser, platform, old))).toBe("legacy-wait");
  });

  it("after the hundredth in a row the password is not looked at any more", async () => {
    const old = await legacyAccount(service, platform);
    let evaluated = 0;
    for (let tries = 0; tries < 110; tries += 1) {
      const code = await codeOf(oldSignIn(service, platform, { ...old, password: "wrong" }));
      if (code === "legacy-password-wrong") evaluated += 1;
      service.clock.advanceBy({ minutes: 15 });
    }
    expect(evaluated).toBe(100);
    expect(await codeOf(oldSignIn(service, platform, old))).toBe("legacy-wait");
  });

  it("one person has thirty tries a day over all accounts", async () => {
    const { browser } = await arriving(service);
    const codes = [];
    for (let tries = 0; tries < 32; tries += 1)
      codes.push(
        await codeOf(atPlatform.link(browser, platform, { account: `guess-${service.random()}`, password: "x" })),
      );
    expect(codes.filter((code) => code === "legacy-password-wrong")).toHaveLength(30);
    expect(codes.slice(30)).toEqual(["too-many-tries", "too-many-tries"]);
    service.clock.advanceBy({ days: 1 });
  });

  it("guessing makes no account", async () => {
    const before = (await rows.all("legacy-accounts")).length;
    const { browser } = await arriving(service);
    await atPlatform.link(browser, platform, { account: "nobody-at-all", password: "x" });
    expect(await rows.all("legacy-accounts")).toHaveLength(before);
  });
});

describe("an old account that is somebody else's (M82, T43)", () => {
  it("joined already: told only to who has its password", async () => {
    const old = await legacyAccount(service, platform);
    const [owner, thief] = [await arriving(service), await arriving(service)];
    expect(await codeOf(atPlatform.link(owner.browser, platform, old))).toBe(200);
    expect(await codeOf(atPlatform.link(thief.browser, platform, { ...old, password: "wrong" }))).toBe(
      "legacy-password-wrong",
    );
    expect(await codeOf(atPlatform.link(thief.browser, platform, old))).toBe("legacy-linked-elsewhere");
    expect((await atPlatform.show(thief.browser, platform)).body.state).toBe("open");
  });

  it("in another name: asked, not refused, and nothing is written before the answer", async () => {
    const { browser, person } = await arriving(service);
    const old = await legacyAccount(service, platform, { name: "陳別人" });
    expect(await codeOf(atPlatform.link(browser, platform, { ...old, password: "wrong" }))).toBe(
      "legacy-password-wrong",
    );
    expect(await codeOf(atPlatform.link(browser, platform, old))).toBe("legacy-other-name");
    expect(await codeOf(atPlatform.link(browser, platform, old, { otherName: false }))).toBe("legacy-other-name");
    expect((await atPlatform.show(browser, platform)).body.state).toBe("open");
    expect(await codeOf(atPlatform.link(browser, platform, old, { otherName: true }))).toBe(200);
    const same = await arriving(service);
    const spaced = await legacyAccount(service, platform, { name: ` ${same.person.name} ` });
    expect(person.name).not.toBe(same.person.name);
    expect(await codeOf(atPlatform.link(same.browser, platform, spaced))).toBe(200);
  });

  it("a second old account of the same platform is refused, whatever its password", async () => {
    const { browser } = await arriving(service);
    const [one, two] = [await legacyAccount(service, platform), await legacyAccount(service, platform)];
    await atPlatform.link(browser, platform, one);
    expect(await codeOf(atPlatform.link(browser, platform, two))).toBe("legacy-has-link");
    const other = await legacyPlatform(service);
    const there = await legacyAccount(service, other);
    expect(await codeOf(atPlatform.link(browser, other, there))).toBe(200);
  });

  it("an account of one platform opens nothing at another", async () => {
    const other = await legacyPlatform(service);
    const old = await legacyAccount(service, platform);
    const { browser } = await arriving(service);
    expect(await codeOf(atPlatform.link(browser, other, old))).toBe("legacy-password-wrong");
    expect(await codeOf(oldSignIn(service, other, old))).toBe("legacy-password-wrong");
  });

  it("joining ends at its moment, and not with the old sign-in", async () => {
    const now = service.clock.now();
    const [ends, over] = [new Date(now + 60_000).toISOString(), new Date(now + 120_000).toISOString()];
    const ending = await legacyPlatform(service, { platform: { signInEnds: ends, linkingEnds: over } });
    const [one, two] = [await legacyAccount(service, ending), await legacyAccount(service, ending)];
    const [late, tooLate] = [await arriving(service), await arriving(service)];
    service.clock.advanceBy({ seconds: 119 });
    expect((await atPlatform.show(late.browser, ending)).body).toMatchObject({ ended: true, state: "open" });
    expect(await codeOf(atPlatform.link(late.browser, ending, one))).toBe(200);
    service.clock.advanceBy({ seconds: 1 });
    expect((await atPlatform.show(tooLate.browser, ending)).body).toMatchObject({ linkingEnded: over });
    expect(await codeOf(atPlatform.link(tooLate.browser, ending, two))).toBe("legacy-linking-ended");
    expect(await codeOf(atPlatform.register(tooLate.browser, ending))).toBe(200);
  });

  it("where there is no such platform nobody is told more", async () => {
    const { browser } = await arriving(service);
    for (const clientId of ["nobody-there", "../etc", "x".repeat(500)])
      expect(await codeOf(atPlatform.show(browser, { ...platform, clientId }))).toBe("not-found");
    expect(await codeOf(atPlatform.show(service.browser(), platform))).toBe("not-signed-in");
  });
});
