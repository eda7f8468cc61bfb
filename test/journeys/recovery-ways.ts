import type { Page } from "playwright-core";
import { press } from "./pupil.ts";
import { expectAccessibleAndNarrow, heading, listenForCaptcha, type startSite } from "./site.ts";

/** One page that has come from 登入 to the list of the ways, by the link of the site. */
export async function openWays(
  site: Awaited<ReturnType<typeof startSite>>,
  link: string,
  title: string,
): Promise<Page> {
  const page = await site.open("/sign-in");
  listenForCaptcha(page);
  await press(page, link);
  await heading(page, title).waitFor();
  await expectAccessibleAndNarrow(page);
  return page;
}
