import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { canonical } from "../../functions/adapters/canonical.ts";
import { startParts } from "../service/service.ts";
import { type AuditWorld, auditWorld } from "./world.ts";

await startParts();
let worlds = 0;

/** A day with ten records of one subject and one of another, all linked, two hours later. */
async function linkedDay() {
  worlds += 1;
  const world = await auditWorld(`verify-${worlds}-`);
  const keys = await world.written("a", 10);
  await world.auditChain.append([...keys, ...(await world.written("b"))]);
  world.clock.advanceBy({ hours: 2 });
  const links = (await world.rows()).filter(({ of }) => (of as { subject: string }).subject === "a");
  return { world, keys, links };
}
const found = async (world: AuditWorld, day?: string) =>
  (await world.verify(day)).findings.map(({ kind, number, of }) => [kind, number, of?.entry]);

describe("the verifier of the audit chain (T27)", () => {
  it("finds a day as it was written whole, and counts nothing", async () => {
    const { world } = await linkedDay();
    const report = await world.verify();
    expect(report).toMatchObject({ day: world.today(), links: 11, broken: 0, findings: [] });
    expect(Object.values(report.heads).every((head) => /^[0-9a-f]{64}$/.test(head))).toBe(true);
    expect(world.counted).toEqual([]);
    expect(world.ends).toEqual([{ day: report.day, links: report.links, heads: report.heads }]);
  });

  it("names every link of a chain that was made anew, to its end, by who can write the table and has no key", async () => {
    const { world, keys, links } = await linkedDay();
    await world.put("audit", { ...keys[4], event: "account.closed" });
    const digests = await world.auditChain.digests("a", world.today());
    let previous = String(links[3]?.hash);
    for (const [index, link] of links.entries()) {
      if (index < 4) continue;
      const digest = digests.get(keys[index]?.entry ?? "") ?? "";
      const hash = createHash("sha256").update(`${previous}|${digest}`).digest("hex");
      await world.put("audit-chain", { ...link, digest, previous, hash });
      previous = hash;
    }
    const kinds = (await found(world)).map(([kind, number]) => `${kind} ${number}`);
    expect(kinds).toEqual([5, 6, 7, 8, 9, 10].map((number) => `link-changed ${number}`));
  });

  it("logs where the chains end, by which a day whose last links were cut off with their records is known", async () => {
    const { world, keys, links } = await linkedDay();
    await world.verify();
    await world.remove("audit-chain", { chain: links[9]?.chain, link: links[9]?.link });
    await world.remove("audit", { ...keys[9] });
    await world.verify();
    const [before, after] = world.ends.map(({ heads }) => heads[String(links[9]?.chain)]);
    expect([before, after]).toEqual([links[9]?.hash, links[8]?.hash]);
    expect(JSON.stringify(world.ends)).not.toContain(String(keys[0]?.entry));
  });

  it.each([
    ["another value", { event: "account.closed" }],
    ["one more field", { extra: 1 }],
    ["a change deep inside", { detail: { n: 3, list: [1, "c"] } }],
  ])("names a record that was changed: %s", async (_, change) => {
    const { world, keys } = await linkedDay();
    const row = { ...keys[3], event: "password.reset", way: "code", detail: { n: 3, list: [1, "b"] }, ...change };
    await world.put("audit", row);
    expect(await found(world)).toEqual([["record-changed", 4, keys[3]?.entry]]);
    expect(world.counted).toEqual(["AuditBroken"]);
  });

  it("does not mind a record that was written again as it was", async () => {
    const { world, keys } = await linkedDay();
    await world.put("audit", { detail: { list: [1, "b"], n: 3 }, way: "code", event: "password.reset", ...keys[3] });
    expect(await found(world)).toEqual([]);
  });

  it("names a record that was deleted", async () => {
    const { world, keys } = await linkedDay();
    await world.remove("audit", { ...keys[9] });
    expect(await found(world)).toEqual([["record-gone", 10, keys[9]?.entry]]);
  });

  it("names a record that was gone before it could be linked", async () => {
    const { world } = await linkedDay();
    const [key] = await world.written("a");
    await world.remove("audit", { ...key });
    await world.auditChain.append([key as NonNullable<typeof key>]);
    expect(await found(world)).toEqual([["record-gone", 11, key?.entry]]);
  });

  it.each([1, 5])("names link %i that was deleted, and its record", async (number) => {
    const { world, links } = await linkedDay();
    const { chain, link } = links[number - 1] ?? {};
    await world.remove("audit-chain", { chain, link });
    const of = links[number - 1]?.of as { entry: string };
    expect(await found(world)).toEqual([
      ["link-gone", number, undefined],
      ["record-not-linked", undefined, of.entry],
    ]);
  });

  it("names two links that were swapped", async () => {
    const { world, links } = await linkedDay();
    const [second, seventh] = [links[1], links[6]];
    await world.put("audit-chain", { ...seventh, link: second?.link });
    await world.put("audit-chain", { ...second, link: seventh?.link });
    const kinds = (await found(world)).map(([kind, number]) => [kind, number]);
    expect(kinds).toEqual([2, 3, 7, 8].map((number) => ["link-changed", number]));
  });

  it.each(["digest", "previous", "hash"])("names a link whose %s was changed", async (field) => {
    const { world, links } = await linkedDay();
    await world.put("audit-chain", { ...links[4], [field]: "0".repeat(64) });
    expect((await found(world)).map(([kind, number]) => `${kind} ${number}`)).toContain("link-changed 5");
  });

  it("names a record and its link that were changed together: the next link was made over another hash", async () => {
    const { world, keys, links } = await linkedDay();
    const row = { ...keys[4], event: "account.closed" };
    await world.put("audit", row);
    const digest = (await world.auditChain.digests("a", world.today())).get(keys[4]?.entry ?? "") ?? "";
    const hash = await world.auditChain.hash(String(links[4]?.previous), digest);
    await world.put("audit-chain", { ...links[4], digest, hash });
    expect(await found(world)).toEqual([["link-changed", 6, keys[5]?.entry]]);
  });

  it("names a record that stands in no chain an hour later, and not before", async () => {
    const { world } = await linkedDay();
    const [key] = await world.written("a");
    expect(await found(world)).toEqual([]);
    world.clock.advanceBy({ hours: 1, seconds: 1 });
    expect(await found(world)).toEqual([["record-not-linked", undefined, key?.entry]]);
  });

  it("names a day that was cut at its end with its records, once a later day follows it; from either day", async () => {
    const { world, keys, links } = await linkedDay();
    const day = world.today();
    world.clock.advanceBy({ days: 2 });
    await world.auditChain.append(await world.written("a"));
    expect([await found(world, day), await found(world)]).toEqual([[], []]);
    for (const index of [8, 9]) {
      const { chain, link } = links[index] ?? {};
      await world.remove("audit-chain", { chain, link });
      await world.remove("audit", { ...keys[index] });
    }
    expect(await found(world, day)).toEqual([["end-gone", 10, undefined]]);
    expect(await found(world)).toEqual([["end-gone", 10, undefined]]);
  });

  it("looks at yesterday when no day is said, and finds nothing on a day without records", async () => {
    const { world } = await linkedDay();
    const day = world.today();
    world.clock.advanceBy({ days: 1 });
    expect(await world.verifyYesterday()).toMatchObject({ day, links: 11 });
    expect(await world.verify("2020-02-02")).toMatchObject({ links: 0, broken: 0, heads: {} });
  });
});

describe("a record as text", () => {
  it("is the same in whatever order its fields come, and another one for any other content", () => {
    const text = canonical({ b: 1, a: { d: [1, { f: 2, e: null }], c: true }, gone: undefined });
    expect(text).toBe('{"a":{"c":true,"d":[1,{"e":null,"f":2}]},"b":1}');
    expect(canonical({ a: { c: true, d: [1, { e: null, f: 2 }] }, b: 1 })).toBe(text);
    const others = [
      { a: "1" },
      { a: 1 },
      { a: [1] },
      { a: { "0": 1 } },
      { a: null },
      { a: 'x","b":"y' },
      { a: "x", b: "y" },
    ];
    expect(new Set(others.map(canonical)).size).toBe(others.length);
  });
});
