import { describe, expect, it } from "vitest";
import { legacyAccountOf } from "../../functions/person/legacy-account.ts";
import { rowsBehind } from "../faults/rows.ts";
import { arriving, atPlatform, legacyAccount, legacyAccountsOf, legacyPlatform, oldSignIn } from "../service/legacy.ts";
import { startService } from "../service/service.ts";

const service = await startService();
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", service.prefix);
const accounts = legacyAccountsOf(service);
const platform = await legacyPlatform(service);
const rowOf = async ({ legacyKey }: { legacyKey: string }) =>
  (await rows.all("legacy-accounts")).find((row) => row.legacyKey === legacyKey);
const idOf = ({ account }: { account: string }) => ({ platform: platform.id, account: legacyAccountOf(account) });
const desk = { operator: "desk-7", reason: "合併到別人的帳號" };

describe("the help desk takes an old account apart (issue of M82, T43)", () => {
  it("old → open with its own password, the person has not come, one audit record with who and why, one event; the second time nothing", async () => {
    const { browser, userId } = await arriving(service);
    const old = await legacyAccount(service, platform);
    await atPlatform.link(browser, platform, old);
    const told: unknown[] = [];
    const event = (whose: string, legacyAccount: string) => {
      told.push([whose, legacyAccount]);
      const notificationId = `${service.random()}~${platform.clientId}`;
      const { clientId } = platform;
      return [
        { notificationId, clientId, userId: whose, event: "unlinked", legacyAccount, at: service.clock.now() } as const,
      ];
    };
    expect(await accounts.unlink(idOf(old), desk, event)).toBe(userId);
    expect(told).toEqual([[userId, old.account]]);
    expect(await rowOf(old)).not.toHaveProperty("linkedTo");
    expect((await atPlatform.show(browser, platform)).body.state).toBe("open");
    expect((await oldSignIn(service, platform, old)).status).toBe(200);
    const audit = (await rows.all("audit")).filter(({ event: kind }) => kind === "legacy-account.unlinked");
    expect(audit).toMatchObject([{ subject: userId, by: desk.operator, reason: desk.reason, platform: platform.id }]);
    expect((await rows.all("notifications")).filter(({ event: kind }) => kind === "unlinked")).toHaveLength(1);
    expect(await accounts.unlink(idOf(old), desk, event)).toBeUndefined();
    expect(await accounts.unlink(idOf({ account: "nobody" }), desk, event)).toBeUndefined();
    const rightful = await arriving(service);
    expect((await atPlatform.link(rightful.browser, platform, old)).status).toBe(200);
  });

  it("nobody else: no route takes one apart", async () => {
    const { routes } = await import("../../functions/contract/routes.ts");
    expect(Object.keys(routes).filter((key) => /unlink/.test(key))).toEqual([]);
  });
});

describe("a closed account is erased", () => {
  it("all of the old accounts it joined but their keys goes with it, those of others stay; twice is no error", async () => {
    const [leaving, other] = [await arriving(service), await arriving(service)];
    const elsewhere = await legacyPlatform(service);
    const [one, two, kept] = [
      await legacyAccount(service, platform),
      await legacyAccount(service, elsewhere),
      await legacyAccount(service, platform),
    ];
    await atPlatform.link(leaving.browser, platform, one);
    await atPlatform.link(leaving.browser, elsewhere, two);
    await atPlatform.link(other.browser, platform, kept);
    await accounts.eraseOf(leaving.userId, async () => () => []);
    await accounts.eraseOf(leaving.userId, async () => () => []);
    const [erasedOne, erasedTwo] = [one, two].map(({ legacyKey }) => ({ legacyKey, state: "erased" }));
    expect([await rowOf(one), await rowOf(two)]).toEqual([erasedOne, erasedTwo]);
    expect(await rowOf(kept)).toMatchObject({ linkedTo: other.userId });
  });
});

describe("what changed between password and joining (T43)", () => {
  it("another import of the account: busy, and nothing is joined", async () => {
    const { browser, userId } = await arriving(service);
    const old = await legacyAccount(service, platform);
    const tried = await accounts.try(idOf(old), old.password, true);
    if (tried.outcome !== "right") throw new Error(tried.outcome);
    await legacyAccount(service, platform, { shownAccount: old.account, email: "new@old.test" });
    await expect(accounts.link(tried.account, { userId, epoch: 0 }, [], [])).rejects.toThrow(
      "changed while it was joined",
    );
    expect((await atPlatform.show(browser, platform)).body.state).toBe("open");
  });

  it("a session whose account was taken back meanwhile joins nothing (I7)", async () => {
    const { userId } = await arriving(service);
    const old = await legacyAccount(service, platform);
    const tried = await accounts.try(idOf(old), old.password, true);
    if (tried.outcome !== "right") throw new Error(tried.outcome);
    expect(await accounts.link(tried.account, { userId, epoch: 7 }, [], [])).toBe("ended");
    expect(await accounts.register(platform.id, { userId, epoch: 7 }, { phone: "05-2720411" })).toBe("ended");
    expect(await rowOf(old)).toMatchObject({ state: "open" });
  });
});
