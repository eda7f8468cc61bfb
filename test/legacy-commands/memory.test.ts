import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { temporaryFolder } from "../local/temporary-folder.ts";

const folder = temporaryFolder();
const rows = 200_000;
/** What `npm run legacy` is started with: V8 would else grow as long as the machine has memory. */
const flags = JSON.parse(readFileSync("package.json", "utf8"))
  .scripts.legacy.split(" ")
  .filter((word: string) => word.startsWith("--"));

function* content() {
  yield "account,format,hash,salt,email,name,hint\r\n";
  // One row of the file is longer than all others together may be held for.
  yield `${"a".repeat(10_000_000)}\r\n`;
  for (let row = 0; row < rows; row += 1) {
    const hash = row.toString(16).padStart(32, "0");
    yield `learner.${row},md5,${hash},,learner.${row}@mail.test,王小明,我的第一隻狗叫什麼名字\r\n`;
  }
}

it("200,000 rows, and one of 10 MB, are imported within 300 MB of memory (T25)", { timeout: 240_000 }, async () => {
  const file = join(folder, "many.csv");
  await pipeline(content, createWriteStream(file));
  const script = fileURLToPath(new URL("import-many.ts", import.meta.url));
  const child = spawn(process.execPath, [...flags, script, file, folder], { stdio: ["ignore", "pipe", "inherit"] });
  const [out] = await Promise.all([text(child.stdout), once(child, "close")]);
  const told = JSON.parse(out);
  expect(told).toMatchObject({ code: 1, rows, records: rows / 500 });
  expect(told.said.at(-1)).toMatch(/^200,001 \/ 200,001 {2}新增 added 200,000 .* 未匯入 left out 1$/);
  expect(told.bytes).toBeGreaterThan(rows * 500);
  expect(told.peak / 1_000_000).toBeLessThan(300);
});
