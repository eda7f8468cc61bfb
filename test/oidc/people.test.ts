import * as rp from "openid-client";
import { describe, expect, test } from "vitest";
import { secretsManagerKeys } from "../../functions/adapters/keys.ts";
import { subjectOf } from "../../functions/ports/subjects.ts";
import { changeTo } from "../my-account/owner.ts";
import { userIdIn } from "../service/browser.ts";
import { apply, codeSentTo, enrol, signIn } from "../service/people.ts";
import { allRows } from "../service/rows.ts";
import { rowsOf } from "./rows.ts";
import { issuer, oidcWorld, type RegisteredFor, signInTo } from "./world.ts";

const world = await oidcWorld();
const words = { "zh-TW": "研習時數登錄", en: "Study hours" };

const infoOf = async (
  party: Awaited<ReturnType<typeof world.relyingParty>>,
  tokens: Awaited<ReturnType<typeof signInTo>>,
) => rp.fetchUserInfo(party.config, tokens.access_token, tokens.claims()?.sub ?? "");

describe("what an application knows a person by", () => {
  test("two applications know the same person by different subjects; two public ones by the same; none by the user id", async () => {
    const { browser, userId } = await world.person();
    const subject = async (registered: RegisteredFor) =>
      (await signInTo(await world.relyingParty(registered), browser)).claims()?.sub;
    const [one, other] = [await subject(await world.application()), await subject(await world.application())];
    const publicOne = await subject(await world.application({ subject: "public" }));
    const publicOther = await subject(
      await world.application({ subject: "public", redirectUris: ["https://a.test/", "https://b.test/"] }),
    );
    expect(new Set([one, other, publicOne]).size).toBe(3);
    expect(publicOther).toBe(publicOne);
    expect([one, other, publicOne]).not.toContain(userId);
  });

  test("back-channel logout will name the same subject and sid as the ID token", async () => {
    const registered = await world.application({ backchannelLogoutUri: "https://learn.test/logout" });
    const { browser, userId } = await world.person();
    const claims = (await signInTo(await world.relyingParty(registered), browser)).claims();
    const keys = secretsManagerKeys("educloud/key-ring");
    expect(claims?.sub).toBe(await subjectOf(keys, { clientId: registered.clientId, subject: "pairwise" }, userId));
    expect(claims?.sid).toMatch(/^[\w-]{43}$/);
    expect(claims?.sid).toBe((await signInTo(await world.relyingParty(registered), browser)).claims()?.sid);
  });
});

