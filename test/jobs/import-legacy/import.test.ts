import { createHash } from "node:crypto";
import { hash as bcryptHash } from "bcryptjs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Dynamo } from "../../../functions/adapters/dynamo.ts";
import { dynamoLegacyImport } from "../../../functions/adapters/legacy-import.ts";
import { partsOf } from "../../../functions/adapters/parts.ts";
import { systemIds } from "../../../functions/adapters/system.ts";
import type { LegacyImportReport, LegacyImportRow } from "../../../functions/contract/legacy.ts";
import { readSettings } from "../../../functions/contract/settings.ts";
import type { LegacyImported } from "../../../functions/ports/legacy-import.ts";
import { rowsBehind } from "../../faults/rows.ts";
import { arriving, atPlatform, legacyAccountsOf, legacyPlatform, type PlatformOfTest } from "../../service/legacy.ts";
import { allRows } from "../../service/rows.ts";
import { startService } from "../../service/service.ts";

const service = await startService();
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", service.prefix);
const accounts = legacyAccountsOf(service);
let platform: PlatformOfTest;
beforeAll(async () => {
  platform = await legacyPlatform(service, { platform: { id: "ups" } });
});

const md5 = (text: string) => createHash("md5").update(text).digest("hex");
const rowOf = (account: string, more: Partial<LegacyImportRow> = {}): LegacyImportRow => ({
  line: 2,
  account,
  format: "md5",
  hash: md5(`password of ${account}`),
  ...more,
});
const imported = (own: readonly LegacyImportRow[], more: object = {}) =>
  service.jobs({
    job: "import-legacy-accounts",
    platform: "ups",
    operator: "tests",
    rows: own,
    ...more,
  }) as Promise<LegacyImportReport>;
const counts = (more: object) => ({ good: 0, added: 0, changed: 0, same: 0, kept: 0, problems: [], ...more });
const tried = async (account: string, password: string) =>
  (await accounts.try({ platform: "ups", account }, password, false)).outcome;
const records = async () => (await rows.all("audit")).filter(({ event }) => event === "legacy-accounts.imported");
/** Of one millisecond they stand in no order. */
const recordsSince = async (before: readonly { entry?: unknown }[]) =>
  (await records()).filter(({ entry }) => !before.some((one) => one.entry === entry));

