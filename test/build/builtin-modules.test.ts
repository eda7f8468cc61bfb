import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { builtinsAskedFor } from "../../lib/build/builtin-modules.ts";
import { bundle } from "../../lib/build/bundle.ts";
import { temporaryFolder } from "../local/temporary-folder.ts";

test("Node's own modules are asked for what is used of them, before anything runs; other imports stay", () => {
  const text =
    'import{a as b}from"./part.mjs";b();import c,{sep as d,join}from"node:path";import*as e from"node:os";use(c,d,e)';
  expect(builtinsAskedFor(text)).toBe(
    'const c=process.getBuiltinModule("node:path");const{sep:d,join}=process.getBuiltinModule("node:path");' +
      'const e=process.getBuiltinModule("node:os");import{a as b}from"./part.mjs";b();use(c,d,e)',
  );
});

test("an import that it cannot read stops the build", () => {
  expect(() => builtinsAskedFor('import"node:http";')).toThrow("in another form");
});

test("a bundle that makes requests loads no fetch and no worker threads with them", async () => {
  const folder = temporaryFolder();
  const source = join(folder, "handler.ts");
  writeFileSync(
    source,
    'import http from "node:http"; export const loaded = () => [typeof http.request, ...process.moduleLoadList];',
  );
  const { dir } = await bundle(source, join(folder, "out"));
  const script = `const { loaded } = await import(${JSON.stringify(join(dir, "index.mjs"))}); console.log(loaded().join("\\n"));`;
  const lines = execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" }).split("\n");
  expect(lines[0]).toBe("function");
  expect(lines).toContain("NativeModule _http_client");
  expect(lines).not.toContain("NativeModule internal/deps/undici/undici");
  expect(lines).not.toContain("NativeModule worker_threads");
});
