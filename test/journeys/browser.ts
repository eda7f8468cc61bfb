import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import chromium, { inflate } from "@sparticuz/chromium";
import { type Browser, chromium as playwright } from "playwright-core";
import { afterAll } from "vitest";

/**
 * Flags of our own and not the package's, which switch web security off: origins, cookies and policies are what is tested. No
 * look-ups of the browser's own: a test speaks to this machine only.
 */
const flags = [
  "--no-sandbox",
  "--no-zygote",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--hide-scrollbars",
  "--font-render-hinting=none",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
];

/** A headless Chromium out of the npm package: no download, no system browser. One a test file; unpacked once by the global set-up. */
export async function startChromium(): Promise<Browser> {
  const executablePath = await chromium.executablePath();
  const launch = (env: NodeJS.ProcessEnv) =>
    playwright.launch({
      executablePath,
      args: flags,
      headless: true,
      env: env as Record<string, string>,
    });
  const browser = await launch(process.env).catch(async (error: unknown) => {
    // A bare server lacks the libraries of a desktop (NSS and such): the package brings its own.
    if (!/shared librar/.test(String(error))) throw error;
    const own = join(tmpdir(), "al2023", "lib");
    return launch({ ...process.env, LD_LIBRARY_PATH: [own, process.env.LD_LIBRARY_PATH ?? ""].join(delimiter) });
  });
  afterAll(() => browser.close());
  return browser;
}

/** Unpacks the browser, and the libraries it may need, before any test runs. */
export async function unpackChromium(): Promise<void> {
  await chromium.executablePath();
  const folder = dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium"));
  await inflate(join(folder, "..", "bin", "al2023.tar.br"));
}
