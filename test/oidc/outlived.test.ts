import { describe, expect, test } from "vitest";
import { dynamoApplications } from "../../functions/adapters/applications.ts";
import { partsOf } from "../../functions/adapters/parts.ts";
import { systemIds } from "../../functions/adapters/system.ts";
import { readSettings } from "../../functions/contract/settings.ts";
import { auditOf } from "./rows.ts";
import { ask, issuer, oidcWorld, signInTo, walk } from "./world.ts";

const world = await oidcWorld();
const reason = { "zh-TW": "您不在時也要同步", en: "To sync while you are away" };
const scopes = { openid: reason, profile: reason, eduinfo: reason, offline_access: reason };
const offline = { scope: "openid profile eduinfo offline_access", prompt: "consent" };
const after = "https://learn.test/signed-out";

const open = async (path: string, token: unknown) =>
  (await world.fetch(`${issuer}${path}`, { headers: { authorization: `Bearer ${token}` } })).status;
const opened = async (token: unknown) => [
  await open("/oidc/v1/userinfo", token),
  await open("/moeresource/api/v2/oidc/eduinfo", token),
];

/** An application with a code, and with the tokens of another sign-in of the same person. */
async function withCode(parameters: Record<string, string> = offline) {
  const registered = await world.application({ scopes });
  const party = await world.relyingParty(registered);
  const person = await world.person();
  const asked = await ask(party, parameters);
  const back = await walk(person.browser, asked.url);
  const redeem = (code_verifier = asked.verifier) =>
    world.token(registered, {
      grant_type: "authorization_code",
      code: back.searchParams.get("code") ?? "",
      redirect_uri: registered.redirectUri,
      code_verifier,
    });
  return { registered, party, redeem, ...person };
}

describe("a code", () => {
  test("of offline access is worth nothing once the person signed out (T31)", async () => {
    const { browser, redeem } = await withCode();
    expect((await browser.call("POST /api/sign-out")).status).toBe(200);
    expect(await redeem()).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
  });

  test("of offline access gives tokens that outlive the session, when it was redeemed before (T31)", async () => {
    const { browser, redeem } = await withCode();
    const { body } = await redeem();
    await browser.call("POST /api/sign-out");
    expect(await opened(body.access_token)).toEqual([200, 200]);
  });

  test("that comes again past its time ends what the first one gave, once told to the audit (T31, I5)", async () => {
    const { redeem, userId } = await withCode();
    const { body } = await redeem();
    world.advanceBy({ seconds: 61 });
    expect(await opened(body.access_token)).toEqual([200, 200]);
    for (let n = 0; n < 2; n += 1)
      expect(await redeem()).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
    expect(await opened(body.access_token)).toEqual([401, 401]);
    expect(await auditOf(world.service, userId, "tokens.replayed")).toHaveLength(1);
  });

  test("that another application comes with past its time ends nothing (T31)", async () => {
    const { redeem, registered } = await withCode();
    const { body } = await redeem();
    world.advanceBy({ seconds: 61 });
    Object.assign(registered, await world.application({ scopes }));
    expect((await redeem()).status).toBe(400);
    expect(await opened(body.access_token)).toEqual([200, 200]);
  });
});

describe("an application that is not for the person any more", () => {
  test("reads nothing and refreshes nothing, also with offline access", async () => {
    const { registered, redeem } = await withCode();
    const { body } = await redeem();
    await world.application({ clientId: registered.clientId, scopes, roles: ["teacher"] });
    world.advanceBy({ seconds: 61 });
    expect(await opened(body.access_token)).toEqual([401, 401]);
    const refreshed = await world.token(registered, {
      grant_type: "refresh_token",
      refresh_token: String(body.refresh_token),
    });
    expect(refreshed).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
    await world.application({ clientId: registered.clientId, scopes, roles: ["student"] });
    world.advanceBy({ seconds: 61 });
    expect(await opened(body.access_token)).toEqual([200, 200]);
  });

  test("that was removed is refused at userinfo and at the education record: 401", async () => {
    const { registered, redeem } = await withCode();
    const { body } = await redeem();
    const settings = readSettings(world.service.environment);
    const surroundings = { environment: {}, clock: world.clock, ids: systemIds };
    await dynamoApplications(partsOf(settings, surroundings)).remove(registered.clientId, { operator: "test" });
    world.advanceBy({ seconds: 61 });
    expect(await opened(body.access_token)).toEqual([401, 401]);
  });
});

test("an ID token of a live session is a good hint though another key signs since (T37)", async () => {
  const party = await world.relyingParty(await world.application({ postLogoutRedirectUris: [after] }));
  const { browser } = await world.person();
  world.advanceBy({ days: 89, minutes: 1 });
  await world.service.jobs({ job: "rotate-signing-keys" });
  world.advanceBy({ hours: 23, minutes: 58 });
  await world.signInAgain(browser);
  const tokens = await signInTo(party, browser);
  for (let turn = 0; turn < 22; turn += 1) {
    world.advanceBy({ minutes: 20 });
    await browser.call("GET /api/session");
  }
  await world.service.jobs({ job: "rotate-signing-keys" });
  world.advanceBy({ minutes: 11 });
  expect((await browser.call("GET /api/session")).body.signedIn).toBe(true);
  const query = new URLSearchParams({ id_token_hint: tokens.id_token ?? "", post_logout_redirect_uri: after });
  expect((await browser.visit(`${issuer}/oidc/v1/userlogout?${query}`)).status).toBe(200);
});