describe("the import of a platform's accounts (M82, T25)", () => {
  it("takes them, each with its old password, and importing twice changes nothing at all", async () => {
    const salted = { format: "md5-salt-password", hash: md5("pepper"), salt: "pep" };
    const bcrypt = { format: "bcrypt", hash: await bcryptHash("of a slow one", 4) };
    const own = [rowOf("first"), rowOf("Second", salted), rowOf("third", bcrypt)];
    const before = await records();
    expect(await imported(own)).toEqual(counts({ good: 3, added: 3 }));
    expect(await tried("first", "password of first")).toBe("right");
    expect(await tried("second", "per")).toBe("right");
    expect(await tried("third", "of a slow one")).toBe("right");
    expect(await tried("third", "of a slow two")).toBe("wrong");
    expect(await recordsSince(before)).toEqual([
      expect.objectContaining({ subject: "legacy-platform#ups", by: "tests", added: 3, changed: 0 }),
    ]);
    const stored = await allRows(service.prefix);
    expect(await imported(own)).toEqual(counts({ good: 3, same: 3 }));
    expect(await allRows(service.prefix)).toEqual(stored);
  });

  it("leaves nothing of a row in clear: neither account, address, name and hint, nor a hash that is quick to guess at", async () => {
    const row = rowOf("Clear.Name", { email: "clear@mail.test", name: "王透明", hint: "我的生日" });
    expect(await imported([row])).toEqual(counts({ good: 1, added: 1 }));
    const stored = (await allRows(service.prefix)).join("\n");
    for (const text of ["Clear.Name", "clear.name", "clear@mail.test", "王透明", "我的生日", row.hash])
      expect(stored, text).not.toContain(text);
    expect(stored).not.toContain("$argon2");
  });

  it("changes what is another by now, and drops the mailed password that was for the address before (M85)", async () => {
    await imported([rowOf("changing", { email: "old@mail.test" })]);
    const { browser } = await arriving(service);
    await atPlatform.resetPassword(browser, platform, { account: "changing", email: "old@mail.test" });
    service.clock.advanceBy({ seconds: 2 });
    await service.jobs({ job: "send-messages" });
    const [, mailed = ""] = /^\s*([346-9A-Z]{10})\s*$/m.exec(service.sent("old@mail.test")[0]?.text ?? "") ?? [];
    const triedMailed = async () =>
      (await accounts.try({ platform: "ups", account: "changing" }, mailed, true)).outcome;
    expect(await triedMailed()).toBe("right");
    const now = rowOf("changing", { email: "new@mail.test", hash: md5("another") });
    expect(await imported([now])).toEqual(counts({ good: 1, changed: 1 }));
    expect(await tried("changing", "password of changing")).toBe("wrong");
    expect(await tried("changing", "another")).toBe("right");
    expect(await triedMailed()).toBe("wrong");
  });

  it("never touches what somebody joined: not the hash, not the link (T43)", async () => {
    const { browser } = await arriving(service);
    await imported([rowOf("joined")]);
    const joined = { account: "joined", password: "password of joined" };
    expect((await atPlatform.link(browser, platform, joined)).status).toBe(200);
    const before = (await rows.all("legacy-accounts")).find(({ linkedTo }) => linkedTo !== undefined);
    expect(await imported([rowOf("joined")])).toEqual(counts({ good: 1, same: 1 }));
    expect(await imported([rowOf("joined", { hash: md5("thief") })])).toEqual(counts({ good: 1, kept: 1 }));
    expect((await rows.all("legacy-accounts")).find(({ linkedTo }) => linkedTo !== undefined)).toEqual(before);
  });

  it("goes on where it was broken off, and two imports of one file at once are one", async () => {
    const own = Array.from({ length: 16 }, (_, number) => rowOf(`many-${number}`));
    await imported(own.slice(0, 5));
    expect(await imported(own.slice(0, 8))).toEqual(counts({ good: 8, added: 3, same: 5 }));
    await Promise.all([imported(own), imported(own)]);
    expect(await imported(own)).toEqual(counts({ good: 16, same: 16 }));
    expect(await tried("many-15", "password of many-15")).toBe("right");
  });

  it("reports what is wrong by line and field, takes the others, and keeps no value in the report", async () => {
    const own = [
      rowOf("good one", { line: 2 }),
      rowOf("bad", { line: 3, hash: "plain password" }),
      rowOf("GOOD ONE", { line: 4 }),
      rowOf("costly", { line: 5, format: "bcrypt", hash: `$2b$20$${"a".repeat(53)}` }),
    ];
    const report = await imported(own);
    expect(report).toEqual(
      counts({
        good: 1,
        added: 1,
        problems: [
          { line: 3, field: "hash", reason: "hash", left: "row" },
          { line: 4, field: "account", reason: "repeated", left: "row" },
          { line: 5, field: "hash", reason: "cost", left: "row" },
        ],
      }),
    );
    expect(JSON.stringify(report)).not.toContain("plain password");
  });

  it("only looks when it is a dry run; a platform that nobody registered, and more rows than it takes, are refused", async () => {
    const stored = await allRows(service.prefix);
    expect(await imported([rowOf("dry"), rowOf("")], { dryRun: true })).toEqual(
      counts({ good: 1, problems: [{ line: 2, field: "account", reason: "missing", left: "row" }] }),
    );
    expect(await imported([rowOf("dry")], { platform: "nobody" })).toEqual({
      refused: "unknown-platform",
      platforms: ["ups"],
    });
    await expect(imported(Array.from({ length: 501 }, (_, number) => rowOf(`x${number}`)))).rejects.toThrow();
    expect(await allRows(service.prefix)).toEqual(stored);
  });
});