describe("claims", () => {
  test("an e-mail address is told when it was proved, with the scope", async () => {
    const party = await world.relyingParty(await world.application());
    const { browser, email } = await world.person();
    const tokens = await signInTo(party, browser, { scope: "openid email" });
    expect(await infoOf(party, tokens)).toMatchObject({ email, email_verified: true });
    expect(tokens.claims()).not.toHaveProperty("email");
  });

  test("updated_at moves with a change of a contact (M35)", async () => {
    const party = await world.relyingParty(await world.application());
    const { browser } = await world.person();
    const first = await infoOf(party, await signInTo(party, browser));
    world.advanceBy({ seconds: 61 });
    const at = Math.floor(world.clock.now() / 1_000);
    expect((await infoOf(party, await signInTo(party, browser))).updated_at).toBe(first.updated_at);
    expect((await changeTo(world.service, browser, `n${world.service.random(5)}@new.test`)).status).toBe(200);
    expect((await infoOf(party, await signInTo(party, browser))).updated_at).toBe(at);
    expect(first.updated_at).toBeLessThan(at);
  });

  test("the education record is served where the central provider has it, by a token with the scope", async () => {
    const party = await world.relyingParty(await world.application());
    const { browser } = await world.person();
    const record = (token: string, version: string) =>
      world.fetch(`${issuer}/moeresource/api/${version}/oidc/eduinfo`, {
        headers: { authorization: `Bearer ${token}` },
      });
    const tokens = await signInTo(party, browser, { scope: "openid eduinfo" });
    for (const version of ["v1", "v2"]) {
      const answer = await record(tokens.access_token, version);
      expect([answer.status, await answer.json()]).toEqual([
        200,
        {
          sub: tokens.claims()?.sub,
          schoolid: "383601",
          titles: [{ schoolid: "383601", titles: ["學生"] }],
          classinfo: [],
        },
      ]);
    }
    const without = await signInTo(party, browser, { scope: "openid" });
    const refused = await record(without.access_token, "v1");
    expect([refused.status, refused.headers.get("www-authenticate")]).toEqual([
      403,
      expect.stringContaining("insufficient_scope"),
    ]);
    expect((await record("x", "v1")).status).toBe(401);
    world.advanceBy({ minutes: 5 });
    expect((await record(tokens.access_token, "v1")).status).toBe(401);
  });

  test("M86: a teacher's ID number goes to an application that an operator let have it; it lies nowhere in clear", async () => {
    const [teacher] = await enrol(world.service, 1, "teacher");
    if (teacher === undefined) throw new Error("nobody was enrolled");
    const accountName = `t${world.service.random(5)}`;
    const [applying, browser] = [world.service.browser(), world.service.browser()];
    const email = `${accountName}@mail.test`;
    await apply.identity(applying, teacher);
    await apply.consent(applying);
    await apply.account(applying, { accountName, email });
    await apply.send(applying);
    await apply.check(applying, codeSentTo(world.service, email));
    await apply.complete(applying);
    await signIn(browser, accountName);

    const scopes = { openid: words, personid: words };
    const flagged = await world.relyingParty(await world.application({ scopes, mayHavePersonId: true }));
    const tokens = await signInTo(flagged, browser, { scope: "openid personid" });
    expect(await infoOf(flagged, tokens)).toMatchObject({ personid: teacher.personId });
    const unflagged = await world.relyingParty(await world.application({ scopes }));
    await expect(signInTo(unflagged, browser, { scope: "openid personid" })).rejects.toMatchObject({
      error: "invalid_scope",
    });
    expect((await allRows(world.service.prefix)).filter((row) => row.includes(teacher.personId))).toEqual([]);

    const { browser: pupil, userId } = await world.person();
    expect(await infoOf(flagged, await signInTo(flagged, pupil, { scope: "openid personid" }))).not.toHaveProperty(
      "personid",
    );
    const [row] = await rowsOf(world.service, "accounts", "userId", userId);
    expect(row).not.toHaveProperty("personNumber");
    expect(await rowsOf(world.service, "accounts", "userId", userIdIn(browser))).toMatchObject([
      { personNumber: expect.any(String) },
    ]);
  });
});

describe("records", () => {
  test("each sign-in to an application is one record, with the person's address, not the server's (M61)", async () => {
    const registered = await world.application();
    const party = await world.relyingParty(registered);
    const { browser, userId } = await world.person();
    await signInTo(party, browser);
    const records = (await rowsOf(world.service, "events", "userId", userId)).filter((row) =>
      row.event.startsWith("application#"),
    );
    expect(records).toMatchObject([{ clientId: registered.clientId }]);
    const opened = await secretsManagerKeys("educloud/key-ring").unseal("event", records[0]?.client);
    expect(opened).toMatchObject({ address: browser.address, browser: "test browser" });
  });

  test("no token, code or address lies in any table in clear", async () => {
    const party = await world.relyingParty(await world.application());
    const { browser } = await world.person();
    const tokens = await signInTo(party, browser);
    const rows = await allRows(world.service.prefix);
    for (const secret of [
      tokens.access_token,
      browser.address,
      browser.cookies.get("__Host-session")?.split(".")[2] ?? "",
    ])
      expect(rows.filter((row) => row.includes(secret))).toEqual([]);
  });
});
