import { describe, expect, test } from "vitest";
import { cameAlong, platformOf, platformScopes } from "./legacy-world.ts";
import { stepUp, turnOn } from "./second-factor.ts";
import { ask, decideOn, oidcWorld, redeem, signInTo, stopAtConsent, waiting, walk } from "./world.ts";

const world = await oidcWorld();
const along = cameAlong(world);
type Fields = Parameters<typeof world.application>[0];

async function platform(fields: Fields = {}) {
  const id = `p${world.service.random(3)}`;
  const registered = await world.application({ scopes: platformScopes, legacyPlatform: platformOf(id), ...fields });
  return { id, clientId: registered.clientId, party: await world.relyingParty(registered) };
}

const errorOf = (back: URL) => back.searchParams.get("error");

describe("somebody who comes to a legacy platform for the first time (M81)", () => {
  test("is led to the linking, cannot allow or go on without it, and then comes to the consent and in", async () => {
    const { id, clientId, party } = await platform();
    const person = await world.person();
    const { browser } = person;
    const asked = await ask(party);
    const uid = await stopAtConsent(browser, asked.url);
    expect(await waiting(browser, uid)).toMatchObject({ needs: "link-legacy-account", application: { clientId } });
    for (const decision of ["allow", "go-on"] as const) {
      const { status } = await decideOn(browser, uid, decision);
      expect([decision, status]).toEqual([decision, 401]);
    }
    await along.linked(person, id);
    expect((await waiting(browser, uid)).needs).toBe("consent");
    const { body } = await decideOn(browser, uid, "allow");
    await redeem(party, await walk(browser, body.url), asked);
  });

  test("may refuse, and is not known to the application", async () => {
    const { party } = await platform();
    const { browser } = await world.person();
    expect(errorOf(await walk(browser, (await ask(party)).url, "refuse"))).toBe("access_denied");
  });

  test("is let in neither by prompt=none nor by a consent of before the application was a platform", async () => {
    const clientId = `later-${world.service.random(3)}`;
    const { legacy: _, ...scopes } = platformScopes;
    const party = await world.relyingParty(await world.application({ clientId, scopes }));
    const { browser } = await world.person();
    await signInTo(party, browser);
    await world.application({ clientId, scopes: platformScopes, legacyPlatform: platformOf("later") });
    world.advanceBy({ minutes: 1, seconds: 1 });
    const silent = await walk(browser, (await ask(party, { prompt: "none" })).url);
    expect([errorOf(silent), silent.searchParams.has("code")]).toEqual(["interaction_required", false]);
    const uid = await stopAtConsent(browser, (await ask(party)).url);
    expect((await waiting(browser, uid)).needs).toBe("link-legacy-account");
    expect((await decideOn(browser, uid, "go-on")).status).toBe(401);
    await expect(walk(browser, `https://account.test/oidc/v1/azp/${uid}`, "go-on")).rejects.toThrow("401");
  });

  test("goes straight in the next time (M84)", async () => {
    const { id, party } = await platform();
    const person = await world.person();
    await along.linked(person, id);
    await signInTo(party, person.browser);
    const silent = await walk(person.browser, (await ask(party, { prompt: "none" })).url);
    expect(silent.searchParams.has("code")).toBe(true);
  });

  test("came along without an old account just as well (M83)", async () => {
    const { id, party } = await platform();
    const person = await world.person();
    await along.registered(person, id, { phone: "0223456789" });
    await signInTo(party, person.browser);
  });

  test("came to every application of the same platform, and to no other platform", async () => {
    const { id, party } = await platform();
    const [sister, stranger] = [await platform({ legacyPlatform: platformOf(id) }), await platform()];
    const person = await world.person();
    await along.linked(person, id);
    await signInTo(party, person.browser);
    await signInTo(sister.party, person.browser);
    const silent = await walk(person.browser, (await ask(stranger.party, { prompt: "none" })).url);
    expect(errorOf(silent)).toBe("interaction_required");
  });

  test("is asked anew when the help desk took the link back", async () => {
    const { id, party } = await platform();
    const person = await world.person();
    await along.linked(person, id);
    await signInTo(party, person.browser);
    await along.unlinked(person, id);
    expect(errorOf(await walk(person.browser, (await ask(party, { prompt: "none" })).url))).toBe(
      "interaction_required",
    );
    const uid = await stopAtConsent(person.browser, (await ask(party)).url);
    expect((await waiting(person.browser, uid)).needs).toBe("link-legacy-account");
  });
});

describe("a decision of before the help desk took the link back", () => {
  test("gives no code: the provider asks for the linking itself", async () => {
    const { id, party } = await platform();
    const person = await world.person();
    await along.linked(person, id);
    const uid = await stopAtConsent(person.browser, (await ask(party)).url);
    const { body } = await decideOn(person.browser, uid, "allow");
    await along.unlinked(person, id);
    const again = await stopAtConsent(person.browser, body.url);
    expect((await waiting(person.browser, again)).needs).toBe("link-legacy-account");
  });
});

describe("what comes before the linking", () => {
  test("the second factor that the platform wants", async () => {
    const { id, party } = await platform({ requireSecondFactor: true });
    const person = await world.person();
    const uid = await stopAtConsent(person.browser, (await ask(party)).url);
    const needs = async () => (await waiting(person.browser, uid)).needs;
    expect(await needs()).toBe("bind-second-factor");
    await turnOn(world.service, person.browser);
    expect(await needs()).toBe("second-factor");
    await stepUp(world.service, person.browser);
    expect(await needs()).toBe("link-legacy-account");
    await along.linked(person, id);
    expect(await needs()).toBe("consent");
  });

  test("that it is for this person at all", async () => {
    const { party } = await platform({ roles: ["teacher"] });
    const { browser } = await world.person();
    const uid = await stopAtConsent(browser, (await ask(party)).url);
    expect((await waiting(browser, uid)).needs).toBe("not-for-you");
    expect(errorOf(await walk(browser, (await ask(party, { prompt: "none" })).url))).toBe("access_denied");
  });

  test("the sign-in: who is nobody yet is not led to it", async () => {
    const { party } = await platform();
    const stranger = world.service.browser();
    const uid = await stopAtConsent(stranger, (await ask(party)).url);
    expect((await waiting(stranger, uid)).needs).toBe("sign-in");
  });
});
