import * as rp from "openid-client";
import { afterEach, describe, expect, test } from "vitest";
import { expectSteps } from "../budgets/same-steps.ts";
import { startProxiedService } from "../faults/proxied-service.ts";
import type { Browser } from "../service/browser.ts";
import { rowsOf } from "./rows.ts";
import { ask, decideOn, issuer, redeem, signInTo, stopAtConsent, waiting, walk, worldOver } from "./world.ts";

const { service, lane } = await startProxiedService();
const world = worldOver(service);
afterEach(() => lane.mend());

const reason = { "zh-TW": "測試", en: "Test" };
const scopes = { openid: reason, profile: reason, offline_access: reason };
const offline = { scope: "openid profile offline_access", prompt: "consent" };

/** Somebody who allowed the application before; keys and the application were read a moment ago. */
async function known() {
  const party = await world.relyingParty(await world.application({ scopes }));
  const person = await world.person();
  const tokens = await signInTo(party, person.browser, offline);
  lane.mend();
  return { party, ...person, tokens };
}

const userinfo = (token: string) =>
  world.fetch(`${issuer}/oidc/v1/userinfo`, { headers: { authorization: `Bearer ${token}` } });

describe("calls to AWS (performance goals 1 and 2)", () => {
  test("who is signed in and allowed it before: authorize 2, token 3, userinfo 1, none to Cognito, one transaction (T39)", async () => {
    const { party, browser } = await known();
    const asked = await ask(party);
    const back = await walk(browser, asked.url);
    expectSteps(lane.names(), ["dynamodb.BatchGetItem accounts+consents+sessions", "dynamodb.PutItem tokens"]);
    lane.mend();
    const tokens = await redeem(party, back, asked);
    expectSteps(lane.names(), [
      "dynamodb.UpdateItem tokens",
      "dynamodb.BatchGetItem accounts+consents+sessions",
      "dynamodb.TransactWriteItems accounts+consents+events+sessions+tokens",
    ]);
    lane.mend();
    await rp.fetchUserInfo(party.config, tokens.access_token, tokens.claims()?.sub ?? "");
    expect(lane.names()).toEqual(["dynamodb.BatchGetItem accounts+consents+sessions+tokens"]);
  });

  test("the consent page: 1 to show it, 2 to allow it, 2 to go on", async () => {
    const party = await world.relyingParty(await world.application());
    const { browser } = await world.person();
    const { url } = await ask(party);
    const uid = await stopAtConsent(browser, url);
    lane.mend();
    await waiting(browser, uid);
    expect(lane.names()).toEqual(["dynamodb.BatchGetItem accounts+consents+sessions"]);
    lane.mend();
    const { body } = await decideOn(browser, uid, "allow");
    expectSteps(lane.names(), [
      "dynamodb.BatchGetItem accounts+consents+sessions",
      "dynamodb.TransactWriteItems audit+consents",
    ]);
    lane.mend();
    await browser.visit(body.url);
    expectSteps(lane.names(), [
      "dynamodb.BatchGetItem accounts+consents+sessions",
      "dynamodb.TransactWriteItems once+tokens",
    ]);
  });

  test("a refresh: 2, the last a transaction that also checks consent, family and account (T38, T39)", async () => {
    const { party, tokens } = await known();
    await rp.refreshTokenGrant(party.config, tokens.refresh_token ?? "");
    expectSteps(lane.names(), [
      "dynamodb.BatchGetItem accounts+consents+tokens",
      "dynamodb.TransactWriteItems accounts+consents+tokens",
    ]);
  });

  test("discovery, keys, a bad request and somebody unknown ask nothing of anybody", async () => {
    const { party } = await known();
    await world.fetch(`${issuer}/.well-known/openid-configuration`);
    await world.fetch(`${issuer}/oidc/v1/jwksets`);
    const stranger = service.browser();
    await stranger.visit((await ask(party, { prompt: "none" })).url);
    await stranger.visit((await ask(party)).url);
    await stranger.visit((await ask(party, { response_type: "token" })).url);
    expect(lane.names()).toEqual([]);
  });
});

