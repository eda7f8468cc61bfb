import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { LegacyImportReport } from "../../../functions/contract/legacy.ts";
import { rowsBehind } from "../../faults/rows.ts";
import {
  arriving,
  atPlatform,
  legacyAccountsOf,
  legacyPlatform,
  oldSignIn,
  type PlatformOfTest,
} from "../../service/legacy.ts";
import { startService } from "../../service/service.ts";

const service = await startService();
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", service.prefix);
const accounts = legacyAccountsOf(service);
let platform: PlatformOfTest;
beforeAll(async () => {
  platform = await legacyPlatform(service, { platform: { id: "ups" } });
});

const md5 = (text: string) => createHash("md5").update(text).digest("hex");
const rowOf = (account: string, more: object = {}) => ({
  line: 7,
  account,
  format: "md5",
  hash: md5(`password of ${account}`),
  ...more,
});
const imported = (...own: object[]) =>
  service.jobs({
    job: "import-legacy-accounts",
    platform: "ups",
    operator: "tests",
    rows: own,
  }) as Promise<LegacyImportReport>;
const reported = [{ line: 7, field: "account", reason: "other-spelling", left: "row" }];
const tried = async (account: string, password: string) =>
  (await accounts.try({ platform: "ups", account }, password, false)).outcome;

describe("two files whose accounts differ in letter case only (T25)", () => {
  it("the second is reported by line and changes nothing: it may be another person", async () => {
    await imported(rowOf("Mei.Lin"));
    const stored = await rows.all("legacy-accounts");
    const report = await imported(rowOf("mei.lin"), rowOf("somebody.else", { line: 8 }));
    expect(report).toEqual({ good: 1, added: 1, changed: 0, same: 0, kept: 0, problems: reported });
    expect(await tried("mei.lin", "password of Mei.Lin")).toBe("right");
    expect(await tried("mei.lin", "password of mei.lin")).toBe("wrong");
    const before = stored.find(({ digest }) => digest !== undefined);
    expect(await rows.all("legacy-accounts")).toContainEqual(
      expect.objectContaining({ digest: before?.digest, account: before?.account, hash: before?.hash }),
    );
  });

  it("so is one whose account somebody has joined by then", async () => {
    await imported(rowOf("Joined.One"));
    const { browser } = await arriving(service);
    const pair = { account: "joined.one", password: "password of Joined.One" };
    expect((await atPlatform.link(browser, platform, pair)).status).toBe(200);
    expect(await imported(rowOf("JOINED.ONE"))).toMatchObject({ good: 0, kept: 0, problems: reported });
    expect(await imported(rowOf("Joined.One", { hint: "x" }))).toMatchObject({ good: 1, kept: 1, problems: [] });
  });

  it("of two at once one is taken and the other reported", async () => {
    const reports = await Promise.all([imported(rowOf("At.Once")), imported(rowOf("AT.ONCE"))]);
    expect(reports.map(({ refused, ...report }) => ("added" in report ? report.added : refused)).toSorted()).toEqual([
      0, 1,
    ]);
    expect(reports.flatMap((report) => ("problems" in report ? report.problems : []))).toEqual(reported);
  });
});

describe("an account that an import changes", () => {
  it("has neither mailed password nor the count of those that were mailed: both were for the address before (M85, T13)", async () => {
    await imported(rowOf("counted", { email: "old@mail.test" }));
    const { browser } = await arriving(service);
    await atPlatform.resetPassword(browser, platform, { account: "counted", email: "old@mail.test" });
    expect((await rows.all("legacy-accounts")).filter((row) => "mailed" in row && "oneUse" in row)).toHaveLength(1);
    expect(await imported(rowOf("counted", { email: "new@mail.test" }))).toMatchObject({ changed: 1 });
    expect((await rows.all("legacy-accounts")).filter((row) => "mailed" in row || "oneUse" in row)).toEqual([]);
  });

  it("whose password leaked is not opened by what the platform brings of it again (T43)", async () => {
    await imported(rowOf("leaked", { email: "leaked@mail.test" }));
    const { browser } = await arriving(service);
    const pair = { account: "leaked", password: "password of leaked" };
    await atPlatform.link(browser, platform, pair);
    await service.jobs({
      job: "unlink-legacy-account",
      platform: "ups",
      account: "leaked",
      operator: "desk",
      reason: "case 2",
      passwordLeaked: true,
    });
    expect(await imported(rowOf("leaked", { hint: "x" }))).toMatchObject({ changed: 1 });
    expect((await oldSignIn(service, platform, pair)).body.code).toBe("legacy-password-wrong");
  });
});