describe("the writes of an import (T45)", () => {
  const parts = () =>
    partsOf(readSettings(service.environment), { environment: {}, clock: service.clock, ids: systemIds });
  const account = (id: string, more: Partial<LegacyImported> = {}): LegacyImported => ({
    platform: "ups",
    account: id,
    shownAccount: id,
    format: "md5",
    hash: md5(id),
    ...more,
  });
  const by = { platform: "ups", operator: "tests" };
  const cheap = { memory: 64, passes: 1, parallelism: 1 };

  it("that arrive twice, since the answer to the first was lost, are told as what they did", async () => {
    const inner = parts().dynamo;
    const send = async (command: never) => {
      await inner.send(command);
      return inner.send(command);
    };
    const twice: Dynamo = { ...inner, send: send as never };
    const store = dynamoLegacyImport({ ...parts(), dynamo: twice, slowCost: cheap });
    expect(await store.put([account("lost")], by)).toEqual(["added"]);
    expect(await store.put([account("lost", { hint: "x" })], by)).toEqual(["changed"]);
    expect(await store.put([account("lost", { hint: "x" })], by)).toEqual(["same"]);
  });

  it("keep what was joined between the look and the write", async () => {
    const { browser } = await arriving(service);
    const other = await legacyPlatform(service, { platform: { id: "ups" } });
    await imported([rowOf("in between")]);
    const inner = parts().dynamo;
    const batchGet: Dynamo["batchGet"] = async (keys) => {
      const seen = await inner.batchGet(keys);
      const pair = { account: "in between", password: "password of in between" };
      expect((await atPlatform.link(browser, other, pair)).status).toBe(200);
      return seen;
    };
    const store = dynamoLegacyImport({ ...parts(), dynamo: { ...inner, batchGet }, slowCost: cheap });
    expect(await store.put([account("in between")], by)).toEqual(["kept"]);
  });

  it("are recorded before the first: one that fails leaves a record that says what it was about to do", async () => {
    const before = await records();
    const inner = parts().dynamo;
    const send = async (command: { input: { TableName: string } }) => {
      if (command.input.TableName.endsWith("legacy-accounts")) throw new Error("the store is gone");
      return inner.send(command as never);
    };
    const store = dynamoLegacyImport({ ...parts(), dynamo: { ...inner, send: send as never }, slowCost: cheap });
    await expect(store.put([account("never")], by)).rejects.toThrow("the store is gone");
    expect(await recordsSince(before)).toEqual([expect.objectContaining({ added: 1, changed: 0, by: "tests" })]);
  });
});

describe("taking an old account off again, for the help desk (M82)", () => {
  const unlink = (account: string, reason = "case 1") =>
    service.jobs({ job: "unlink-legacy-account", platform: "ups", account, operator: "desk", reason });

  it("makes it free for who has its password, with a record of who and why; the platform is told once", async () => {
    const [one, other] = [await arriving(service), await arriving(service)];
    const told = await legacyPlatform(service, {
      platform: { id: "ups", eventsUri: "https://nobody.invalid/events" },
    });
    await imported([rowOf("Unlinked")]);
    const pair = { account: "Unlinked", password: "password of Unlinked" };
    expect((await atPlatform.link(one.browser, told, pair)).status).toBe(200);
    expect((await atPlatform.link(other.browser, told, pair)).status).toBe(409);
    expect(await unlink(" UNLINKED ")).toEqual({ unlinked: true });
    const record = (await rows.all("audit")).filter(({ event }) => event === "legacy-account.unlinked");
    expect(record).toEqual([expect.objectContaining({ subject: one.userId, by: "desk", reason: "case 1" })]);
    const events = (await rows.all("notifications")).filter(({ event }) => event === "unlinked");
    expect(events).toEqual([expect.objectContaining({ clientId: told.clientId, userId: one.userId })]);
    expect((await atPlatform.link(other.browser, told, pair)).status).toBe(200);
  });

  it("says so where nobody has joined it, or there is none", async () => {
    await imported([rowOf("never joined")]);
    expect(await unlink("never joined")).toEqual({ unlinked: false });
    expect(await unlink("nobody")).toEqual({ unlinked: false });
    await expect(unlink("never joined", "")).rejects.toThrow();
  });
});
