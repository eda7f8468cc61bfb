import * as rp from "openid-client";
import { describe, expect, it } from "vitest";
import { startProxiedService } from "../faults/proxied-service.ts";
import {
  ask,
  decideOn,
  issuer,
  type RegisteredFor,
  type RelyingParty,
  redeem,
  signInTo,
  stopAtConsent,
  waiting,
  walk,
  worldOver,
} from "../oidc/world.ts";
import type { Browser } from "../service/browser.ts";
import { goodPassword, signIn, solvedCaptcha, withAccount } from "../service/people.ts";
import { count, expectSteps } from "./same-steps.ts";

const { service, lane } = await startProxiedService();
const world = worldOver(service);

const why = { "zh-TW": "測試", en: "Test" };
const scopes = { openid: why, profile: why, eduinfo: why, offline_access: why };
const offline = { scope: "openid profile eduinfo offline_access", prompt: "consent" };

const personReads = "dynamodb.BatchGetItem accounts+consents+sessions";
const entrySteps = {
  authorize: [personReads, "dynamodb.PutItem tokens"],
  /** The last only while consent, account and session stand (T39): nothing leaves after a revocation was answered. */
  token: [
    "dynamodb.UpdateItem tokens",
    personReads,
    "dynamodb.TransactWriteItems accounts+consents+events+sessions+tokens",
  ],
  userinfo: ["dynamodb.BatchGetItem accounts+consents+sessions+tokens"],
};
/** After a decision, which is good for one code. */
const resumeSteps = [personReads, "dynamodb.TransactWriteItems once+tokens"];
/** Of offline access, which needs no session. */
const offlineReads = "dynamodb.BatchGetItem accounts+consents+tokens";
const refreshSteps = [offlineReads, "dynamodb.TransactWriteItems accounts+consents+tokens"];

/** An application whose entry, and the signing keys, the service read a moment ago. */
async function application() {
  const registered = await world.application({ scopes });
  const party = await world.relyingParty(registered);
  const stranger = await ask(party, { prompt: "none" });
  await service.browser().visit(stranger.url);
  return { registered, party };
}

/** Somebody signed in who allowed the application before, with its tokens. */
async function allowed(parameters: Record<string, string> = {}) {
  const { registered, party } = await application();
  const person = await world.person();
  const tokens = await signInTo(party, person.browser, parameters);
  lane.mend();
  return { registered, party, ...person, tokens };
}

/** From the application's request to its answer for the person's claims. */
async function enter(party: RelyingParty, browser: Browser) {
  const asked = await ask(party);
  const tokens = await redeem(party, await walk(browser, asked.url), asked);
  return rp.fetchUserInfo(party.config, tokens.access_token, tokens.claims()?.sub ?? "");
}

const read = (path: string, token: string) =>
  world.fetch(`${issuer}${path}`, { headers: { authorization: `Bearer ${token}` } });

