import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { dynamoLegacyAccounts } from "../../functions/adapters/legacy-accounts.ts";
import { partsOf } from "../../functions/adapters/parts.ts";
import { systemIds } from "../../functions/adapters/system.ts";
import { readSettings } from "../../functions/contract/settings.ts";
import { startProxiedService } from "../faults/proxied-service.ts";
import { rowsBehind } from "../faults/rows.ts";
import { arriving, atPlatform, legacyAccountsOf, legacyPlatform, oldSignIn } from "../service/legacy.ts";

const { service, proxy, lane } = await startProxiedService();
const rows = rowsBehind(proxy.behind.dynamodb, service.prefix);
const accounts = legacyAccountsOf(service);
const platform = await legacyPlatform(service);
const md5 = (text: string) => createHash("md5").update(text).digest("hex");
const email = "gone@old.test";
const imported = (account: string, more: object = {}) =>
  service.jobs({
    job: "import-legacy-accounts",
    platform: platform.id,
    operator: "tests",
    rows: [{ line: 2, account, format: "md5", hash: md5("old"), email, ...more }],
  });

/** Somebody joined an old account, closed theirs, and was erased. */
async function erased() {
  const account = `Gone.${service.random(4)}`;
  await imported(account);
  const { browser, userId } = await arriving(service);
  const old = { account, password: "old" };
  expect((await atPlatform.link(browser, platform, old)).status).toBe(200);
  await accounts.eraseOf(userId, async () => () => []);
  return { ...old, id: { platform: platform.id, account: account.toLowerCase() }, userId };
}

describe("an old account whose person was erased", () => {
  it("is not made again by a later import, of the same file or of another one: only that it was stays, by its key", async () => {
    const old = await erased();
    const before = await rows.all("legacy-accounts");
    expect(before.filter(({ state }) => state === "erased")).toEqual([
      { legacyKey: expect.stringContaining(`${platform.id}#`), state: "erased" },
    ]);
    for (const more of [{}, { hash: md5("another"), hint: "x" }, { account: old.account.toUpperCase() }])
      expect(await imported(old.account, more)).toMatchObject({ good: 1, added: 0, changed: 0, same: 0, kept: 1 });
    expect(await rows.all("legacy-accounts")).toEqual(before);
    await accounts.eraseOf(old.userId, async () => () => []);
    expect(await rows.all("legacy-accounts")).toEqual(before);
  });

  it("is nobody's at every door, and for the help desk too", async () => {
    const old = await erased();
    const { browser } = await arriving(service);
    const code = async (reply: Promise<{ body: { code?: string } }>) => (await reply).body.code;
    expect(await code(atPlatform.link(browser, platform, old))).toBe("legacy-password-wrong");
    expect(await code(oldSignIn(service, platform, old))).toBe("legacy-password-wrong");
    expect(await accounts.findByEmail(old.id, email)).toBeUndefined();
    expect(await accounts.unlink(old.id, { operator: "desk", reason: "x" }, () => [])).toBeUndefined();
  });

  it("erased between the look and the try, nobody's as well", async () => {
    const account = `between-${service.random(4)}`;
    await imported(account);
    const { browser, userId } = await arriving(service);
    await atPlatform.link(browser, platform, { account, password: "old" });
    const parts = partsOf(readSettings(service.environment), {
      environment: {},
      clock: service.clock,
      ids: systemIds,
    });
    const batchGet: typeof parts.dynamo.batchGet = async (keys) => {
      const seen = await parts.dynamo.batchGet(keys);
      await accounts.eraseOf(userId, async () => () => []);
      return seen;
    };
    const looking = dynamoLegacyAccounts({ ...parts, dynamo: { ...parts.dynamo, batchGet } });
    const id = { platform: platform.id, account };
    expect(await looking.try(id, "old", false)).toEqual({ outcome: "wrong" });
    expect(await accounts.try(id, "old", false)).toEqual({ outcome: "wrong" });
  });

  it("guessing it takes as many calls as guessing one of nobody, and waits as long (T01, T04)", async () => {
    const [old, nobody] = [await erased(), { account: `nobody-${service.random()}`, password: "x" }];
    const seen = [];
    for (const guess of [old, nobody]) {
      const { browser } = await arriving(service);
      const replies = [];
      lane.mend();
      for (let tries = 0; tries < 6; tries += 1) {
        const { body } = await atPlatform.link(browser, platform, { account: guess.account, password: "x" });
        replies.push([body.code, body.retryAfter]);
      }
      seen.push({ replies, calls: lane.names() });
    }
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[0]?.replies.at(-1)).toEqual(["legacy-wait", 30]);
  });
});
