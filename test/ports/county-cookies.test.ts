import { expect, it } from "vitest";
import { sealedCountyCookies } from "../../functions/adapters/county-cookies.ts";
import { twinWorld } from "../twins/world.ts";

const world = twinWorld();
const cookies = sealedCountyCookies(world);
const cookieIn = (line: string) => line.slice(line.indexOf("=") + 1, line.indexOf(";"));
const trip = { id: "one", county: "KHH" as const, purpose: "sign-in" as const, kept: { state: "s" } };
const proof = {
  identity: { county: "KHH" as const, subject: "x", nameMasked: false, roles: [], schools: [] },
  countyName: "高雄市",
  link: "county#KHH#x",
};

it("a round trip lives ten minutes to the second, whatever the browser keeps (T34)", async () => {
  const line = await cookies.keepTrip(trip);
  expect(line).toMatch(/^__Host-county=.*; Path=\/; Secure; HttpOnly; SameSite=Lax$/);
  world.clock.advanceBy({ minutes: 10 });
  expect(await cookies.trip(cookieIn(line))).toMatchObject(trip);
  world.clock.advanceBy({ seconds: 1 });
  expect(await cookies.trip(cookieIn(line))).toBeUndefined();
});

it("what a county said lives ten minutes, and neither cookie passes for the other (T10)", async () => {
  const kept = cookieIn(await cookies.keepProof(proof));
  const { subject: _subject, ...identity } = proof.identity;
  expect(await cookies.proof(kept)).toMatchObject({ ...proof, identity });
  expect(await cookies.trip(kept)).toBeUndefined();
  expect(await cookies.proof(cookieIn(await cookies.keepTrip(trip)))).toBeUndefined();
  world.clock.advanceBy({ minutes: 10, seconds: 1 });
  expect(await cookies.proof(kept)).toBeUndefined();
});

it("nothing of a person can be read in a cookie, and a changed one is none", async () => {
  const kept = cookieIn(await cookies.keepProof({ ...proof, identity: { ...proof.identity, name: "王小明" } }));
  expect(Buffer.from(kept, "base64url").toString()).not.toContain("王小明");
  expect(await cookies.proof(`${kept.slice(0, -2)}AA`)).toBeUndefined();
  expect(await cookies.proof(undefined)).toBeUndefined();
});

it("what a county said always fits into a cookie, however much it said, and holds no more than is compared (T28)", async () => {
  const long = "長".repeat(120);
  const schools = Array.from({ length: 20 }, (_, index) => ({
    code: String(190_000 + index),
    roles: ["student" as const],
    titles: Array.from({ length: 20 }, () => long),
    grade: "6",
    class: "12",
    seat: "33",
  }));
  const wordy = { ...proof.identity, subject: "s".repeat(512), name: "名".repeat(60), email: "a@b.example", schools };
  const identity = { ...wordy, personDigest: "ab".repeat(32) };
  const kept = cookieIn(await cookies.keepProof({ ...proof, identity }));
  expect(kept.length).toBeLessThan(4_000);
  const read = JSON.stringify(await cookies.proof(kept));
  expect(read).toContain("190009");
  for (const unneeded of [long, identity.subject, identity.email, identity.personDigest])
    expect(read).not.toContain(unneeded);

  const odd = { ...proof.identity, schools: schools.map((school) => ({ ...school, code: long })) };
  expect(cookieIn(await cookies.keepProof({ ...proof, identity: odd })).length).toBeLessThan(4_000);
});
