import { expect } from "vitest";
import { atPlatform, legacyAccount, legacyPlatform, oldSignIn } from "../service/legacy.ts";
import { signIn, withAccount } from "../service/people.ts";
import type { Booking } from "./recovery-privileges.ts";

/** Everything that people who come from a legacy platform, and the platform's server, ask of AWS. */
export async function legacyPlatforms(at: Booking): Promise<void> {
  const { service } = at;
  const platform = await legacyPlatform(service, { platform: { eventsUri: "https://nobody.invalid/events" } });
  const email = "old@mail.test";
  const [old, other] = [await legacyAccount(service, platform, { email }), await legacyAccount(service, platform)];
  const browser = await signedIn(at);
  service.clock.advanceBy({ minutes: 2 });
  expect((await atPlatform.show(browser, platform)).status).toBe(200);
  for (const asked of [
    { account: old.account, email },
    { account: "nobody", email },
  ])
    expect((await atPlatform.resetPassword(browser, platform, asked)).status).toBe(200);
  expect((await atPlatform.findPassword(browser, platform, { account: old.account, email })).status).toBe(200);
  const guessed = await atPlatform.link(browser, platform, { account: "nobody", password: "wrong" });
  expect(guessed.body.code).toBe("legacy-password-wrong");
  expect((await atPlatform.link(browser, platform, old)).status).toBe(200);
  expect((await atPlatform.register(await signedIn(at), platform)).status).toBe(200);
  expect((await at.booked("link-legacy-account", () => oldSignIn(service, platform, other))).status).toBe(200);
}

async function signedIn(at: Booking) {
  const browser = at.bookedBrowser();
  await signIn(browser, (await withAccount(at.service)).accountName);
  return browser;
}
