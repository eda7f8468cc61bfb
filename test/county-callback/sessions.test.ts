import { beforeAll, describe, expect, it } from "vitest";
import type { CountyAccount } from "../../lib/local/counties/accounts.ts";
import { isSignedIn } from "../reset-password/holder.ts";
import type { Browser } from "../service/browser.ts";
import { accountAt, arrive, enrolAccounts, startCountyService } from "../service/counties.ts";
import { bindFactor } from "../service/factor.ts";
import { apply, codeSentTo, goodPassword, signIn } from "../service/people.ts";

const service = await startCountyService();
const ten = { pathParameters: { most: "10" } };

/** An account at the service that was made by way of the county. */
async function accountBy(account: CountyAccount, accountName: string) {
  await enrolAccounts(service, [account]);
  const browser = service.browser();
  await arrive(browser, account, "apply");
  const email = `${accountName}@mail.test`;
  await apply.consent(browser);
  await apply.account(browser, { accountName, email });
  await apply.send(browser);
  await apply.check(browser, codeSentTo(service, email));
  expect((await apply.complete(browser)).status).toBe(200);
}

const byCounty = async (browser: Browser, account: CountyAccount) => {
  const { body, setCookies } = await arrive(browser, account, "sign-in");
  if ("csrfToken" in body) browser.csrfToken = body.csrfToken;
  return { body, setCookies };
};
const recordsOf = async (browser: Browser) =>
  (await browser.call("GET /api/my-account/sign-ins/{most}", {}, ten)).body.records;

describe("a sign-in by a county (M31)", () => {
  const account = accountAt("TAO");
  const accountName = "county.plain";
  beforeAll(() => accountBy(account, accountName));

  it("is a record by the county, and a device of the account (M62)", async () => {
    const browser = service.browser();
    expect((await byCounty(browser, account)).body.outcome).toBe("signed-in");
    expect((await recordsOf(browser))[0]).toMatchObject({
      method: "county",
      secondFactor: false,
      address: browser.address,
    });
    const { devices } = (await browser.call("GET /api/my-account/devices")).body;
    expect(devices[0]).toMatchObject({ current: true, address: browser.address });
  });

  it("changes nothing that asks for the password: a county may let in whoever sits there (T20)", async () => {
    const browser = service.browser();
    await byCounty(browser, account);
    const start = () => browser.call("POST /api/my-account/two-factor/start");
    expect((await start()).body.code).toBe("re-authentication-required");
    const { body } = await browser.call("POST /api/re-authenticate", { password: goodPassword });
    browser.csrfToken = body.csrfToken;
    expect((await start()).status).toBe(200);
  });

  it("again in the same browser goes on as one device, with a new secret (T21)", async () => {
    const browser = service.browser();
    await byCounty(browser, account);
    const thief = browser.copy();
    const before = (await browser.call("GET /api/my-account/devices")).body.devices;
    await byCounty(browser, account);
    expect(await isSignedIn(thief)).toBe(false);
    expect((await browser.call("GET /api/my-account/devices")).body.devices).toHaveLength(before.length);
  });

  it("after the session was ended elsewhere begins a new one (T21)", async () => {
    const [browser, other] = [service.browser(), service.browser()];
    await byCounty(browser, account);
    const [, ended] = (browser.cookies.get("__Host-session") ?? "").split(".");
    await signIn(other, accountName);
    await other.call("POST /api/my-account/devices/end", { ids: "others" });
    expect(await isSignedIn(browser)).toBe(false);
    expect((await byCounty(browser, account)).body.outcome).toBe("signed-in");
    expect((browser.cookies.get("__Host-session") ?? "").split(".")[1] === ended).toBe(false);
    expect(await isSignedIn(browser)).toBe(true);
  });
});

describe("a sign-in by a county to an account with a second factor (T18)", () => {
  const account = accountAt("TNN");
  let factor: Awaited<ReturnType<typeof bindFactor>>;
  beforeAll(async () => {
    await accountBy(account, "county.factor");
    const browser = service.browser();
    await signIn(browser, "county.factor");
    factor = await bindFactor(service, browser);
  });

  it("opens nothing by the county's word: it asks for the code, and notes no sign-in", async () => {
    const browser = service.browser();
    const { body, setCookies } = await byCounty(browser, account);
    expect(body).toEqual({ outcome: "two-factor", returnTo: "/my-account" });
    expect(setCookies.map((cookie) => cookie.split("=")[0])).toEqual(["__Host-county", "__Host-step"]);
    expect(await isSignedIn(browser)).toBe(false);
  });

  it("is done by the code, as a record of both (M62, M63)", async () => {
    const browser = service.browser();
    await byCounty(browser, account);
    expect((await browser.call("POST /api/sign-in/two-factor", { code: "abcdef" })).body.code).toBe("two-factor-wrong");
    const { status } = await browser.call("POST /api/sign-in/two-factor", { code: factor.shown() });
    expect(status).toBe(200);
    expect((await recordsOf(browser))[0]).toMatchObject({ method: "county", secondFactor: true });
    expect(await recordsOf(browser)).toHaveLength(2);
  });
});
