import * as rp from "openid-client";
import { describe, expect, test } from "vitest";
import { apply, codeSentTo, enrol, publicOwner, signIn } from "../service/people.ts";
import { cameAlong, platformOf, platformScopes } from "./legacy-world.ts";
import { oidcWorld, type RelyingParty, signInTo } from "./world.ts";

const world = await oidcWorld();
const along = cameAlong(world);
const reason = { "zh-TW": "研習時數", en: "Study hours" };
const withNumber = { scopes: { ...platformScopes, personid: reason }, mayHavePersonId: true };
const phone = "0223456789";

async function platform(fields: Parameters<typeof world.application>[0] = {}) {
  const id = `p${world.service.random(3)}`;
  const registered = await world.application({
    scopes: platformScopes,
    legacyPlatform: platformOf(id, { claim: "ups_account" }),
    ...fields,
  });
  return { id, party: await world.relyingParty(registered) };
}

type Tokens = Awaited<ReturnType<typeof signInTo>>;
const infoOf = async ({ config }: RelyingParty, tokens: Tokens) =>
  rp.fetchUserInfo(config, tokens.access_token, tokens.claims()?.sub ?? "");

describe("what a legacy platform is told of who joined an old account (M82)", () => {
  test("the old account as it wrote it, by the name that it knows, and by no other", async () => {
    const { id, party } = await platform();
    const person = await world.person();
    await along.linked(person, id, "Wang.Wu_1");
    const tokens = await signInTo(party, person.browser, { scope: "openid legacy" });
    expect(await infoOf(party, tokens)).toEqual({ sub: tokens.claims()?.sub, ups_account: "Wang.Wu_1" });
    expect(tokens.claims()).not.toHaveProperty("ups_account");
  });

  test("by the common name where it chose none", async () => {
    const { id, party } = await platform({ legacyPlatform: platformOf("common") });
    expect(id).not.toBe("common");
    const person = await world.person();
    await along.linked(person, "common");
    const tokens = await signInTo(party, person.browser, { scope: "openid legacy" });
    expect(await infoOf(party, tokens)).toMatchObject({ legacy_account: "Old.Name-1" });
  });

  test("nothing without the scope", async () => {
    const { id, party } = await platform();
    const person = await world.person();
    await along.linked(person, id);
    const tokens = await signInTo(party, person.browser, { scope: "openid profile" });
    const info = await infoOf(party, tokens);
    expect([info.ups_account, info.legacy_account, info.name]).toEqual([undefined, undefined, person.person.name]);
  });

  test("in the ID token, and at userinfo, when the request asks for the claim by itself", async () => {
    const { id, party } = await platform();
    const person = await world.person();
    await along.linked(person, id);
    const claims = JSON.stringify({ id_token: { legacy_account: null }, userinfo: { legacy_account: null } });
    const tokens = await signInTo(party, person.browser, { scope: "openid", claims });
    expect(tokens.claims()).toMatchObject({ ups_account: "Old.Name-1" });
    expect(tokens.claims()).not.toHaveProperty("legacy_account");
    expect(await infoOf(party, tokens)).toMatchObject({ ups_account: "Old.Name-1" });
  });

  test("nothing any more once the help desk took the link back", async () => {
    const { id, party } = await platform();
    const person = await world.person();
    await along.linked(person, id);
    const tokens = await signInTo(party, person.browser, { scope: "openid legacy" });
    await along.unlinked(person, id);
    expect(await infoOf(party, tokens)).toEqual({ sub: tokens.claims()?.sub });
  });

  test("an application that is no platform is refused the scope, and knows no old account by the claim", async () => {
    const { id } = await platform();
    const other = await world.relyingParty(await world.application({ scopes: platformScopes }));
    const person = await world.person();
    await along.linked(person, id);
    await expect(signInTo(other, person.browser, { scope: "openid legacy" })).rejects.toMatchObject({
      error: "invalid_scope",
    });
    const claims = JSON.stringify({ userinfo: { legacy_account: null, ups_account: null } });
    const tokens = await signInTo(other, person.browser, { scope: "openid", claims });
    expect(await infoOf(other, tokens)).toEqual({ sub: tokens.claims()?.sub });
  });
});

