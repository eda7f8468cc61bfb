import { describe, expect, test } from "vitest";
import { acrValues } from "../../functions/contract/oidc.ts";
import type { Browser } from "../service/browser.ts";
import { accountAt, arrive, enrolAccounts, startCountyService } from "../service/counties.ts";
import { apply, codeSentTo, signIn } from "../service/people.ts";
import { stepUp, turnOn } from "./second-factor.ts";
import { ask, decideOn, redeem, signInTo, stopAtConsent, waiting, walk, worldOver } from "./world.ts";

const service = await startCountyService();
const world = worldOver(service);

/** Signs in once more where the page wants it, and goes on: where it ends. */
async function through(browser: Browser, url: string): Promise<URL> {
  world.advanceBy({ seconds: 5 });
  const uid = await stopAtConsent(browser, url);
  expect((await waiting(browser, uid)).needs).toBe("sign-in");
  world.advanceBy({ seconds: 5 });
  await world.signInAgain(browser);
  const { needs } = await waiting(browser, uid);
  const { body } = await decideOn(browser, uid, needs === "consent" ? "allow" : "go-on");
  return walk(browser, body.url);
}

describe("an application that asks for one person is not given another", () => {
  test.each(["id_token_hint", "claims"] as const)(
    "by %s: login_required after the sign-in, and no circle",
    async (by) => {
      const party = await world.relyingParty(await world.application());
      const [a, b] = [await world.person(), await world.person()];
      const tokens = await signInTo(party, a.browser);
      await signInTo(party, b.browser);
      const sub = tokens.claims()?.sub ?? "";
      const parameters: Record<string, string> =
        by === "claims"
          ? { claims: JSON.stringify({ id_token: { sub: { value: sub } } }) }
          : { id_token_hint: tokens.id_token ?? "" };
      const asked = await ask(party, parameters);
      expect((await through(b.browser, asked.url)).searchParams.get("error")).toBe("login_required");
      const right = await ask(party, parameters);
      const found = await redeem(party, await walk(a.browser, right.url), right);
      expect(found.claims()?.sub).toBe(sub);
      world.advanceBy({ seconds: 5 });
      const again = await ask(party, { ...parameters, prompt: "login" });
      expect((await redeem(party, await through(a.browser, again.url), again)).claims()?.sub).toBe(sub);
    },
  );

  test("nor when that other one signs in on the way to the consent", async () => {
    const party = await world.relyingParty(await world.application());
    const [a, b] = [await world.person(), await world.person()];
    const tokens = await signInTo(party, a.browser);
    const asked = await ask(party, { id_token_hint: tokens.id_token ?? "", prompt: "consent" });
    const uid = await stopAtConsent(a.browser, asked.url);
    await signIn(a.browser, b.accountName);
    const { body } = await decideOn(a.browser, uid, "allow");
    expect((await walk(a.browser, body.url)).searchParams.get("error")).toBe("login_required");
  });
});

describe("an essential acr", () => {
  test.each([{ value: acrValues.oneFactor }, { values: [acrValues.oneFactor] }])(
    "of one factor (%j) is met by two: no circle",
    async (wanted) => {
      const party = await world.relyingParty(await world.application());
      const { browser } = await world.person();
      await turnOn(service, browser);
      await stepUp(service, browser);
      const asked = await ask(party, { claims: JSON.stringify({ id_token: { acr: { essential: true, ...wanted } } }) });
      const tokens = await redeem(party, await walk(browser, asked.url), asked);
      expect(tokens.claims()?.acr).toBe(acrValues.twoFactors);
    },
  );

  test("whose values are no list can be met by nobody", async () => {
    const party = await world.relyingParty(await world.application());
    const { browser } = await world.person();
    const claims = JSON.stringify({ id_token: { acr: { essential: true, values: acrValues.oneFactor } } });
    const back = await walk(browser, (await ask(party, { claims })).url);
    expect(back.searchParams.get("error")).toBe("unmet_authentication_requirements");
  });
});

describe("a decision", () => {
  test("RACE: is good for one code, in however many copies of the browser", async () => {
    const party = await world.relyingParty(await world.application());
    const { browser } = await world.person();
    const uid = await stopAtConsent(browser, (await ask(party)).url);
    const { url } = (await decideOn(browser, uid, "allow")).body;
    const copies = [browser.copy(), browser.copy(), browser.copy(), browser];
    const answers = await Promise.all(copies.map((copy) => copy.visit(url)));
    expect(answers.filter(({ headers }) => headers.get("location")?.includes("code="))).toHaveLength(1);
    const refused = answers.filter(({ status }) => status === 400);
    expect(refused).toHaveLength(3);
    expect(refused[0]?.headers.get("location")).toBeNull();
    expect(await refused[0]?.text()).toContain("無法繼續登入");
  });

  test("is worth nothing in another session of the same person", async () => {
    const party = await world.relyingParty(await world.application());
    const { browser, accountName } = await world.person();
    await signInTo(party, browser);
    world.advanceBy({ seconds: 5 });
    const uid = await stopAtConsent(browser, (await ask(party, { prompt: "login" })).url);
    world.advanceBy({ seconds: 5 });
    await world.signInAgain(browser);
    const { url } = (await decideOn(browser, uid, "go-on")).body;
    const elsewhere = service.browser();
    await signIn(elsewhere, accountName);
    browser.cookies.set("__Host-session", elsewhere.cookies.get("__Host-session") ?? "");
    expect((await browser.visit(url)).headers.get("location")).toMatch(/^\/consent\//);
  });
});

describe("a sign-in that is asked for again", () => {
  /** Somebody with an account of a county, and how they come back from there. */
  async function ofCounty(accountName: string, skip: number) {
    const account = accountAt("TAO", undefined, skip);
    await enrolAccounts(service, [account]);
    const first = service.browser();
    await arrive(first, account, "apply");
    const email = `${accountName}@mail.test`;
    await apply.consent(first);
    await apply.account(first, { accountName, email });
    await apply.send(first);
    await apply.check(first, codeSentTo(service, email));
    expect((await apply.complete(first)).status).toBe(200);
    const browser = service.browser();
    const byCounty = async () => {
      const { body } = await arrive(browser, account, "sign-in");
      if ("csrfToken" in body) browser.csrfToken = body.csrfToken;
    };
    await byCounty();
    return { browser, byCounty };
  }

  test("prompt=login, max_age: a county that asks nothing does not do, the password does", async () => {
    const party = await world.relyingParty(await world.application());
    const { browser, byCounty } = await ofCounty("county.again", 0);
    await signInTo(party, browser);
    for (const parameters of [{ prompt: "login" }, { max_age: "0" }] as Record<string, string>[]) {
      await byCounty();
      world.advanceBy({ seconds: 5 });
      const asked = await ask(party, parameters);
      const uid = await stopAtConsent(browser, asked.url);
      world.advanceBy({ seconds: 5 });
      await byCounty();
      expect((await waiting(browser, uid)).needs).toBe("sign-in");
      expect((await decideOn(browser, uid, "go-on")).body.code).toBe("not-signed-in");
      await signIn(browser, "county.again");
      expect((await waiting(browser, uid)).needs).toBe("go-on");
      const { body } = await decideOn(browser, uid, "go-on");
      const tokens = await redeem(party, await walk(browser, body.url), asked);
      expect(tokens.claims()?.amr).toEqual(["pwd"]);
    }
    await byCounty();
    const silent = await walk(browser, (await ask(party, { prompt: "none", max_age: "10000" })).url);
    expect(silent.searchParams.get("error")).toBe("login_required");
  });
});
