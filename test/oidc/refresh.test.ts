import { describe, expect, test } from "vitest";
import { grantTo, reset } from "../reset-password/holder.ts";
import { auditOf } from "./rows.ts";
import { issuer, oidcWorld, type RegisteredFor, signInTo } from "./world.ts";

const world = await oidcWorld();
const reason = { "zh-TW": "您不在時也要同步", en: "To sync while you are away" };
const scopes = { openid: reason, profile: reason, offline_access: reason };
const publicClient = { tokenEndpointAuthMethod: "none" as const };

/** An application with a refresh token of a person. */
async function withRefreshToken(fields: Parameters<typeof world.application>[0] = {}) {
  const registered = await world.application({ scopes, ...fields });
  const party = await world.relyingParty(registered);
  const person = await world.person();
  const tokens = await signInTo(party, person.browser, { scope: "openid profile offline_access", prompt: "consent" });
  const refresh = (
    token = String(tokens.refresh_token),
    more: Record<string, string> = {},
    as: RegisteredFor = registered,
  ) => world.token(as, { grant_type: "refresh_token", refresh_token: token, ...more });
  return { registered, party, person, tokens, refresh };
}

const userinfo = async (token: unknown) =>
  (await world.fetch(`${issuer}/oidc/v1/userinfo`, { headers: { authorization: `Bearer ${token}` } })).status;

describe("a refresh token works once (T38)", () => {
  test("each use gives the next one; the one before is spent", async () => {
    const { refresh } = await withRefreshToken();
    const first = await refresh();
    expect(first).toMatchObject({ status: 200, body: { scope: "openid profile offline_access" } });
    const second = await refresh(String(first.body.refresh_token));
    expect(second.status).toBe(200);
    expect(await userinfo(second.body.access_token)).toBe(200);
  });

  test("RACE: ten parallel refreshes of a confidential application get one answer, one chain", async () => {
    const { refresh } = await withRefreshToken();
    const replies = await Promise.all(Array.from({ length: 10 }, () => refresh()));
    expect(replies.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(new Set(replies.map(({ body }) => body.refresh_token)).size).toBe(1);
    expect(await userinfo(replies[0]?.body.access_token)).toBe(200);
    expect((await refresh(String(replies[0]?.body.refresh_token))).status).toBe(200);
  });

  test("CLOCK: the same again 9 seconds later is the same answer, its tokens live", async () => {
    const { refresh } = await withRefreshToken();
    const first = await refresh();
    world.advanceBy({ seconds: 9 });
    const again = await refresh();
    expect(again).toEqual(first);
    expect(await userinfo(again.body.access_token)).toBe(200);
  });

  test("CLOCK: 11 seconds later the whole family ends, and the audit is told once", async () => {
    const { refresh, person } = await withRefreshToken();
    const first = await refresh();
    world.advanceBy({ seconds: 11 });
    expect(await refresh()).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
    expect(await userinfo(first.body.access_token)).toBe(401);
    expect(await refresh(String(first.body.refresh_token))).toMatchObject({
      status: 400,
      body: { error: "invalid_grant" },
    });
    expect(await auditOf(world.service, person.userId, "tokens.replayed")).toHaveLength(1);
  });

  test("within ten seconds, but for something else: the family ends", async () => {
    const { refresh } = await withRefreshToken();
    const first = await refresh();
    expect(await refresh(undefined, { scope: "openid" })).toMatchObject({
      status: 400,
      body: { error: "invalid_grant" },
    });
    expect(await userinfo(first.body.access_token)).toBe(401);
  });

  test("RACE: of ten parallel refreshes of an application without a secret one is answered, and the family ends", async () => {
    const { refresh } = await withRefreshToken(publicClient);
    const replies = await Promise.all(Array.from({ length: 10 }, () => refresh()));
    const good = replies.filter(({ status }) => status === 200);
    expect(good.length).toBeLessThanOrEqual(1);
    expect(replies.filter(({ body }) => body.error === "invalid_grant")).toHaveLength(10 - good.length);
    expect(await userinfo(good[0]?.body.access_token)).toBe(401);
  });

  test("another application gets nothing for it, and ends nothing by trying", async () => {
    const { refresh } = await withRefreshToken();
    const other = await world.application({ scopes });
    expect(await refresh(undefined, {}, other)).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
    expect((await refresh()).status).toBe(200);
  });

  test("it outlives the session, but not 30 days from the first one however often it is used (ASVS 10.4.8)", async () => {
    const { refresh, person } = await withRefreshToken();
    await person.browser.call("POST /api/sign-out");
    world.advanceBy({ days: 29 });
    const late = await refresh();
    expect(late.status).toBe(200);
    world.advanceBy({ days: 1 });
    expect(await refresh(String(late.body.refresh_token))).toMatchObject({
      status: 400,
      body: { error: "invalid_grant" },
    });
  });

  test("without offline access there is none", async () => {
    const party = await world.relyingParty(await world.application({ scopes }));
    const { browser } = await world.person();
    expect((await signInTo(party, browser)).refresh_token).toBeUndefined();
  });
});

describe("a consent taken back ends everything (T39)", () => {
  test("after the answer of the revocation neither refresh nor userinfo nor prompt=none work, and the next sign-in asks", async () => {
    const { refresh, tokens, person, registered } = await withRefreshToken();
    const { status } = await person.browser.call("POST /api/my-account/authorizations/revoke", {
      clientIds: [registered.clientId],
    });
    expect(status).toBe(200);
    expect(await refresh()).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
    expect(await userinfo(tokens.access_token)).toBe(401);
    const party = await world.relyingParty(registered);
    await expect(signInTo(party, person.browser, { prompt: "none" })).rejects.toMatchObject({
      error: "consent_required",
    });
    await signInTo(party, person.browser);
    expect(await refresh()).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
    expect(await userinfo(tokens.access_token), "given anew, the old ones stay dead").toBe(401);
  });

  test("RACE: a refresh beside the revocation gives nothing that lives after it", async () => {
    const { refresh, person, registered } = await withRefreshToken();
    const [reply] = await Promise.all([
      refresh(),
      person.browser.call("POST /api/my-account/authorizations/revoke", { clientIds: [registered.clientId] }),
    ]);
    expect(await userinfo(reply.body.access_token)).toBe(401);
    if (reply.status === 200)
      expect(await refresh(String(reply.body.refresh_token))).toMatchObject({ body: { error: "invalid_grant" } });
  });
});

describe("a new password ends everything (T17)", () => {
  test("after a reset neither the refresh token nor the access token of before opens anything", async () => {
    const { refresh, tokens, person } = await withRefreshToken();
    const holder = await grantTo(world.service, person.accountName, world.service.browser());
    expect((await reset(holder)).status).toBe(200);
    expect(await userinfo(tokens.access_token)).toBe(401);
    expect(await refresh()).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
  });
});