describe("what a legacy platform is told of who had no old account (M83)", () => {
  const profile = {
    title: "組長",
    phone,
    email: "wang@old.test",
    gender: "female" as const,
    chineseName: "王小明",
    englishName: "Wang",
    personId: "A123456789",
  };

  test("what the person told it, without the ID number", async () => {
    const { id, party } = await platform(withNumber);
    const person = await world.person();
    await along.registered(person, id, profile);
    const tokens = await signInTo(party, person.browser, { scope: "openid legacy" });
    expect(await infoOf(party, tokens)).toEqual({
      sub: tokens.claims()?.sub,
      legacy_profile: {
        title: "組長",
        phone,
        email: "wang@old.test",
        gender: "female",
        chinese_name: "王小明",
        english_name: "Wang",
      },
    });
  });

  test("M86: the ID number it was told, by its own scope and an operator's leave", async () => {
    const { id, party } = await platform(withNumber);
    const person = await world.person();
    await along.registered(person, id, profile);
    const tokens = await signInTo(party, person.browser, { scope: "openid personid" });
    expect(await infoOf(party, tokens)).toEqual({ sub: tokens.claims()?.sub, personid: "A123456789" });

    const without = await platform({ ...withNumber, mayHavePersonId: false });
    await along.registered(person, without.id, profile);
    await expect(signInTo(without.party, person.browser, { scope: "openid personid" })).rejects.toMatchObject({
      error: "invalid_scope",
    });
    const claims = JSON.stringify({ userinfo: { personid: null } });
    const asking = await signInTo(without.party, person.browser, { scope: "openid", claims });
    expect(await infoOf(without.party, asking)).toEqual({ sub: asking.claims()?.sub });
  });

  test("M86: what one platform was told is told to no other application, whatever an operator lets that one have", async () => {
    const { id } = await platform(withNumber);
    const person = await world.person();
    await along.registered(person, id, profile);
    const another = await platform(withNumber);
    await along.linked(person, another.id);
    const { openid, personid } = withNumber.scopes;
    const noPlatform = await world.application({ scopes: { openid, personid }, mayHavePersonId: true });
    for (const party of [another.party, await world.relyingParty(noPlatform)]) {
      const tokens = await signInTo(party, person.browser, { scope: "openid personid" });
      expect(await infoOf(party, tokens)).toEqual({ sub: tokens.claims()?.sub });
    }
  });

  test("M86: a number that nobody could compare, of who is in no roster, is told to nobody", async () => {
    const { id, party } = await platform(withNumber);
    const { browser } = await publicOwner(world.service);
    await along.registered({ browser }, id, profile);
    const tokens = await signInTo(party, browser, { scope: "openid legacy personid" });
    const info = await infoOf(party, tokens);
    expect(info.legacy_profile).toMatchObject({ title: "組長" });
    expect(JSON.stringify(info)).not.toContain(profile.personId);
  });

  test("M86: the number that the account has goes before the one that was typed at the platform", async () => {
    const [teacher] = await enrol(world.service, 1, "teacher");
    const accountName = `t${world.service.random(5)}`;
    const [applying, browser] = [world.service.browser(), world.service.browser()];
    const email = `${accountName}@mail.test`;
    await apply.identity(applying, teacher!);
    await apply.consent(applying);
    await apply.account(applying, { accountName, email });
    await apply.send(applying);
    await apply.check(applying, codeSentTo(world.service, email));
    await apply.complete(applying);
    await signIn(browser, accountName);
    const { id, party } = await platform(withNumber);
    await along.registered({ browser }, id, profile);
    const tokens = await signInTo(party, browser, { scope: "openid personid" });
    expect(await infoOf(party, tokens)).toMatchObject({ personid: teacher?.personId });
  });
});
