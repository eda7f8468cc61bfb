import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DeleteCommand, DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { describe, expect, it } from "vitest";
import { profileOf } from "../../functions/adapters/account-row.ts";
import { secretsManagerKeys } from "../../functions/adapters/keys.ts";
import { personDigest, personKeyOf } from "../../functions/ports/person-key.ts";
import { importPlaces, type RosterPlace, registeredAs, rosterPerson } from "../default-passwords/class.ts";
import { rowsBehind } from "../faults/rows.ts";
import { accountIn, userIdOf } from "../reset-password/holder.ts";
import type { Browser } from "../service/browser.ts";
import { signIn } from "../service/people.ts";
import { startService } from "../service/service.ts";
import { auditOf } from "./owner.ts";

const service = await startService();
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", service.prefix);
const keys = secretsManagerKeys("educloud/key-ring");

/** Somebody with an account made at the first place, and signed in. */
async function withPlaces(...places: [RosterPlace, ...RosterPlace[]]) {
  await importPlaces(service, places);
  const accountName = await registeredAs(service, places[0]);
  const browser = service.browser();
  await signIn(browser, accountName);
  const userId = await userIdOf(service, accountName);
  const enrolled = async () =>
    (await profileOf(keys, await accountIn(rows, userId))).enrolments
      .map(({ role, school, class: className }) => `${role} ${school.code} ${className}`)
      .toSorted();
  return { accountName, browser, userId, enrolled };
}

const asked = ({ personId, role, school, level }: RosterPlace, change = {}) => ({
  personId,
  role,
  school: { code: school, level },
  ...change,
});
const look = (browser: Browser, place: RosterPlace, change = {}) =>
  browser.call("POST /api/my-account/school/look", asked(place, change));
const update = (browser: Browser, place: RosterPlace, change = {}) =>
  browser.call("POST /api/my-account/school", asked(place, change));
const gone = (place: RosterPlace): RosterPlace => ({ ...place, leaves: true });
const updates = async (userId: string) =>
  (await auditOf(rows, userId)).filter(({ event }) => event === "school.updated");

describe("更新個人資料 (M36)", () => {
  it("shows 目前資料 beside 來源資料, and changes nothing by it", async () => {
    const place = rosterPerson();
    const { browser, enrolled, userId } = await withPlaces(place);
    const same = await look(browser, place);
    expect([same.status, same.body.same]).toEqual([200, true]);
    expect(same.body.current).toEqual([same.body.source]);

    await importPlaces(service, [{ ...place, grade: "5", class: "2" }]);
    const other = await look(browser, place);
    expect(other.body).toMatchObject({
      same: false,
      current: [{ grade: "4", class: "1" }],
      source: { grade: "5", class: "2", school: { code: "383601", name: "市立383601國小" } },
    });
    expect(await enrolled()).toEqual(["student 383601 1"]);
    expect(await updates(userId)).toEqual([]);
  });

  it("a new class takes the place of the old one, with one audit record that does not say where", async () => {
    const place = rosterPerson();
    const { browser, enrolled, userId } = await withPlaces(place);
    await importPlaces(service, [{ ...place, class: "2" }]);
    const { status, body } = await update(browser, place);
    expect([status, body.enrolments?.map((entry) => entry.class)]).toEqual([200, ["2"]]);
    expect(await enrolled()).toEqual(["student 383601 2"]);
    const audit = await updates(userId);
    expect(audit).toHaveLength(1);
    for (const personal of ["383601", "國小", place.personId, place.name])
      expect(JSON.stringify(audit)).not.toContain(personal);
  });

  it("where nothing is new nothing is written", async () => {
    const place = rosterPerson();
    const { browser, userId } = await withPlaces(place);
    const before = (await accountIn(rows, userId)).person;
    expect((await update(browser, place)).status).toBe(200);
    expect((await accountIn(rows, userId)).person).toBe(before);
    expect(await updates(userId)).toEqual([]);
  });

  it("a student who moved, and whom the old school's roster lost already, has the new school alone", async () => {
    const place = rosterPerson();
    const { browser, enrolled, accountName } = await withPlaces(place);
    const next = { ...place, school: "383602" };
    await importPlaces(service, [next]);
    await rosterLoses(place);
    expect((await update(browser, next)).status).toBe(200);
    expect(await enrolled()).toEqual(["student 383602 1"]);
    expect((await signIn(service.browser(), accountName)).status).toBe(200);
  });

  it("a student of two schools keeps both as long as the roster has both", async () => {
    const place = rosterPerson();
    const { browser, enrolled } = await withPlaces(place);
    const next = { ...place, school: "383602" };
    await importPlaces(service, [next]);
    expect((await update(browser, next)).status).toBe(200);
    expect(await enrolled()).toEqual(["student 383601 1", "student 383602 1"]);
  });

  it("who is a teacher besides stays one: only the roster ends that role (M4)", async () => {
    const teaching = rosterPerson({ role: "teacher", class: "", seat: "" });
    const { browser, enrolled } = await withPlaces(teaching);
    const studying = { ...teaching, role: "student" as const, school: "383602", class: "3" };
    await importPlaces(service, [studying]);
    await rosterLoses(teaching);
    expect((await update(browser, studying)).status).toBe(200);
    expect((await enrolled()).map((entry) => entry.split(" ")[0])).toEqual(["student", "teacher"]);
  });

  it("after an update the end of a role is the end of it still: with the only place the account (M4)", async () => {
    const place = rosterPerson();
    const { browser, enrolled, userId } = await withPlaces(place);
    const next = { ...place, school: "383602" };
    await importPlaces(service, [next]);
    await update(browser, next);
    await importPlaces(service, [gone(place)]);
    expect(await enrolled()).toEqual(["student 383602 1"]);
    await importPlaces(service, [gone(next)]);
    expect(await enrolled()).toEqual([]);
    expect((await accountIn(rows, userId)).status).toBe("DISABLED");
  });

  it("asks for the password again after five minutes (M36, T20)", async () => {
    const place = rosterPerson();
    const { browser } = await withPlaces(place);
    service.clock.advanceBy({ minutes: 5, seconds: 1 });
    for (const reply of [await look(browser, place), await update(browser, place)])
      expect(reply.body.code).toBe("re-authentication-required");
  });
});