describe("calls to AWS of single sign-on, all requests of a flow (performance goals 1 and 2)", () => {
  it("the first time, from the application to its answer by way of sign-in and consent: 14 to DynamoDB and 1 to Cognito", async () => {
    const { party } = await application();
    const { accountName } = await withAccount(service);
    const browser = service.browser();
    lane.mend();
    const asked = await ask(party);
    const uid = await stopAtConsent(browser, asked.url);
    expect((await waiting(browser, uid)).needs).toBe("sign-in");
    expect(lane.names()).toEqual([]);
    await signIn(browser, accountName);
    expect((await waiting(browser, uid)).needs).toBe("consent");
    const { body } = await decideOn(browser, uid, "allow");
    const tokens = await redeem(party, await walk(browser, body.url), asked);
    await rp.fetchUserInfo(party.config, tokens.access_token, tokens.claims()?.sub ?? "");

    expectSteps(lane.names(), [
      ["dynamodb.PutItem once", "dynamodb.BatchGetItem claims+limits"],
      "dynamodb.UpdateItem accounts",
      "cognito.AdminInitiateAuth",
      ["dynamodb.BatchWriteItem events+sessions", "dynamodb.UpdateItem accounts"],
      personReads,
      personReads,
      "dynamodb.TransactWriteItems audit+consents",
      ...resumeSteps,
      ...entrySteps.token,
      ...entrySteps.userinfo,
    ]);
    expect(count(lane.names(), "dynamodb")).toBe(14);
    expect(count(lane.names(), "cognito")).toBe(1);
  });

  it("who is signed in and allowed it before: 6 to DynamoDB, none to Cognito, one transaction", async () => {
    const { party, browser } = await allowed();
    await enter(party, browser);
    expectSteps(lane.names(), [...entrySteps.authorize, ...entrySteps.token, ...entrySteps.userinfo]);
    expect(lane.names()).toHaveLength(6);
  });

  it("an account that is signed in ten times enters with the same calls (T21)", async () => {
    const { party, accountName } = await allowed();
    const browsers = Array.from({ length: 10 }, () => service.browser());
    for (const browser of browsers) await signIn(browser, accountName);
    lane.mend();
    await enter(party, browsers[9]!);
    expectSteps(lane.names(), [...entrySteps.authorize, ...entrySteps.token, ...entrySteps.userinfo]);
  });

  it("a second application of somebody signed in: the consent with a transaction, and nothing of the sign-in", async () => {
    const { browser } = await allowed();
    const { party } = await application();
    lane.mend();
    await enter(party, browser);
    expectSteps(lane.names(), [
      personReads,
      personReads,
      personReads,
      "dynamodb.TransactWriteItems audit+consents",
      ...resumeSteps,
      ...entrySteps.token,
      ...entrySteps.userinfo,
    ]);
  });

  it("a refresh, and one that was answered before (T38)", async () => {
    const { party, tokens } = await allowed(offline);
    await rp.refreshTokenGrant(party.config, tokens.refresh_token ?? "");
    expectSteps(lane.names(), refreshSteps);
    lane.mend();
    await rp.refreshTokenGrant(party.config, tokens.refresh_token ?? "");
    expectSteps(lane.names(), refreshSteps.slice(0, -1));
  });

  it("the education record as userinfo, with offline access without the session", async () => {
    const { tokens } = await allowed(offline);
    expect((await read("/moeresource/api/v2/oidc/eduinfo", tokens.access_token)).status).toBe(200);
    expect(lane.names()).toEqual([offlineReads]);
    lane.mend();
    expect((await read("/oidc/v1/userinfo", tokens.access_token)).status).toBe(200);
    expect(lane.names()).toEqual([offlineReads]);
  });

  it("a token that is none, and one whose sealed part was changed or is another token's: one read, and nothing opens", async () => {
    const [{ tokens }, other] = [await allowed(), await allowed()];
    const [random = "", ...sealed] = tokens.access_token.split("~");
    const [, ...another] = other.tokens.access_token.split("~");
    lane.mend();
    for (const forged of [random, `${random}~${sealed.join("~")}x`]) {
      expect((await read("/oidc/v1/userinfo", forged)).status).toBe(401);
      expect(lane.names()).toEqual(["dynamodb.BatchGetItem tokens"]);
      lane.mend();
    }
    expect((await read("/oidc/v1/userinfo", [random, ...another].join("~"))).status).toBe(401);
    expect(lane.names()).toEqual(entrySteps.userinfo);
  });

  it("neither token says whose it is in a form that anybody but the service can read (T49)", async () => {
    const { tokens, userId, registered } = await allowed(offline);
    for (const token of [tokens.access_token, tokens.refresh_token ?? ""]) {
      const read = token.split("~").map((part) => Buffer.from(part, "base64url").toString("latin1"));
      expect([token, ...read].join(" ")).not.toContain(userId);
      expect([token, ...read].join(" ")).not.toContain(registered.clientId);
    }
  });

  it("a code that came twice: one more write for its mark, one for the audit (T31, I5)", async () => {
    const { party, browser } = await allowed();
    const asked = await ask(party);
    const back = await walk(browser, asked.url);
    await redeem(party, back, asked);
    lane.mend();
    await expect(redeem(party, back, asked)).rejects.toMatchObject({ error: "invalid_grant" });
    expectSteps(lane.names(), [
      "dynamodb.UpdateItem tokens",
      personReads,
      "dynamodb.PutItem consents",
      "dynamodb.PutItem audit",
    ]);
  });

  it("somebody who gives a wrong client secret: nothing is asked of anybody", async () => {
    const { registered, tokens } = await allowed(offline);
    const impostor: RegisteredFor = { ...registered, secret: "not the secret of this application" };
    const { status } = await world.token(impostor, {
      grant_type: "refresh_token",
      refresh_token: String(tokens.refresh_token),
    });
    expect(status).toBe(401);
    expect(lane.names()).toEqual([]);
  });

  it("entry, session check, refresh, taking back and signing out ask nothing of Cognito (goal 2)", async () => {
    const { registered, party, browser, tokens } = await allowed(offline);
    await enter(party, browser);
    await browser.call("GET /api/session");
    await world.token(registered, { grant_type: "refresh_token", refresh_token: String(tokens.refresh_token) });
    await browser.call("POST /api/my-account/authorizations/revoke", { clientIds: [registered.clientId] });
    await browser.call("POST /api/sign-out", {});
    expect(lane.names().filter((name) => !name.startsWith("dynamodb."))).toEqual([]);
  });

  it("a wrong password on the way costs the request that waits nothing", async () => {
    const { party } = await application();
    const { accountName } = await withAccount(service);
    const browser = service.browser();
    const uid = await stopAtConsent(browser, (await ask(party)).url);
    const captcha = await solvedCaptcha(browser, "sign-in");
    await browser.call("POST /api/sign-in", { accountName, password: `${goodPassword}?`, captcha });
    lane.mend();
    expect((await waiting(browser, uid)).needs).toBe("sign-in");
    expect(lane.names()).toEqual([]);
  });
});