describe("the store is away or too busy (T47)", () => {
  test.each(["before", "busy"] as const)("%s at the code: 503 and no code", async (mode) => {
    const { party, browser } = await known();
    lane.fault({ mode, at: "dynamodb.PutItem tokens", nth: "every" });
    const answer = await browser.visit((await ask(party)).url, { headers: { accept: "text/html,*/*" } });
    expect(await answer.text()).toContain("系統忙碌中");
    expect([answer.status, answer.headers.get("retry-after"), answer.headers.get("location")]).toEqual([
      503,
      "5",
      null,
    ]);
  });

  test("at the session: 503, and nobody is told that nobody is signed in", async () => {
    const { party, browser } = await known();
    lane.fault({ mode: "before", at: "dynamodb.BatchGetItem accounts+consents+sessions", nth: "every" });
    expect((await browser.visit((await ask(party, { prompt: "none" })).url)).status).toBe(503);
  });

  test("at the tokens of a refresh: 503, nothing is spent, and the same again works", async () => {
    const { party, tokens } = await known();
    lane.fault({ mode: "before", at: "dynamodb.TransactWriteItems accounts+consents+tokens", nth: "every" });
    const refresh = () => rp.refreshTokenGrant(party.config, tokens.refresh_token ?? "");
    await expect(refresh()).rejects.toMatchObject({ cause: { status: 503 } });
    lane.mend();
    expect((await refresh()).access_token).toBeTypeOf("string");
  });

  test("at the mark of a replay: 503, not a refusal that ended nothing", async () => {
    const { party, browser } = await known();
    const asked = await ask(party);
    const back = await walk(browser, asked.url);
    const tokens = await redeem(party, back, asked);
    lane.mend();
    lane.fault({ mode: "before", at: "dynamodb.PutItem consents", nth: "every" });
    await expect(redeem(party, back, asked)).rejects.toMatchObject({ cause: { status: 503 } });
    lane.mend();
    await expect(redeem(party, back, asked)).rejects.toMatchObject({ error: "invalid_grant" });
    expect((await userinfo(tokens.access_token)).status).toBe(401);
  });

  test.each(["dynamodb.UpdateItem tokens", "dynamodb.TransactWriteItems accounts+consents+events+sessions+tokens"])(
    "an answer of %s that was lost is asked for again and changes nothing (T45)",
    async (at) => {
      const { party, browser, userId } = await known();
      const before = (await rowsOf(service, "events", "userId", userId)).length;
      const asked = await ask(party);
      const back = await walk(browser, asked.url);
      lane.mend();
      const armed = lane.fault({ mode: "after", at, nth: 1, tries: "one" });
      const tokens = await redeem(party, back, asked);
      expect(armed.struck()).toBe(1);
      expect((await userinfo(tokens.access_token)).status).toBe(200);
      expect(await rowsOf(service, "events", "userId", userId)).toHaveLength(before + 1);
    },
  );

  test("a refresh whose answer was lost on the way, also to us, is the same when it is asked for again (T38)", async () => {
    const { party, tokens } = await known();
    lane.fault({ mode: "after", at: "dynamodb.TransactWriteItems accounts+consents+tokens", nth: 1, tries: "one" });
    const refresh = () => rp.refreshTokenGrant(party.config, tokens.refresh_token ?? "");
    const first = await refresh();
    expect((await refresh()).refresh_token).toBe(first.refresh_token);
  });
});

describe("taken back while tokens are on their way (T39, T17)", () => {
  const during = {
    mode: "meanwhile",
    at: "dynamodb.TransactWriteItems accounts+consents+tokens",
    nth: 1,
    tries: "one",
  } as const;

  test("the consent: the refresh that had read it gets nothing", async () => {
    const { party, browser, tokens } = await known();
    const { client_id } = party.config.clientMetadata();
    const act = async () => {
      await browser.call("POST /api/my-account/authorizations/revoke", { clientIds: [client_id] });
    };
    const armed = lane.fault({ ...during, act });
    await expect(rp.refreshTokenGrant(party.config, tokens.refresh_token ?? "")).rejects.toMatchObject({
      error: "invalid_grant",
    });
    expect(armed.struck()).toBe(1);
  });

  test.each<[string, string, (browser: Browser, clientId: string) => Promise<unknown>]>([
    [
      "the consent",
      "openid profile",
      (browser, clientId) => browser.call("POST /api/my-account/authorizations/revoke", { clientIds: [clientId] }),
    ],
    ["the session", "openid profile", (browser) => browser.call("POST /api/sign-out")],
    ["the session", offline.scope, (browser) => browser.call("POST /api/sign-out")],
  ])("%s, code of %s: the redemption that had read it gives no ID token", async (_, scope, takeBack) => {
    const { party, browser } = await known();
    const asked = await ask(party, { scope, prompt: "consent" });
    const back = await walk(browser, asked.url);
    const act = async () => void (await takeBack(browser, party.config.clientMetadata().client_id));
    const at = "dynamodb.TransactWriteItems accounts+consents+events+sessions+tokens";
    const armed = lane.fault({ ...during, at, act });
    await expect(redeem(party, back, asked)).rejects.toMatchObject({ error: "invalid_grant" });
    expect(armed.struck()).toBe(1);
  });

  test("the family, by a replay of its code: the refresh gets nothing", async () => {
    const { party, browser } = await known();
    const asked = await ask(party, offline);
    const back = await walk(browser, asked.url);
    const tokens = await redeem(party, back, asked);
    const act = async () => {
      await redeem(party, back, asked).catch(() => {});
    };
    lane.fault({ ...during, act });
    await expect(rp.refreshTokenGrant(party.config, tokens.refresh_token ?? "")).rejects.toMatchObject({
      error: "invalid_grant",
    });
  });
});
