import { describe, expect, it } from "vitest";
import { readLegacyHash } from "../../../functions/adapters/legacy-hash.ts";
import type { LegacyImportRow } from "../../../functions/contract/legacy.ts";
import { type JudgeParts, judgeRow, judgeRows } from "../../../functions/jobs/import-legacy/rules/judge-rows.ts";

const md5 = "5f4dcc3b5aa765d61d8327deb882cf99";
const parts: JudgeParts = {
  platform: "ups",
  hashes: ["md5", "md5-salt-password", "bcrypt"],
  wrongWith({ format, hash, salt }) {
    const read = readLegacyHash(format, hash, salt);
    return read.ok ? undefined : read.problem;
  },
};
const rowOf = (more: Partial<LegacyImportRow> = {}): LegacyImportRow => ({
  line: 2,
  account: "Wang.123",
  format: "md5",
  hash: md5,
  ...more,
});
const bcrypt = (cost: string) => ({ format: "bcrypt", hash: `$2b$${cost}$${"a".repeat(53)}` });

describe("a row of an import (M82)", () => {
  it("becomes an account: its id folded once, shown as the platform wrote it, all else as the file has it", () => {
    const row = rowOf({ account: " Ｗang.123 ", email: " a.B@Mail.Test ", name: " 王小明 ", hint: " 第一隻狗 " });
    expect(judgeRow(row, parts)).toEqual({
      account: {
        platform: "ups",
        account: "wang.123",
        shownAccount: "Ｗang.123",
        format: "md5",
        hash: md5,
        email: "a.B@mail.test",
        name: "王小明",
        hint: "第一隻狗",
      },
      problems: [],
    });
  });

  it("keeps a salt to the space, and a cell that begins like a formula as the text it is (T25)", () => {
    const row = rowOf({
      account: "=1+1",
      format: "md5-salt-password",
      salt: " s ",
      hint: "=HYPERLINK(1)",
      name: "@王",
    });
    expect(judgeRow(row, parts).account).toMatchObject({
      account: "=1+1",
      shownAccount: "=1+1",
      salt: " s ",
      hint: "=HYPERLINK(1)",
      name: "@王",
    });
  });

  it.each<[string, Partial<LegacyImportRow>, object]>([
    ["no account", { account: "　" }, { field: "account", reason: "missing" }],
    ["an endless account", { account: "a".repeat(201) }, { field: "account", reason: "too-long" }],
    ["one that unfolds beyond it", { account: "ﷺ".repeat(20) }, { field: "account", reason: "too-long" }],
    ["NUL", { account: "a\0b" }, { field: "account", reason: "characters" }],
    ["text that turns its direction", { account: "a\u202eb" }, { field: "account", reason: "characters" }],
    ["a character that was lost", { account: "a\ufffdb" }, { field: "account", reason: "characters" }],
    ["no format", { format: "" }, { field: "format", reason: "missing" }],
    ["a format nobody knows", { format: "crypt" }, { field: "format", reason: "unknown-format" }],
    ["one that the platform did not say", { format: "sha1" }, { field: "format", reason: "format-not-accepted" }],
    ["no hash", { hash: " " }, { field: "hash", reason: "missing" }],
    ["an endless hash", { hash: "a".repeat(513) }, { field: "hash", reason: "too-long" }],
    ["a hash of another format", { hash: "a".repeat(40) }, { field: "hash", reason: "hash" }],
    ["the password itself", { hash: "secret" }, { field: "hash", reason: "hash" }],
    ["a salt where none is", { salt: "s" }, { field: "salt", reason: "salt" }],
    ["none where one is", { format: "md5-salt-password" }, { field: "salt", reason: "salt" }],
    ["an endless salt", { salt: "s".repeat(257) }, { field: "salt", reason: "too-long" }],
    ["bcrypt of cost 20", bcrypt("20"), { field: "hash", reason: "cost" }],
    ["bcrypt of no cost", bcrypt("00"), { field: "hash", reason: "cost" }],
  ])("%s leaves the row out, and the report says so without the value", (_, more, problem) => {
    expect(judgeRow(rowOf(more), parts)).toEqual({ problems: [{ line: 2, left: "row", ...problem }] });
  });

  it("bcrypt of cost 12 is taken", () => {
    expect(judgeRow(rowOf(bcrypt("12")), parts).problems).toEqual([]);
  });

  it.each<[string, Partial<LegacyImportRow>, object]>([
    ["an address that is none", { email: "not an address" }, { field: "email", reason: "email" }],
    ["a name that is none", { name: "12" }, { field: "name", reason: "name" }],
    ["a lost name", { name: "王\ufffd明" }, { field: "name", reason: "name" }],
    ["an endless hint", { hint: "a".repeat(201) }, { field: "hint", reason: "too-long" }],
    ["a hint that breaks the line", { hint: "a\nb" }, { field: "hint", reason: "characters" }],
  ])("%s leaves that field out: the account comes along without it", (_, more, problem) => {
    const { account, problems } = judgeRow(rowOf(more), parts);
    expect(problems).toEqual([{ line: 2, left: "field", ...problem }]);
    expect(account).toEqual({
      platform: "ups",
      account: "wang.123",
      shownAccount: "Wang.123",
      format: "md5",
      hash: md5,
    });
  });

  it("of two rows of one account the second is left out, however it is written", () => {
    const rows = [rowOf(), rowOf({ line: 3, account: "other" }), rowOf({ line: 4, account: "ＷANG.123" })];
    const { accounts, problems } = judgeRows(rows, parts);
    expect(accounts.map(({ account }) => account)).toEqual(["wang.123", "other"]);
    expect(problems).toEqual([{ line: 4, field: "account", reason: "repeated", left: "row" }]);
  });
});
