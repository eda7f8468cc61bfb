import * as rp from "openid-client";
import { afterEach, describe, expect, test } from "vitest";
import { expectSteps } from "../budgets/same-steps.ts";
import { startProxiedService } from "../faults/proxied-service.ts";
import { cameAlong, platformOf, platformScopes } from "./legacy-world.ts";
import { ask, redeem, signInTo, stopAtConsent, waiting, walk, worldOver } from "./world.ts";

const { service, lane } = await startProxiedService();
const world = worldOver(service);
const along = cameAlong(world);
afterEach(() => lane.mend());

const offline = { "zh-TW": "測試", en: "Test" };

async function arrived() {
  const scopes = { ...platformScopes, offline_access: offline };
  const party = await world.relyingParty(await world.application({ scopes, legacyPlatform: platformOf("ups") }));
  const person = await world.person();
  return { party, person };
}

describe("a legacy platform costs no call more than any other application (performance goals 1 and 2)", () => {
  test("the page that leads to the linking: 1", async () => {
    const { party, person } = await arrived();
    const uid = await stopAtConsent(person.browser, (await ask(party)).url);
    lane.mend();
    expect((await waiting(person.browser, uid)).needs).toBe("link-legacy-account");
    expect(lane.names()).toEqual(["dynamodb.BatchGetItem accounts+consents+sessions"]);
  });

  test("authorize 2, token 3, userinfo 1, refresh 2", async () => {
    const { party, person } = await arrived();
    await along.linked(person, "ups");
    const scope = "openid legacy offline_access";
    await signInTo(party, person.browser, { scope, prompt: "consent" });
    lane.mend();
    const asked = await ask(party, { scope: "openid legacy" });
    const back = await walk(person.browser, asked.url);
    expectSteps(lane.names(), ["dynamodb.BatchGetItem accounts+consents+sessions", "dynamodb.PutItem tokens"]);
    lane.mend();
    const tokens = await redeem(party, back, asked);
    expectSteps(lane.names(), [
      "dynamodb.UpdateItem tokens",
      "dynamodb.BatchGetItem accounts+consents+sessions",
      "dynamodb.TransactWriteItems accounts+consents+events+sessions+tokens",
    ]);
    lane.mend();
    const info = await rp.fetchUserInfo(party.config, tokens.access_token, tokens.claims()?.sub ?? "");
    expect(info.legacy_account).toBe("Old.Name-1");
    expect(lane.names()).toEqual(["dynamodb.BatchGetItem accounts+consents+sessions+tokens"]);
    const lasting = await signInTo(party, person.browser, { scope, prompt: "consent" });
    lane.mend();
    await rp.refreshTokenGrant(party.config, lasting.refresh_token ?? "");
    expectSteps(lane.names(), [
      "dynamodb.BatchGetItem accounts+consents+tokens",
      "dynamodb.TransactWriteItems accounts+consents+tokens",
    ]);
  });
});
