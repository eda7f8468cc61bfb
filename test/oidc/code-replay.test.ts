import * as rp from "openid-client";
import { describe, expect, test } from "vitest";
import { auditOf } from "./rows.ts";
import { ask, issuer, oidcWorld, type RegisteredFor, signInTo, walk } from "./world.ts";

const world = await oidcWorld();

/** An application that has a code in its hands and has not redeemed it. */
async function withCode(fields: Parameters<typeof world.application>[0] = {}) {
  const registered = await world.application(fields);
  const party = await world.relyingParty(registered);
  const person = await world.person();
  const asked = await ask(party);
  const back = await walk(person.browser, asked.url);
  const redeem = (more: Record<string, string> = {}, as: RegisteredFor = registered) =>
    world.token(as, {
      grant_type: "authorization_code",
      code: back.searchParams.get("code") ?? "",
      redirect_uri: registered.redirectUri,
      code_verifier: asked.verifier,
      ...more,
    });
  return { registered, party, person, redeem };
}

const userinfo = async (token: string) =>
  (await world.fetch(`${issuer}/oidc/v1/userinfo`, { headers: { authorization: `Bearer ${token}` } })).status;

describe("an authorization code works once (T31)", () => {
  test("RACE: of twenty parallel redemptions one gets tokens, and they are dead afterwards", async () => {
    const { redeem, person } = await withCode();
    const replies = await Promise.all(Array.from({ length: 20 }, () => redeem()));
    const good = replies.filter(({ status }) => status === 200);
    expect(good).toHaveLength(1);
    expect(replies.filter(({ body }) => body.error === "invalid_grant")).toHaveLength(19);
    expect(await userinfo(String(good[0]?.body.access_token))).toBe(401);
    expect(await auditOf(world.service, person.userId, "tokens.replayed")).toHaveLength(1);
  });

  test("REPLAY after 30 seconds: refused, and what the first one gave opens nothing any more", async () => {
    const { redeem } = await withCode();
    const first = await redeem();
    const token = String(first.body.access_token);
    expect(await userinfo(token)).toBe(200);
    world.advanceBy({ seconds: 30 });
    expect(await redeem()).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
    expect(await userinfo(token)).toBe(401);
  });

  test("a replay ends that sign-in only: the same person goes on to sign in to the same application", async () => {
    const { redeem, party, person } = await withCode();
    await redeem();
    await redeem();
    const tokens = await signInTo(party, person.browser);
    expect(await userinfo(tokens.access_token)).toBe(200);
  });

  test.each([
    [59, 200],
    [60, 400],
  ])("CLOCK: a code of %i seconds is answered with %i, the row being there (T11)", async (seconds, status) => {
    const { redeem } = await withCode();
    world.advanceBy({ seconds });
    expect((await redeem()).status).toBe(status);
  });

  test("another application cannot redeem it, nor spend it by trying", async () => {
    const { redeem } = await withCode();
    const other = await world.application();
    expect(await redeem({}, other)).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
    expect((await redeem()).status).toBe(200);
  });

  test("a code of before the sign-out is worth nothing after it", async () => {
    const { redeem, person } = await withCode();
    await person.browser.call("POST /api/sign-out");
    expect(await redeem()).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
  });

  test.each([
    [299, 200],
    [300, 401],
  ])("CLOCK: an access token of %i seconds is answered with %i (T11)", async (seconds, status) => {
    const { redeem } = await withCode();
    const { body } = await redeem();
    world.advanceBy({ seconds });
    expect(await userinfo(String(body.access_token))).toBe(status);
  });

  test("an access token ends with the session, and when the application gives it back", async () => {
    const { redeem, party, person } = await withCode();
    const { body } = await redeem();
    await person.browser.call("POST /api/sign-out");
    expect(await userinfo(String(body.access_token))).toBe(401);

    const again = await withCode();
    const given = String((await again.redeem()).body.access_token);
    await rp.tokenRevocation(again.party.config, given);
    expect(await userinfo(given)).toBe(401);
    expect(await auditOf(world.service, again.person.userId, "tokens.replayed")).toHaveLength(0);
    expect(party).toBeDefined();
  });
});