describe("whose data it tells (T05)", () => {
  it("somebody else's ID, one at another school, and one that is nowhere get one answer", async () => {
    const [place, other] = [rosterPerson(), rosterPerson()];
    const { browser, enrolled } = await withPlaces(place);
    await withPlaces(other);
    const wrong = [
      [other, {}],
      [place, { school: { code: "383602", level: "國小" } }],
      [place, { role: "teacher" }],
      [place, { personId: "T-NOWHERE-1" }],
    ] as const;
    const answers = await Promise.all(wrong.flatMap(([at, change]) => [look(browser.copy(), at, change)]));
    for (const { status, body } of answers) expect([status, body.code]).toEqual([422, "person-not-found"]);
    expect((await update(browser, other)).body.code).toBe("person-not-found");
    expect(await enrolled()).toEqual(["student 383601 1"]);
  });

  it("five looks at others from one address in ten minutes, and no more: counted before anything is read", async () => {
    const place = rosterPerson();
    const { browser } = await withPlaces(place);
    for (let tries = 0; tries < 5; tries += 1)
      expect((await look(browser, place, { personId: `T-OTHER-${tries}` })).body.code).toBe("person-not-found");
    const sixth = await look(browser, place, { personId: "T-OTHER-6" });
    expect([sixth.status, sixth.body.code, sixth.body.retryAfter]).toEqual([429, "too-many-tries", 600]);
    expect((await look(browser, place)).body.code).toBe("too-many-tries");
  });

  it("fifty at once look five times (RACE), whichever of them asks", async () => {
    const place = rosterPerson();
    const { browser } = await withPlaces(place);
    const ask = (_: unknown, index: number) => look(browser.copy(), place, { personId: `T-MANY-${index}` });
    const replies = await Promise.all(Array.from({ length: 50 }, ask));
    expect(replies.filter(({ body }) => body.code === "person-not-found").length).toBeLessThanOrEqual(5);
    expect(replies.every(({ status }) => status === 422 || status === 429 || status === 503)).toBe(true);
  });

  it.each([
    ["身分證字號", "person-id-rule"],
    ["A123456788", "person-id-checksum"],
  ])("%s is no ID: %s, and counts as nothing", async (personId, code) => {
    const place = rosterPerson();
    const { browser } = await withPlaces(place);
    for (let tries = 0; tries < 8; tries += 1) expect((await look(browser, place, { personId })).body.code).toBe(code);
    expect((await look(browser, place)).status).toBe(200);
  });
});

describe("two updates at once (RACE)", () => {
  it("both schools are there in the end, though one may be told to try again", async () => {
    const place = rosterPerson();
    const { browser, enrolled, userId } = await withPlaces(place);
    const next = { ...place, school: "383602" };
    await importPlaces(service, [{ ...place, class: "7" }, next]);
    const press = async (at: RosterPlace) => {
      const reply = await update(browser.copy(), at);
      if (reply.status === 200) return reply;
      expect([reply.status, reply.body.code]).toEqual([503, "try-again-later"]);
      return update(browser.copy(), at);
    };
    const replies = await Promise.all([press(place), press(next)]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    expect(await enrolled()).toEqual(["student 383601 7", "student 383602 1"]);
    expect(await updates(userId)).toHaveLength(2);
  });
});

/** As if another import had taken the place away before the account's own was looked at. */
async function rosterLoses({ personId, school, level, role }: RosterPlace): Promise<void> {
  const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  const Key = { personKey: await personKeyOf(keys, personDigest(personId)), place: `${school}#${level}#${role}` };
  await documents.send(new DeleteCommand({ TableName: `${service.prefix}roster`, Key }));
}
