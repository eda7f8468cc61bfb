import { describe, expect, it } from "vitest";
import type { SampleCounty } from "../../lib/local/counties/accounts.ts";
import {
  accountAt,
  arrive,
  enrolAccounts,
  fillIn,
  isAtTwoSchools,
  isFromElsewhere,
  isUnknown,
  startCountyService,
} from "../service/counties.ts";
import { apply, codeSentTo, goodPassword, signIn } from "../service/people.ts";

const service = await startCountyService();
const counties: SampleCounty[] = ["TAO", "KHH", "TPE", "TNN"];
/** Those that say whose record it is. */
const telling: SampleCounty[] = ["TAO", "TNN"];
let names = 0;

/** From an open application to the account, as M15–M19. */
async function makeAccount(browser: ReturnType<typeof service.browser>) {
  names += 1;
  const accountName = `by.county${names}`;
  const email = `${accountName}@mail.test`;
  await apply.consent(browser);
  await apply.account(browser, { accountName, email });
  await apply.send(browser);
  await apply.check(browser, codeSentTo(service, email));
  const { status, body } = await apply.complete(browser);
  expect([status, body.step]).toEqual([200, "done"]);
  return accountName;
}

async function accountBy(account: ReturnType<typeof accountAt>) {
  await enrolAccounts(service, [account]);
  const browser = service.browser();
  const { body } = await arrive(browser, account, "apply");
  if (body.outcome === "fill-in") await fillIn(browser, account);
  const accountName = await makeAccount(browser);
  return { accountName, browser };
}

describe.each(counties)("a person of %s", (county) => {
  it("applies with the county's facts, then signs in there and is told the account until it was understood (M12, M31)", async () => {
    const { accountName } = await accountBy(accountAt(county));
    const browser = service.browser();
    const first = await arrive(browser, accountAt(county), "sign-in");
    expect(first.body).toMatchObject({
      outcome: "signed-in",
      account: `${accountName}@account.test`,
      tell: true,
      returnTo: "/my-account",
    });
    browser.csrfToken = "csrfToken" in first.body ? first.body.csrfToken : undefined;
    expect((await browser.call("GET /api/my-account")).body).toMatchObject({ name: accountAt(county).name });
    expect((await browser.call("POST /api/county/told")).status).toBe(200);
    expect((await arrive(service.browser(), accountAt(county), "sign-in")).body).toMatchObject({ tell: false });
  });

  it("sees the account from 忘記帳號 and gets the reset grant from 忘記密碼 (M40, M47)", async () => {
    const account = accountAt(county, undefined, 1);
    const { accountName } = await accountBy(account);
    const browser = service.browser();
    const shown = `${accountName}@account.test`;
    expect((await arrive(browser, account, "forgot-account")).body).toEqual({ outcome: "account", account: shown });
    expect((await browser.call("GET /api/session")).body.signedIn).toBe(false);

    expect((await arrive(browser, account, "reset-password")).body).toEqual({ outcome: "reset", account: shown });
    expect((await browser.call("GET /api/reset-password")).body).toMatchObject({ state: "open", account: shown });
    const password = "Wombat-2027-y";
    expect((await browser.call("POST /api/reset-password", { password })).body).toMatchObject({ account: shown });
    expect((await signIn(service.browser(), accountName, goodPassword)).status).toBe(401);
    expect((await signIn(service.browser(), accountName, password)).status).toBe(200);
  });

  it("without a linked account is told so from 忘記密碼, and no grant is made (T35)", async () => {
    const account = accountAt(county, undefined, 2);
    const browser = service.browser();
    expect((await arrive(browser, account, "reset-password")).body).toEqual({ outcome: "no-account", county });
    expect((await browser.call("GET /api/reset-password")).body).toEqual({ state: "none" });
  });
});

