import { describe, expect, it } from "vitest";
import { rowsBehind } from "../faults/rows.ts";
import type { Browser } from "../service/browser.ts";
import { atPlatform, legacyAccount, legacyPlatform, oldSignIn } from "../service/legacy.ts";
import { apply, codeSentTo, enrol, signIn } from "../service/people.ts";
import { startRace, tally } from "./workers.ts";

const race = await startRace();
const { service } = race;
const rows = rowsBehind(race.proxy.behind.dynamodb, service.prefix);
const platform = await legacyPlatform(service);

/** People with accounts, each signed in in a browser of their own. */
async function people(count: number): Promise<Browser[]> {
  const browsers = [];
  for (const person of await enrol(service, count)) {
    const [browser, accountName] = [race.browser(), `u${service.random(5)}`];
    const email = `${accountName}@mail.test`;
    await apply.identity(browser, person);
    await apply.consent(browser);
    await apply.account(browser, { accountName, email });
    await apply.send(browser);
    await apply.check(browser, codeSentTo(service, email));
    await apply.complete(browser);
    if ((await signIn(browser, accountName)).status !== 200) throw new Error(`${accountName} did not get in`);
    browsers.push(browser);
  }
  return browsers;
}

const linksOf = async (platformId: string) =>
  (await rows.all("consents")).filter((row) => row.of === `legacy#${platformId}`);
const auditOf = async (legacyKey: string) =>
  (await rows.all("audit")).filter((row) => row.event === "legacy-account.linked" && row.legacyKey === legacyKey);

describe("many at once join old accounts (T43)", () => {
  it("50 people with its password claim one old account: one has it, 49 are refused, nothing is half", async () => {
    const everyone = await people(50);
    const old = await legacyAccount(service, platform);
    const replies = await race.atOnce(everyone.map((browser) => () => atPlatform.link(browser, platform, old)));
    const { 200: joined, "legacy-linked-elsewhere": refused = 0, ...others } = tally(replies);
    // Tries are counted before they are evaluated, so that who comes while five are under way waits.
    const { "legacy-wait": waiting = 0, ...rest } = others;
    expect([joined, refused + waiting, rest]).toEqual([1, 49, {}]);
    expect(await linksOf(platform.id)).toHaveLength(1);
    expect(await auditOf(old.legacyKey)).toHaveLength(1);
    const winner = everyone[replies.findIndex(({ status }) => status === 200)];
    const states = await Promise.all(everyone.map((browser) => atPlatform.show(browser, platform)));
    expect(tally(states.map(({ body }) => ({ status: 0, body: { code: body.state } })))).toEqual({
      linked: 1,
      open: 49,
    });
    expect((await atPlatform.show(winner!, platform)).body.legacyAccount).toBe(old.account);
    service.clock.advanceBy({ minutes: 15 });
    expect((await oldSignIn(service, platform, old)).body.code).toBe("legacy-linked");
  }, 120_000);

  it("one person presses eight times: one link, one record, one notice, and nobody is told that it failed", async () => {
    const here = await legacyPlatform(service);
    const [browser] = await people(1);
    const old = await legacyAccount(service, here);
    const before = service.sent().length;
    const replies = await race.atOnce(Array.from({ length: 8 }, () => () => atPlatform.link(browser!, here, old)));
    const { 200: joined = 0, "legacy-wait": waiting = 0, ...rest } = tally(replies);
    expect([joined + waiting, joined >= 1, rest]).toEqual([8, true, {}]);
    expect(await linksOf(here.id)).toHaveLength(1);
    expect(await auditOf(old.legacyKey)).toHaveLength(1);
    await service.jobs({ job: "send-messages" });
    expect(service.sent()).toHaveLength(before + 1);
  });

  it("one person claims two old accounts at once: one of them, the other stays open", async () => {
    const here = await legacyPlatform(service);
    const [browser] = await people(1);
    const [one, two] = [await legacyAccount(service, here), await legacyAccount(service, here)];
    const replies = await race.atOnce([one, two].map((old) => () => atPlatform.link(browser!, here, old)));
    expect(tally(replies)).toEqual({ 200: 1, "legacy-has-link": 1 });
    const states = (await rows.all("legacy-accounts"))
      .filter(({ legacyKey }) => [one.legacyKey, two.legacyKey].includes(String(legacyKey)))
      .map(({ state }) => state);
    expect(states.toSorted()).toEqual(["linked", "open"]);
  });

  it("50 wrong passwords at once: five are evaluated (T01)", async () => {
    const everyone = await people(2);
    const old = await legacyAccount(service, platform);
    const guess = { ...old, password: "wrong" };
    const presses = Array.from({ length: 50 }, (_, index) => everyone[index % 2]!);
    const replies = await race.atOnce(presses.map((browser) => () => atPlatform.link(browser, platform, guess)));
    expect(tally(replies)).toEqual({ "legacy-password-wrong": 5, "legacy-wait": 45 });
  });
});
