import { build } from "vite";
import { unpackChromium } from "./journeys/browser.ts";

/** Once a run: the site as people get it, and the browser they are played by. */
export async function setup(): Promise<void> {
  await Promise.all([build({ logLevel: "warn" }), unpackChromium()]);
}
