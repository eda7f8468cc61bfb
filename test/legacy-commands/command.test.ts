import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readArguments } from "../../lib/legacy-commands/arguments.ts";
import { runOver } from "../../lib/legacy-commands/run.ts";
import { temporaryFolder } from "../local/temporary-folder.ts";
import { arriving, atPlatform, legacyAccountsOf, legacyPlatform, type PlatformOfTest } from "../service/legacy.ts";
import { allRows } from "../service/rows.ts";
import { startService } from "../service/service.ts";

const service = await startService();
const folder = temporaryFolder();
let platform: PlatformOfTest;
beforeAll(async () => {
  platform = await legacyPlatform(service, { platform: { id: "ups" } });
});

/** `npm run legacy` in a process of its own, over the service's data. */
async function command(typed: readonly string[], environment: NodeJS.ProcessEnv = process.env) {
  const child = spawn(process.execPath, ["bin/legacy.ts", ...typed], { env: environment, stdio: "pipe" });
  const said = { out: "", err: "" };
  child.stdout.on("data", (text) => (said.out += text));
  child.stderr.on("data", (text) => (said.err += text));
  const [code] = await once(child, "close");
  return { code, ...said };
}

const md5 = (text: string) => createHash("md5").update(text).digest("hex");
const lineOf = (account: string, more = ",,") => `${account},md5,${md5(`of ${account}`)},${more}`;
function fileOf(lines: readonly string[], name = "accounts.csv"): string {
  const file = join(folder, name);
  writeFileSync(file, ["account,format,hash,email,name,hint", ...lines, ""].join("\r\n"));
  return file;
}
const to = ["--platform", "ups"];

