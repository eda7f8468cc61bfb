import { describe, expect, it } from "vitest";
import { chainOf } from "../../functions/adapters/audit-chain.ts";
import { chainsPerDay } from "../../functions/ports/audit-chain.ts";
import { startParts } from "../service/service.ts";
import { auditWorld } from "./world.ts";

await startParts();
let worlds = 0;
const world = () => {
  worlds += 1;
  return auditWorld(`chain-${worlds}-`);
};

describe("the chain over the day's audit records (T27)", () => {
  it("links each record once, in chains by subject, each link over the one before", async () => {
    const { auditChain, written, rows, verify } = await world();
    const keys = [...(await written("a", 3)), ...(await written("b", 2)), ...(await written("c", 1))];
    expect(await auditChain.append(keys)).toBe(6);
    const links = await rows();
    expect(links.map(({ of }) => of)).toEqual(expect.arrayContaining(keys));
    for (const { chain, of } of links) expect(chain).toBe(chainOf(of as (typeof keys)[number]));
    for (const [index, link] of links.entries()) {
      const before = links[index - 1];
      if (link.link === "0000000001") expect(link.previous).toBe("0".repeat(64));
      else expect(link.previous).toBe(before?.hash);
      expect(link.hash).toBe(await auditChain.hash(String(link.previous), String(link.digest)));
    }
    expect(await verify()).toMatchObject({ links: 6, broken: 0, findings: [] });
  });

  it("takes a record that is told twice, at once or later, for the one it is", async () => {
    const { auditChain, written, rows } = await world();
    const keys = await written("a", 3);
    expect(await auditChain.append([...keys, ...keys])).toBe(3);
    expect(await auditChain.append(keys)).toBe(0);
    expect(await auditChain.append([...keys, ...(await written("a"))])).toBe(1);
    expect((await rows()).map(({ link }) => link)).toEqual(["0000000001", "0000000002", "0000000003", "0000000004"]);
  });

  it("is one chain when ten runs append to it at once, each with its own records and one of all (RACE)", async () => {
    const { auditChain, written, rows, verify } = await world();
    const shared = await written("a", 3);
    const own = await Promise.all(Array.from({ length: 10 }, () => written("a", 4)));
    const counts = await Promise.all(own.map((keys) => auditChain.append([...keys, ...shared])));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(43);
    expect(await rows()).toHaveLength(43);
    expect(await verify()).toMatchObject({ links: 43, broken: 0 });
  });

  it("takes more at once than a transaction holds", async () => {
    const { auditChain, written, verify } = await world();
    expect(await auditChain.append(await written("a", 130))).toBe(130);
    expect(await verify()).toMatchObject({ links: 130, broken: 0 });
  });

  it("follows the last day that has one, over days without", async () => {
    const { auditChain, written, rows, clock, today } = await world();
    const [first] = [today(), await auditChain.append(await written("a", 2))];
    clock.advanceBy({ days: 3 });
    await auditChain.append(await written("a"));
    const [last] = (await rows(first)).slice(-1);
    const [next] = await rows();
    expect(next).toMatchObject({ follows: { chain: last?.chain, number: 2 }, previous: last?.hash });
  });

  it("has a record told a day late where it belongs", async () => {
    const { auditChain, written, rows, clock, today, verify } = await world();
    const [day, keys] = [today(), await written("a", 2)];
    clock.advanceBy({ days: 1 });
    await auditChain.append(await written("a"));
    await auditChain.append(keys);
    expect(await rows(day)).toHaveLength(2);
    for (const one of [day, today()]) expect(await verify(one)).toMatchObject({ broken: 0 });
  });

  it("spreads subjects over all chains of the day", () => {
    const entry = "2026-11-21T08:00:00.000Z#x";
    const chains = new Set(Array.from({ length: 200 }, (_, index) => chainOf({ subject: `user${index}`, entry })));
    expect(chains.size).toBe(chainsPerDay);
  });
});
