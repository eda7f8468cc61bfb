import { describe, expect, test } from "vitest";
import { acrValues } from "../../functions/contract/oidc.ts";
import { stepUp, turnOn } from "./second-factor.ts";
import { ask, decideOn, oidcWorld, redeem, signInTo, stopAtConsent, waiting, walk } from "./world.ts";

const world = await oidcWorld();
type Fields = Parameters<typeof world.application>[0];

async function arrive(fields: Fields, parameters: Record<string, string> = {}) {
  const party = await world.relyingParty(await world.application(fields));
  const person = await world.person();
  return { party, person, asked: await ask(party, parameters) };
}

describe("an application for other roles", () => {
  test("says so to a pupil, who cannot go on; with prompt=none the application is told access_denied", async () => {
    const { party, person, asked } = await arrive({ roles: ["teacher", "staff"] });
    const uid = await stopAtConsent(person.browser, asked.url);
    expect(await waiting(person.browser, uid)).toMatchObject({ needs: "not-for-you", roles: ["teacher", "staff"] });
    const { status, body } = await decideOn(person.browser, uid, "allow");
    expect([status, body.code]).toEqual([403, "application-not-for-you"]);
    const silent = await walk(person.browser, (await ask(party, { prompt: "none" })).url);
    expect(silent.searchParams.get("error")).toBe("access_denied");
    const refused = await walk(person.browser, asked.url, "refuse");
    expect(refused.searchParams.get("error")).toBe("access_denied");
  });

  test("lets those of its roles in", async () => {
    const { party, person } = await arrive({ roles: ["student"] });
    await signInTo(party, person.browser);
  });

  test("a consent given before does not help", async () => {
    const { party, person } = await arrive({ clientId: "role-changes" });
    await signInTo(party, person.browser);
    await world.application({ clientId: "role-changes", roles: ["teacher"] });
    world.advanceBy({ minutes: 1, seconds: 1 });
    const silent = await walk(person.browser, (await ask(party, { prompt: "none" })).url);
    expect(silent.searchParams.get("error")).toBe("access_denied");
  });
});

describe("a second factor", () => {
  const essential = { claims: JSON.stringify({ id_token: { acr: { essential: true, value: acrValues.twoFactors } } }) };

  test.each<[string, Fields, Record<string, string>]>([
    ["the application wants one", { requireSecondFactor: true }, {}],
    ["the request must have one", {}, essential],
  ])(
    "%s: somebody without is asked to bind one, somebody with one to use it, then it goes on",
    async (_, fields, parameters) => {
      const { party, person, asked } = await arrive(fields, parameters);
      const { browser } = person;
      const uid = await stopAtConsent(browser, asked.url);
      expect((await waiting(browser, uid)).needs).toBe("bind-second-factor");
      expect((await decideOn(browser, uid, "allow")).status).toBe(401);
      await turnOn(world.service, browser);
      expect((await waiting(browser, uid)).needs).toBe("second-factor");
      await stepUp(world.service, browser);
      expect((await waiting(browser, uid)).needs).toBe("consent");
      const { body } = await decideOn(browser, uid, "allow");
      const tokens = await redeem(party, await walk(browser, body.url), asked);
      expect(tokens.claims()).toMatchObject({ acr: acrValues.twoFactors, amr: ["pwd", "otp"] });
    },
  );

  test("prompt=none without it is refused", async () => {
    const { person, asked } = await arrive({ requireSecondFactor: true }, { prompt: "none" });
    expect((await walk(person.browser, asked.url)).searchParams.get("error")).toBe("interaction_required");
  });

  test("a request that would rather have one asks those who have one, and nobody else", async () => {
    const rather = { acr_values: `urn:unknown ${acrValues.twoFactors}` };
    const without = await arrive({}, rather);
    await signInTo(without.party, without.person.browser, rather);
    await turnOn(world.service, without.person.browser);
    const uid = await stopAtConsent(without.person.browser, (await ask(without.party, rather)).url);
    expect((await waiting(without.person.browser, uid)).needs).toBe("second-factor");
    const silent = await walk(without.person.browser, (await ask(without.party, { ...rather, prompt: "none" })).url);
    expect(silent.searchParams.has("code")).toBe(true);
  });
});

describe("nobody is signed in", () => {
  test("the page needs a sign-in; what is asked for can be read; refusing leads back to the application", async () => {
    const { asked } = await arrive({});
    const stranger = world.service.browser();
    const uid = await stopAtConsent(stranger, asked.url);
    const page = await waiting(stranger, uid);
    expect(page).toMatchObject({ needs: "sign-in", scopes: [{ scope: "openid" }, { scope: "profile" }] });
    expect(page).not.toHaveProperty("account");
    expect((await decideOn(stranger, uid, "allow")).body.code).toBe("not-signed-in");
    const { body } = await decideOn(stranger, uid, "refuse");
    const back = await walk(stranger, body.url);
    expect(Object.fromEntries(back.searchParams)).toMatchObject({ error: "access_denied", state: asked.state });
  });
});