describe("npm run legacy -- import", () => {
  it("imports a file; again it changes nothing at all", async () => {
    const file = fileOf([lineOf("first"), lineOf("second", "s@mail.test,王小明,狗")]);
    const { code, out, err } = await command(["import", file, ...to]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toBe("2 / 2  新增 added 2  更新 changed 0  相同 same 0  已合併 joined already 0  未匯入 left out 0\n");
    const found = await legacyAccountsOf(service).try({ platform: "ups", account: "second" }, "of second", false);
    expect(found).toMatchObject({ outcome: "right", account: { name: "王小明", hint: "狗" } });
    const stored = await allRows(service.prefix);
    const again = await command(["import", file, ...to]);
    expect([again.code, again.out]).toEqual([0, expect.stringContaining("新增 added 0  更新 changed 0  相同 same 2")]);
    expect(await allRows(service.prefix)).toEqual(stored);
  });

  it("says what is wrong by line, in a report that a spreadsheet takes for text and only this user reads (T25)", async () => {
    const report = join(folder, "report.csv");
    const lines = [lineOf("=1+1"), "bad,md5,=cmd()", lineOf("mailless", "=x,,"), lineOf("=1+1"), '"open,md5,x,,,'];
    const { code, out, err } = await command(["import", fileOf(lines), ...to, "--report", report]);
    expect(code).toBe(1);
    expect(out).toContain("5 / 5  新增 added 2 ");
    expect(out).toContain("未匯入 left out 3");
    const written = readFileSync(report, "utf8");
    expect(statSync(report).mode & 0o777).toBe(0o600);
    expect(written).toBe(
      [
        "\uFEFF列 line,欄位 field,代碼 code,處理 outcome,說明,reason",
        "3,,column-count,整列未匯入 row left out,這一列的欄數與標題列不同,This row does not have as many columns as the heading",
        "4,email,email,此欄未匯入 field left out,電子郵件格式不正確,The e-mail address is not one",
        "5,account,repeated,整列未匯入 row left out,同一帳號在前面的列已出現,An earlier row has the same account",
        "6,,broken-row,整列未匯入 row left out,這一列的引號不成對，無法讀取,The quotation marks of this row do not match",
        "",
      ].join("\r\n"),
    );
    expect(err).toContain("第 4 列 / line 4, email: 電子郵件格式不正確");
    expect(written + err).not.toMatch(/cmd|=1/);
  });

  it("--dry-run checks and writes nothing", async () => {
    const stored = await allRows(service.prefix);
    const { code, out } = await command(["import", fileOf([lineOf("dry"), ",md5,x,,,"]), ...to, "--dry-run"]);
    expect([code, out]).toEqual([1, "只檢查，沒有寫入：可匯入 1，不可 1 / Checked and not written: 1 good, 1 not\n"]);
    expect(await allRows(service.prefix)).toEqual(stored);
  });

  it.each([
    [[], 2, "用法 / Usage"],
    [["import"], 2, "用法 / Usage"],
    [["import", "none.csv"], 2, "用法 / Usage"],
    [["import", "none.csv", ...to], 1, "讀不到檔案 / The file cannot be read: ENOENT"],
    [["unlink", ...to, "--account", "x"], 2, "用法 / Usage"],
    [["unlink", ...to, "--account", "nobody", "--reason", "case 1"], 1, "There is no such account"],
  ])("%j: exit code %i, and says what to do", async (typed, expected, words) => {
    const { code, out, err } = await command(typed);
    expect([code, out]).toEqual([expected, ""]);
    expect(err).toContain(words);
  });

  it("a platform that nobody registered is refused, with those that there are", async () => {
    const { code, err } = await command(["import", fileOf([lineOf("x")]), "--platform", "nobody"]);
    expect(code).toBe(1);
    expect(err).toContain("No application is registered as the platform nobody（有 / there are: ups）");
  });

  it("says so where there is no data, and makes none", async () => {
    const DATA_DIR = join(folder, "nothing");
    const typed = ["import", fileOf([lineOf("x")]), ...to];
    const { code, err } = await command(typed, { PATH: process.env.PATH, DATA_DIR });
    expect(code).toBe(1);
    expect(err).toMatch(/^There is no data in .*: set DATA_DIR/);
  });
});

describe("npm run legacy -- unlink", () => {
  it("takes an old account off the person who joined it", async () => {
    await command(["import", fileOf([lineOf("joined")]), ...to]);
    const { browser } = await arriving(service);
    const pair = { account: "joined", password: "of joined" };
    expect((await atPlatform.link(browser, platform, pair)).status).toBe(200);
    const { code, out } = await command(["unlink", ...to, "--account", "joined", "--reason", "case 7"]);
    expect([code, out]).toEqual([0, "已解除合併，並通知平台 / Taken off, and the platform is told\n"]);
    expect((await allRows(service.prefix)).join()).toContain("case 7");
  });

  it("--password-leaked: the old password joins nothing any more (T43)", async () => {
    await command(["import", fileOf([lineOf("leaked")]), ...to]);
    const { browser } = await arriving(service);
    const pair = { account: "leaked", password: "of leaked" };
    expect((await atPlatform.link(browser, platform, pair)).status).toBe(200);
    const typed = ["unlink", ...to, "--account", "leaked", "--reason", "case 8", "--password-leaked"];
    expect((await command(typed)).code).toBe(0);
    expect((await atPlatform.link(browser, platform, pair)).body.code).toBe("legacy-password-wrong");
  });

  it("--registered lets who said that they had no old account be asked again (M83)", async () => {
    const { browser, accountName } = await arriving(service);
    expect((await atPlatform.register(browser, platform)).status).toBe(200);
    const typed = ["unlink", ...to, "--registered", `${accountName}@account.test`, "--reason", "case 9"];
    const { code, out } = await command(typed);
    expect([code, out]).toEqual([0, expect.stringContaining("the person is asked again at the next sign-in")]);
    expect((await atPlatform.show(browser, platform)).body.state).toBe("open");
    const again = await command(typed);
    expect([again.code, again.err]).toEqual([1, expect.stringContaining("did not come to the platform that way")]);
  });
});

describe("many rows", () => {
  const say = { said: [] as string[], remarked: [] as string[] };
  const terminal = { say: (line: string) => say.said.push(line), remark: (line: string) => say.remarked.push(line) };
  const many = (count: number) =>
    fileOf(
      Array.from({ length: count }, (_, index) => lineOf(`m${index}`)),
      "many.csv",
    );
  const importing = (file: string) =>
    ({ verb: "import", platform: "ups", by: "tests", file, encoding: "utf-8", dryRun: false }) as const;

  it("go to the job five hundred at a time, with what it has come to; rows of one account are found wherever they stand", async () => {
    const file = many(12_000);
    writeFileSync(file, `${lineOf("M0")}\r\n`, { flag: "a" });
    const sizes: number[] = [];
    const jobs = async (event: unknown) => {
      const { rows } = event as { rows: readonly unknown[] };
      sizes.push(rows.length);
      return { good: rows.length, problems: [], added: rows.length, changed: 0, same: 0, kept: 0 };
    };
    expect(await runOver(importing(file), jobs, terminal)).toBe(1);
    expect(new Set(sizes)).toEqual(new Set([500]));
    expect(say.remarked).toEqual([
      expect.stringMatching(/^5,000 \/ 12,001 {2}新增 added 5,000/),
      expect.stringMatching(/^10,000 \/ 12,001 {2}/),
      expect.stringContaining("第 12002 列 / line 12002, account: 同一帳號在前面的列已出現"),
    ]);
    expect(say.said.at(-1)).toMatch(/^12,001 \/ 12,001 {2}新增 added 12,000 .* 未匯入 left out 1$/);
  });

  it("that stop say where, and what was done until then", async () => {
    let calls = 0;
    const jobs = async () => {
      calls += 1;
      if (calls === 3) throw new Error("the store is busy");
      return { good: 500, problems: [], added: 500, changed: 0, same: 0, kept: 0 };
    };
    expect(await runOver(importing(many(2_000)), jobs, terminal)).toBe(1);
    expect(say.said.at(-1)).toMatch(/^1,000 \/ 2,000 {2}新增 added 1,000/);
    expect(say.remarked.at(-1)).toMatch(/Stopped at line 1002: run it again and it goes on: the store is busy$/);
  });
});

describe("--stage, by the AWS CLI", () => {
  /** What the CLI does for us: it reads the event from its standard input and calls the function; here the test's own. */
  function cliThat(script: string): NodeJS.ProcessEnv {
    const bin = join(folder, "bin");
    mkdirSync(bin, { recursive: true });
    writeFileSync(join(bin, "aws"), `#!${process.execPath}\n${script}\n`);
    chmodSync(join(bin, "aws"), 0o755);
    return { PATH: bin, STAGED: join(folder, "staged.json") };
  }
  const typed = ["import", fileOf([lineOf("staged")], "staged.csv"), ...to, "--stage", "dev", "--by", "case 9"];

  it("asks the function of that stage; the event passes through a pipe", async () => {
    const answers = `
      const { readFileSync, writeFileSync } = require("node:fs");
      const typed = process.argv.slice(2);
      const event = JSON.parse(readFileSync(0, "utf8"));
      writeFileSync(process.env.STAGED, JSON.stringify({ typed, event }));
      const report = { good: 1, problems: [], added: 1, changed: 0, same: 0, kept: 0 };
      writeFileSync(typed.at(-1), JSON.stringify(report));
      console.log(JSON.stringify({ StatusCode: 200 }));`;
    const { code, out } = await command(typed, cliThat(answers));
    expect([code, out]).toEqual([0, expect.stringContaining("1 / 1  新增 added 1")]);
    const { typed: given, event } = JSON.parse(readFileSync(join(folder, "staged.json"), "utf8"));
    expect(given.slice(0, 2)).toEqual(["lambda", "invoke"]);
    expect(given.join(" ")).toContain("--function-name educloud-account-dev-jobs --payload fileb:///dev/stdin");
    expect(event).toMatchObject({ job: "import-legacy-accounts", platform: "ups", operator: "case 9" });
    expect(event.rows).toEqual([expect.objectContaining({ line: 2, account: "staged" })]);
  });

  it("a function that fails, a CLI that says no and one that is not there are told", async () => {
    const failing = `
      require("node:fs").readFileSync(0);
      require("node:fs").writeFileSync(process.argv.at(-1), '{"errorType":"ThrottlingException","errorMessage":"slow down"}');
      console.log('{"StatusCode":200,"FunctionError":"Unhandled"}');`;
    const failed = await command(typed, cliThat(failing));
    expect(failed.code).toBe(1);
    expect(failed.err).toContain(
      "Stopped at line 2: run it again and it goes on: the function failed: ThrottlingException slow down",
    );
    const refusing = await command(typed, cliThat("console.error('no credentials'); process.exit(253)"));
    expect([refusing.code, refusing.err]).toEqual([1, expect.stringContaining("aws lambda invoke ended with 253")]);
    const none = await command(typed, { PATH: join(folder, "no-bin") });
    expect([none.code, none.err]).toEqual([1, expect.stringContaining("The AWS CLI (aws) cannot be started")]);
  });
});

describe("what is typed", () => {
  it("is one verb and what it needs", () => {
    const read = { verb: "import", platform: "ups", by: "legacy command", file: "a.csv", encoding: "utf-8" };
    expect(readArguments(["import", "a.csv", ...to])).toEqual({ ...read, dryRun: false });
    const more = ["--encoding", "big5", "--dry-run", "--report", "r.csv", "--stage", "prod", "--by", "case 3"];
    expect(readArguments(["import", "a.csv", ...to, ...more])).toEqual({
      ...{ ...read, encoding: "big5", by: "case 3" },
      ...{ dryRun: true, report: "r.csv", stage: "prod" },
    });
    const desk = { verb: "unlink", platform: "ups", by: "legacy command", reason: "y" };
    const given = ["unlink", ...to, "--reason", "y"];
    const leaked = [...given, "--account", "x", "--password-leaked"];
    expect(readArguments([...given, "--account", "x"])).toEqual({
      ...desk,
      of: { account: "x", passwordLeaked: false },
    });
    expect(readArguments(leaked)).toEqual({ ...desk, of: { account: "x", passwordLeaked: true } });
    expect(readArguments([...given, "--registered", "x"])).toEqual({ ...desk, of: { registered: "x" } });
    for (const wrong of [
      given,
      [...given, "--account", "x", "--registered", "x"],
      [...given, "--registered", "x", "--password-leaked"],
      ["import", "a.csv", ...to, "--password-leaked"],
      ["import", "a.csv", ...to, "--registered", "x"],
      ["import", "a.csv", "b.csv", ...to],
      ["import", "a.csv", ...to, "--encoding", "utf-16"],
      ["import", "a.csv", ...to, "--reason", "x"],
      ["import", "a.csv", "--platform", "UPS"],
      ["import", "a.csv", ...to, "--stage", "../prod"],
      ["unlink", ...to, "--account", "x", "--reason", "y", "--dry-run"],
      ["show", ...to],
    ])
      expect(readArguments(wrong), wrong.join(" ")).toBeUndefined();
  });
});
