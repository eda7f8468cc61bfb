import { describe, expect, it } from "vitest";
import { issuedTo, tryDefault } from "../default-passwords/issued.ts";
import { rowsBehind } from "../faults/rows.ts";
import { changeAccount, grantTo, isSignedIn, newPassword, reset, userIdOf } from "../reset-password/holder.ts";
import { sendPersonalData } from "../reset-password/personal-data.ts";
import { bindFactor } from "../service/factor.ts";
import { signIn, withAccount } from "../service/people.ts";
import { startService } from "../service/service.ts";

const service = await startService();
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", service.prefix);

async function owner() {
  const { person, accountName } = await withAccount(service);
  const signedIn = service.browser();
  await signIn(signedIn, accountName);
  const factor = await bindFactor(service, signedIn);
  return { person, accountName, signedIn, ...factor, userId: await userIdOf(service, accountName) };
}
type Owner = Awaited<ReturnType<typeof owner>>;

/** Each way to a new password, as somebody else could walk it: gives whether the page for one opened. */
const ways: Record<string, (who: Owner, browser: ReturnType<typeof service.browser>) => Promise<boolean>> = {
  code: async ({ accountName }, browser) => (await grantTo(service, accountName, browser, "code")) === browser,
  county: async ({ accountName }, browser) => (await grantTo(service, accountName, browser, "county")) === browser,
  "default-password": async ({ accountName }, browser) =>
    (await tryDefault(browser, accountName, await issuedTo(service, accountName))).status === 200,
};

describe("no way to a new password removes the second factor (T18)", () => {
  it.each(Object.keys(ways))("%s: the next sign-in still asks for it, and the same app answers", async (way) => {
    const who = await owner();
    const factor = (await rows.all("factors")).find(({ userId }) => userId === who.userId);
    const browser = service.browser();
    expect(await ways[way]?.(who, browser)).toBe(true);
    expect((await reset(browser)).status).toBe(200);
    expect((await rows.all("factors")).find(({ userId }) => userId === who.userId)).toEqual(factor);

    const thief = service.browser();
    expect((await signIn(thief, who.accountName, newPassword)).body).toEqual({ next: "two-factor" });
    expect(await isSignedIn(thief)).toBe(false);
    expect((await thief.call("POST /api/sign-in/two-factor", { code: who.shown() })).status).toBe(200);
    expect(await isSignedIn(thief)).toBe(true);
  });

  it("personal data open no page for a new password at all where a second factor is on", async () => {
    const who = await owner();
    const opened = await sendPersonalData(service.browser(), who.person);
    expect([opened.status, opened.body.code]).toEqual([422, "person-not-found"]);
    expect(opened.setCookies).toEqual([]);
  });

  it("one that was opened by personal data before it was on sets no password any more", async () => {
    const { person, accountName } = await withAccount(service);
    const browser = service.browser();
    expect((await sendPersonalData(browser, person)).status).toBe(200);
    const signedIn = service.browser();
    await signIn(signedIn, accountName);
    await bindFactor(service, signedIn);
    expect((await reset(browser)).status).not.toBe(200);
    expect((await signIn(service.browser(), accountName)).body).toEqual({ next: "two-factor" });
  });

  it("enabling a disabled account leaves it on too", async () => {
    const who = await owner();
    await changeAccount(rows, who.userId, { status: "DISABLED" });
    const browser = await grantTo(service, who.accountName, service.browser(), "code", "activate");
    expect((await browser.call("POST /api/activate", { password: newPassword })).status).toBe(200);
    expect((await signIn(service.browser(), who.accountName, newPassword)).body).toEqual({ next: "two-factor" });
  });
});
