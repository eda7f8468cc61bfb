import { writeFile } from "node:fs/promises";
import { build } from "vite";
import { unpackChromium } from "./journeys/browser.ts";

/** Once a run: the site as people get it, and the browser they are played by. */
export async function setup(): Promise<void> {
  await Promise.all([build({ logLevel: "warn" }), unpackChromium()]);
  // What the notices announce depends on the day: a test that is about 系統維護 brings its own, and no other meets one.
  await writeFile(new URL("../dist/site/news/maintenance.json", import.meta.url), "[]");
}
