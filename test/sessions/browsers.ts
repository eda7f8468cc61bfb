import type { Browser } from "../service/browser.ts";
import { signIn } from "../service/people.ts";
import type { Service } from "../service/service.ts";

/** An account signed in in so many new browsers, a second apart. */
export async function signInAt(service: Service, accountName: string, count: number): Promise<Browser[]> {
  const browsers: Browser[] = [];
  for (let index = 0; index < count; index += 1) {
    service.clock.advanceBy({ seconds: 1 });
    const browser = service.browser();
    await signIn(browser, accountName);
    browsers.push(browser);
  }
  return browsers;
}

export const devicesOf = async (browser: Browser) => (await browser.call("GET /api/my-account/devices")).body.devices;
