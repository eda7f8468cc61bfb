import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readArguments } from "../../lib/roster-commands/arguments.ts";
import { csvOf, tableOf } from "../../lib/roster-commands/report.ts";
import { rowsBehind } from "../faults/rows.ts";
import { temporaryFolder } from "../local/temporary-folder.ts";
import { changeAccount, userIdOf } from "../reset-password/holder.ts";
import { withAccount } from "../service/people.ts";
import { allRows } from "../service/rows.ts";
import { startService } from "../service/service.ts";
import { importPlaces, registeredAs, rosterPerson } from "./class.ts";
import { tryDefault } from "./issued.ts";

const service = await startService();
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", service.prefix);
const folder = temporaryFolder();

/** `npm run roster` in a process of its own, over the service's data. */
async function command(typed: readonly string[], environment: NodeJS.ProcessEnv = process.env) {
  const child = spawn(process.execPath, ["bin/roster.ts", ...typed], { env: environment, stdio: "pipe" });
  const said = { out: "", err: "" };
  child.stdout.on("data", (text) => (said.out += text));
  child.stderr.on("data", (text) => (said.err += text));
  const [code] = await once(child, "close");
  return { code, ...said };
}

const classOptions = ["--school", "383601", "--level", "國小", "--grade", "4", "--class", "2"];

describe("npm run roster -- default-password (M49)", () => {
  it("shows the one of an account once, and it works; nothing else says it and nothing keeps it", async () => {
    const { accountName, person } = await withAccount(service);
    const { code, out, err } = await command(["default-password", accountName]);
    expect([code, err]).toEqual([0, ""]);
    const lines = out.trim().split("\n");
    expect(lines[0]).toMatch(/^姓名 +帳號 +預設密碼 +有效期限$/);
    const [name, account, paper = "", day, time] = (lines[1] ?? "").split(/ +/);
    expect([name, account]).toEqual([person.name, `${accountName}@account.test`]);
    expect(`${day} ${time}`).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);
    expect(lines).toHaveLength(2);
    expect(out.split(paper)).toHaveLength(2);
    expect((await allRows(service.prefix)).join()).not.toContain(paper);
    expect((await tryDefault(service.browser(), accountName, paper)).status).toBe(200);
  });

  it("issues a class as CSV, and tells beside it who was skipped", async () => {
    const [here, off, without] = ["1", "2", "3"].map((seat) => rosterPerson({ class: "2", seat }));
    await importPlaces(service, [here!, off!, without!]);
    const [accountName, disabled] = [await registeredAs(service, here!), await registeredAs(service, off!)];
    await changeAccount(rows, await userIdOf(service, disabled), { status: "DISABLED" });
    const { code, out, err } = await command(["default-password", ...classOptions, "--csv"]);
    expect(code).toBe(0);
    const lines = out.trim().split("\n");
    expect(lines[0]?.replace("\uFEFF", "")).toBe("姓名,帳號,預設密碼,有效期限");
    expect(lines[1]).toMatch(new RegExp(`^${here!.name},${accountName}@account\\.test,\\w{10},`));
    expect(lines).toHaveLength(2);
    expect(err).toContain(`${disabled}@account.test（已停用 / disabled）`);
    expect(err).toContain("還沒有帳號 / Without an account: 1");
  });

  it.each([
    [[], 2, "用法 / Usage"],
    [["default-password"], 2, "用法 / Usage"],
    [["default-password", "somebody", ...classOptions], 2, "用法 / Usage"],
    [["default-password", "nobody.here"], 1, "找不到這個帳號或班級"],
    [["default-password", ...classOptions.with(7, "99")], 1, "找不到這個帳號或班級"],
  ])("%j: exit code %i, and says what to do", async (typed, expected, words) => {
    const { code, out, err } = await command(typed);
    expect([code, out]).toEqual([expected, ""]);
    expect(err).toContain(words);
  });

  it("says so where there is no data, and makes none", async () => {
    const DATA_DIR = join(folder, "nothing");
    const { code, err } = await command(["default-password", "somebody"], { PATH: process.env.PATH, DATA_DIR });
    expect(code).toBe(1);
    expect(err).toMatch(/^There is no data in .*: set DATA_DIR/);
  });
});

describe("what is typed and what is printed", () => {
  it("takes an account or a class, never both, and no level that there is not", () => {
    expect(readArguments(["default-password", "wang123"])).toEqual({ whose: { account: "wang123" }, csv: false });
    expect(readArguments(["default-password", ...classOptions])).toEqual({
      whose: { class: { school: "383601", level: "國小", grade: "4", class: "2" } },
      csv: false,
    });
    for (const wrong of [
      ["default-password", "a", "b"],
      ["default-password", ...classOptions.slice(2)],
      ["default-password", ...classOptions.with(3, "幼兒園")],
      ["default-password", "wang123", "--force"],
      ["import", "wang123"],
    ])
      expect(readArguments(wrong), wrong.join(" ")).toBeUndefined();
  });

  it("a name is text to a spreadsheet, never a formula (T25)", () => {
    const person = (name: string) => ({
      name,
      account: "a@b",
      password: "K7M4PRXW9T",
      until: "2026-12-05T00:00:00.000Z",
    });
    const names = ["=1+1", "+1", "-1", "@x", "a,b", 'a"b', "王小明"];
    const report = { issued: names.map(person), skipped: [], withoutAccount: 0 };
    const rest = ",a@b,K7M4PRXW9T,2026-12-05 08:00";
    expect(csvOf(report).slice(1)).toEqual(
      ["'=1+1", "'+1", "'-1", "'@x", '"a,b"', '"a""b"', "王小明"].map((cell) => cell + rest),
    );
    expect(csvOf(report)[0]?.startsWith("\uFEFF")).toBe(true);
  });

  it("columns stand under one another though a Chinese character is two wide", () => {
    const one = { account: "a@b", password: "K7M4PRXW9T", until: "2026-12-05T00:00:00.000Z" };
    const report = {
      issued: [
        { ...one, name: "王小明" },
        { ...one, name: "NGUYEN" },
      ],
      skipped: [],
      withoutAccount: 0,
    };
    expect(tableOf(report).slice(1)).toEqual([
      "王小明  a@b   K7M4PRXW9T  2026-12-05 08:00",
      "NGUYEN  a@b   K7M4PRXW9T  2026-12-05 08:00",
    ]);
  });
});
