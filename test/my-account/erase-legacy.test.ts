import { afterEach, describe, expect, it } from "vitest";
import { startProxiedService } from "../faults/proxied-service.ts";
import { rowsBehind } from "../faults/rows.ts";
import { arriving, atPlatform, legacyAccount, legacyPlatform } from "../service/legacy.ts";

const { service, proxy, lane } = await startProxiedService();
const rows = rowsBehind(proxy.behind.dynamodb, service.prefix);
afterEach(() => lane.mend());

const during = "disable-idle";
async function sweep() {
  lane.during = during;
  const done = await service.jobs({ job: "disable-idle" }).catch(() => undefined);
  lane.during = "";
  return done;
}

/** Somebody who joined an old account of a platform that wants to be told, and has closed the new one thirty days ago. */
async function closed() {
  const platform = await legacyPlatform(service, { platform: { eventsUri: "https://nobody.invalid/events" } });
  const old = await legacyAccount(service, platform);
  service.clock.advanceBy({ seconds: 61 });
  const who = await arriving(service);
  expect((await atPlatform.link(who.browser, platform, old)).status).toBe(200);
  const { status } = await who.browser.call("POST /api/my-account/close", { accountName: who.accountName });
  expect(status).toBe(200);
  service.clock.advanceBy({ days: 30 });
  return { ...who, platform, old };
}
const eventsOf = async (userId: string) => (await rows.all("notifications")).filter((row) => row.userId === userId);
const linksOf = async (userId: string) => (await rows.all("consents")).filter((row) => row.userId === userId);

// The proxy takes the last word of a name for the table: `accounts` are the old ones.
const transaction = "dynamodb.TransactWriteItems accounts+consents+notifications";

describe("an account that joined an old one is erased (M82, §5.2)", () => {
  it("its platform is told that they are apart; nobody before, and nobody twice", async () => {
    const { userId, platform, old } = await closed();
    expect((await eventsOf(userId)).map(({ event }) => event)).toEqual(["linked"]);
    expect(await sweep()).toMatchObject({ erased: 1 });
    const apart = (await eventsOf(userId)).filter(({ event }) => event === "unlinked");
    expect(apart).toEqual([
      expect.objectContaining({ clientId: platform.clientId, userId, at: service.clock.now(), attempts: 0 }),
    ]);
    expect(await linksOf(userId)).toEqual([]);
    expect((await rows.all("legacy-accounts")).find(({ legacyKey }) => legacyKey === old.legacyKey)).toMatchObject({
      state: "erased",
    });
    service.clock.advanceBy({ hours: 1 });
    await sweep();
    expect((await eventsOf(userId)).filter(({ event }) => event === "unlinked")).toEqual(apart);
    // What says that they were joined holds no more; what says that they are apart is tried.
    await service.jobs({ job: "send-notifications" });
    expect((await eventsOf(userId)).map(({ event, attempts }) => [event, attempts])).toEqual([["unlinked", 1]]);
  });

  it.each(["before", "after", "crash"] as const)(
    "a run that breaks off there (%s): told once by the next (T45)",
    async (mode) => {
      const { userId } = await closed();
      const armed = lane.fault({ mode, at: transaction, during });
      await sweep();
      expect(armed.struck()).toBeGreaterThan(0);
      lane.mend();
      service.clock.advanceBy({ hours: 1 });
      await sweep();
      expect((await eventsOf(userId)).filter(({ event }) => event === "unlinked")).toHaveLength(1);
      expect(await linksOf(userId)).toEqual([]);
    },
  );
});
