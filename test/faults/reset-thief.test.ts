import { afterEach, describe, expect, it } from "vitest";
import { grantTo, holder, isSignedIn, newPassword, passwordsOf, reset } from "../reset-password/holder.ts";
import type { Browser } from "../service/browser.ts";
import { goodPassword, signIn } from "../service/people.ts";
import { startProxiedService } from "./proxied-service.ts";
import { resetRoute } from "./reset-cells.ts";

/*
 * A thief who knows the old password signs in, from as many computers as it takes, at every moment of the owner's reset. The hold of R2
 * keeps out whoever begins after it, the epoch of R2 ends what was begun before it, and that of R4 whatever came in between.
 */
const { service, lane } = await startProxiedService();
afterEach(() => lane.mend());

const calls = {
  "R2 is written": "dynamodb.TransactWriteItems accounts+audit+flows+logouts+messages",
  "R3 sets the password": "cognito.AdminSetUserPassword",
  "R4 is written": "dynamodb.TransactWriteItems accounts+flows",
};

/** Four computers at once try the old password. */
async function hammer(accountName: string): Promise<Browser[]> {
  const computers = Array.from({ length: 4 }, () => service.browser());
  await Promise.all(computers.map((computer) => signIn(computer, accountName)));
  return computers;
}

const liveAmong = async (computers: readonly Browser[]) =>
  (await Promise.all(computers.map(isSignedIn))).filter(Boolean).length;

describe("a thief with the old password hammers while the owner resets (T17, §5.2 R4)", () => {
  it.each(Object.entries(calls))("just before %s: 0 live sessions after R4", async (_, at) => {
    const { browser, accountName } = await holder(service);
    const thieves: Browser[] = [];
    const act = async () => void thieves.push(...(await hammer(accountName)));
    const armed = lane.fault({ mode: "meanwhile", at, during: resetRoute, act });
    lane.during = resetRoute;
    expect((await reset(browser)).status).toBe(200);
    expect(armed.struck()).toBe(1);
    expect(thieves).toHaveLength(4);
    expect(await liveAmong(thieves)).toBe(0);
    expect((await signIn(service.browser(), accountName, newPassword)).status).toBe(200);
  });

  it("between R2 and R4 nobody gets in at all, not with the new password either", async () => {
    const { browser, accountName } = await holder(service);
    const statuses: number[] = [];
    const act = async () => {
      for (const password of [goodPassword, newPassword])
        statuses.push((await signIn(service.browser(), accountName, password)).status);
    };
    lane.fault({ mode: "meanwhile", at: calls["R4 is written"], during: resetRoute, act });
    lane.during = resetRoute;
    await reset(browser);
    expect(statuses).toEqual([401, 401]);
  });

  it.each(["dynamodb.UpdateItem accounts", "cognito.AdminInitiateAuth", "dynamodb.BatchWriteItem events+sessions"])(
    "a sign-in that was begun before the reset and goes on after it, at %s, is worth nothing",
    async (at) => {
      const { browser, accountName } = await holder(service);
      const thief = service.browser();
      const act = async () => {
        lane.during = resetRoute;
        expect((await reset(browser)).status).toBe(200);
      };
      const armed = lane.fault({ mode: "meanwhile", at, during: "the thief", act });
      lane.during = "the thief";
      await signIn(thief, accountName);
      expect(armed.struck()).toBe(1);
      expect(await isSignedIn(thief)).toBe(false);
    },
  );
});

describe("two resets of one account at once (T19)", () => {
  it("another one that begins and ends between the owner's R2 and R3 wins nothing: its password and its sessions are gone", async () => {
    const { browser: thief, accountName, userId } = await holder(service, "county");
    const owner = await grantTo(service, accountName, service.browser(), "code");
    const thieves: Browser[] = [];
    const act = async () => {
      lane.during = "the other reset";
      expect((await reset(thief, "Thieves-2026-x")).status).toBe(200);
      const computer = service.browser();
      expect((await signIn(computer, accountName, "Thieves-2026-x")).status).toBe(200);
      thieves.push(computer);
    };
    lane.fault({ mode: "meanwhile", at: calls["R3 sets the password"], during: resetRoute, act });
    lane.during = resetRoute;
    expect((await reset(owner)).status).toBe(200);
    expect(thieves).toHaveLength(1);
    expect(await liveAmong(thieves)).toBe(0);
    expect(await passwordsOf(service, userId, ["Thieves-2026-x", newPassword])).toEqual([newPassword]);
  });

  it("an older one that ends while a newer one is between its halves lets nobody in", async () => {
    const { browser: older, accountName } = await holder(service, "code");
    const newer = await grantTo(service, accountName, service.browser(), "code");
    const statuses: number[] = [];
    const knock = async () => {
      for (const password of [goodPassword, newPassword, "Bandicoot-2026-x"])
        statuses.push((await signIn(service.browser(), accountName, password)).status);
    };
    // The newer one's R2 comes before the older one's R4; then the older one ends, and the newer one goes on.
    let endOlder = () => {};
    const olderEnded = new Promise<void>((resolve) => {
      endOlder = resolve;
    });
    let newerEnds: Promise<unknown> = Promise.resolve();
    const startNewer = () =>
      new Promise<void>((begun) => {
        lane.fault({
          mode: "meanwhile",
          at: calls["R3 sets the password"],
          during: "the newer reset",
          act: async () => {
            begun();
            await olderEnded;
            await knock();
          },
        });
        lane.during = "the newer reset";
        newerEnds = reset(newer, "Bandicoot-2026-x");
      });
    lane.fault({ mode: "meanwhile", at: calls["R4 is written"], during: resetRoute, act: startNewer });
    lane.during = resetRoute;
    expect((await reset(older)).status).toBe(200);
    endOlder();
    expect(await newerEnds).toMatchObject({ status: 200 });
    expect(statuses).toEqual([401, 401, 401]);
    expect((await signIn(service.browser(), accountName, "Bandicoot-2026-x")).status).toBe(200);
  });
});
