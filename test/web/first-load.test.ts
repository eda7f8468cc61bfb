import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

const configFile = fileURLToPath(new URL("../../vite.config.ts", import.meta.url));
const root = fileURLToPath(new URL("../../web", import.meta.url));
const entry = "index.html";
let folder: string;
let manifest: Record<string, Chunk>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "site-"));
  await build({ configFile, root, logLevel: "error", build: { outDir: folder, emptyOutDir: true } });
  manifest = JSON.parse(await readFile(join(folder, ".vite/manifest.json"), "utf8")) as Record<string, Chunk>;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Every script and style a browser fetches before the page of `key` is there: its own and all they import. */
function filesOf(key: string, seen = new Set<string>()): Set<string> {
  if (seen.has(key)) return new Set();
  seen.add(key);
  const chunk = manifest[key];
  if (!chunk) throw new Error(`The manifest has no ${key}`);
  const files = new Set([chunk.file, ...(chunk.css ?? [])]);
  for (const imported of chunk.imports ?? []) for (const file of filesOf(imported, seen)) files.add(file);
  return files;
}

/** Most pages are found by a list that is fetched first. */
const list = "other-pages.ts";
const firstLoad = (page: string) => {
  const isFoundAtOnce = manifest[entry]?.dynamicImports?.includes(page);
  return [...new Set([...filesOf(entry), ...(isFoundAtOnce ? [] : filesOf(list)), ...filesOf(page)])];
};

async function gzipBytes(files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(files.map(async (file) => gzipSync(await readFile(join(folder, file))).length));
  return sizes.reduce((sum, size) => sum + size, 0);
}

const pages = () => Object.keys(manifest).filter((key) => key.startsWith("pages/") && !key.startsWith("pages/local/"));

describe("what a phone fetches before it shows a page", () => {
  test("the sign-in page is at most 30 KB of script and style", async () => {
    expect(await gzipBytes(firstLoad("pages/sign-in/sign-in.tsx"))).toBeLessThanOrEqual(30_000);
  });

  test("the sign-in page needs at most five requests, the document included", () => {
    expect(firstLoad("pages/sign-in/sign-in.tsx").length + 1).toBeLessThanOrEqual(5);
  });

  test("the sign-in page is found at once, and so are the other ways in", () => {
    const atOnce = manifest[entry]?.dynamicImports ?? [];
    for (const way of ["home/home", "sign-in/sign-in", "sign-in/county/county", "consent/consent", "apply/apply"])
      expect(atOnce).toContain(`pages/${way}.tsx`);
    expect(manifest[list]?.dynamicImports).toContain("pages/faq/faq.tsx");
  });

  test("every other page is at most 60 KB of script and style", async () => {
    expect(pages().length).toBeGreaterThan(8);
    for (const page of pages()) expect(await gzipBytes(firstLoad(page)), page).toBeLessThanOrEqual(60_000);
  });

  test("the document has no script or style of its own in it, which the content security policy would refuse", async () => {
    const document = await readFile(join(folder, "index.html"), "utf8");
    expect(document).not.toMatch(/<style|style=|<script(?![^>]*\ssrc=)|\son[a-z]+=/i);
  });

  test("the gallery and its examples are apart from the rest, so that they need not be published", () => {
    const local = filesOf("pages/local/components/components.tsx");
    expect([...local].some((file) => file.startsWith("local/"))).toBe(true);
    for (const page of pages()) expect(firstLoad(page).filter((file) => file.startsWith("local/"))).toEqual([]);
  });
});