describe.each(telling)("a person of %s, which says whose record it is", (county) => {
  it("is led to the confirm page with the roster's facts (M12 → M14)", async () => {
    const account = accountAt(county, undefined, 3);
    await enrolAccounts(service, [account]);
    const browser = service.browser();
    const { body } = await arrive(browser, account, "sign-in");
    const [{ school, district }] = account.places as [(typeof account.places)[number]];
    expect(body).toMatchObject({
      outcome: "apply",
      application: { step: "confirm", name: account.name, enrolment: { district, school }, consented: false },
    });
    expect((await browser.call("GET /api/register")).body).toMatchObject({ step: "confirm", county });
  });

  it("at two schools chooses one, and may think again (M12)", async () => {
    const account = accountAt(county, isAtTwoSchools);
    await enrolAccounts(service, [account]);
    const browser = service.browser();
    const { body } = await arrive(browser, account, "apply");
    // 臺南 names one school a person, as the real one does: there is nothing to choose.
    if (county === "TNN") return expect(body).toMatchObject({ outcome: "apply" });
    if (body.outcome !== "choose") throw new Error(`asked to ${body.outcome}`);
    expect((await browser.call("GET /api/county/proof")).body.places).toEqual(body.places);
    expect((await browser.call("POST /api/county/choose", { index: 7 })).status).toBe(400);
    const chosen = await browser.call("POST /api/county/choose", { index: 1 });
    expect(chosen.body).toMatchObject({ outcome: "apply", application: { enrolment: body.places[1]?.enrolment } });
  });

  it("whom the roster does not know is told 查無資料, and the data can be typed after that", async () => {
    const browser = service.browser();
    expect((await arrive(browser, accountAt(county, isUnknown), "apply")).body).toEqual({
      outcome: "not-found",
      county,
    });
    expect((await browser.call("GET /api/county/proof")).body.county).toBe(county);
  });

  it("whom another county's roster knows gets nothing of that person: a county speaks for its own only (T35)", async () => {
    const account = accountAt(county, isFromElsewhere);
    const other = county === "TAO" ? "KHH" : "TPE";
    await enrolAccounts(service, [{ ...account, county: other, places: accountAt(other).places }]);
    const browser = service.browser();
    expect((await arrive(browser, account, "apply")).body).toEqual({ outcome: "not-found", county });
    expect((await arrive(browser, account, "forgot-account")).body.outcome).toBe("no-account");
  });

  it("who has an account already links it by proving it too, and not otherwise (T35)", async () => {
    const account = accountAt(county, undefined, 4);
    await enrolAccounts(service, [account]);
    const applicant = service.browser();
    await fillIn(applicant, account);
    const accountName = await makeAccount(applicant);

    const browser = service.browser();
    expect((await arrive(browser, account, "sign-in")).body).toEqual({ outcome: "prove-account", county });
    expect((await browser.call("GET /api/session")).body.signedIn).toBe(false);
    expect((await browser.call("POST /api/county/link", {})).status).toBe(401);
    expect((await arrive(browser, account, "forgot-account")).body.outcome).toBe("account");
    expect((await arrive(browser, account, "reset-password")).body.outcome).toBe("no-account");

    await signIn(browser, accountName);
    expect((await browser.call("POST /api/county/link")).body).toEqual({
      county,
      account: `${accountName}@account.test`,
    });
    await service.jobs({ job: "send-messages" });
    const [told] = service.sent(`${accountName}@mail.test`);
    expect(told?.subject).toBe("您的教育雲端帳號連結了縣市帳號");
    expect(told?.text).toMatch(/not-me#/);
    expect((await arrive(service.browser(), account, "sign-in")).body).toMatchObject({ outcome: "signed-in" });
    expect((await browser.call("POST /api/county/link")).body.code).toBe("county-proof-missing");
  });

  it("cannot be linked to somebody else's account, whoever is signed in (T35)", async () => {
    const [victim, account] = [accountAt(county, undefined, 5), accountAt(county, undefined, 6)];
    const { accountName } = await accountBy(victim);
    await enrolAccounts(service, [account]);
    const browser = service.browser();
    await arrive(browser, account, "apply");
    await browser.call("POST /api/register/restart");
    const unknown = accountAt(county, isUnknown);
    await arrive(browser, unknown, "sign-in");
    await signIn(browser, accountName);
    expect((await browser.call("POST /api/county/link")).body.code).toBe("county-other-person");
  });
});

describe("a county that does not say whose record it is", () => {
  it("vouches for school and role; the person types the ID, and the county account goes with it (M12, M13)", async () => {
    const account = accountAt("KHH", undefined, 3);
    await enrolAccounts(service, [account]);
    const browser = service.browser();
    const { body } = await arrive(browser, account, "sign-in");
    expect(body).toMatchObject({
      outcome: "fill-in",
      county: "KHH",
      schools: [{ code: account.places[0]?.school.code }],
    });
    expect((await fillIn(browser, account)).body).toMatchObject({ step: "confirm", county: "KHH" });
  });

  it("does not vouch for somebody of another school or name (T35)", async () => {
    const [own, other] = [accountAt("KHH", undefined, 4), accountAt("KHH", undefined, 30)];
    expect(own.places[0]?.school.code).not.toBe(other.places[0]?.school.code);
    await enrolAccounts(service, [other]);
    const browser = service.browser();
    await arrive(browser, own, "apply");
    const { body } = await fillIn(browser, other);
    expect(body.step).toBe("confirm");
    expect(body.county).toBeUndefined();
  });
});
