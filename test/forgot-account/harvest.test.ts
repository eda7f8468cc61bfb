import { describe, expect, it } from "vitest";
import { startProxiedService } from "../faults/proxied-service.ts";
import { enrol, withAccount } from "../service/people.ts";
import { ask } from "./asking.ts";

const { service, lane } = await startProxiedService();
const unknown = () => `T-${service.random(5)}`;
const school = (host: number) => `198.51.100.${host}`;

/** Asks so many times from one address; gives the statuses. */
async function inTurn(times: number, id: (time: number) => string, address?: string): Promise<number[]> {
  const browser = service.browser(address);
  const statuses: number[] = [];
  for (let time = 0; time < times; time += 1) statuses.push((await ask(browser, id(time))).status);
  return statuses;
}

const nextDay = () => service.clock.advanceBy({ days: 1 });
const many = (...spans: [status: number, times: number][]) =>
  spans.flatMap(([status, times]) => Array<number>(times).fill(status));

async function accounts(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let made = 0; made < count; made += 1) ids.push((await withAccount(service)).person.personId);
  return ids;
}

describe("harvest by ID with a perfect captcha solver (T05, T14)", () => {
  it("one address misses five times in ten minutes and twenty a day; then it finds nobody who is there either", async () => {
    nextDay();
    const [known = ""] = await accounts(1);
    const browser = service.browser("192.0.2.77");
    for (let span = 0; span < 4; span += 1) {
      expect(await inTurn(6, unknown, browser.address)).toEqual(many([200, 5], [429, 1]));
      service.clock.advanceBy({ minutes: 10 });
    }
    const refused = await ask(browser, known);
    expect([refused.status, refused.body.code]).toEqual([429, "too-many-tries"]);
    expect((await ask(service.browser(), known)).body.outcome).toBe("shown");
    nextDay();
    expect((await ask(browser, known)).body.outcome).toBe("shown");
  });

  it("a refused try reads nobody: a hundred IDs from one address are five look-ups", async () => {
    nextDay();
    lane.mend();
    await inTurn(100, unknown, "192.0.2.78");
    expect(lane.names().filter((name) => name === "dynamodb.BatchGetItem claims")).toHaveLength(5);
    expect(lane.names().filter((name) => name === "dynamodb.BatchGetItem accounts")).toHaveLength(5);
  });

  it("one address finds ten people an hour, a registered school's a hundred", async () => {
    nextDay();
    const ids = await accounts(3);
    const browser = "192.0.2.79";
    expect(await inTurn(11, (time) => ids[time % 3] ?? "", browser)).toEqual(many([200, 10], [429, 1]));
    service.clock.advanceBy({ hours: 1 });
    expect((await ask(service.browser(browser), ids[2] ?? "")).status).toBe(200);
    nextDay();
    expect(await inTurn(12, (time) => ids[time % 3] ?? "", school(1))).toEqual(many([200, 12]));
  });

  it("a registered school's address misses fifty times in ten minutes", async () => {
    nextDay();
    expect(await inTurn(51, unknown, school(2))).toEqual(many([200, 50], [429, 1]));
  });

  it("one person is looked up five times a day, from however many addresses, and asked for in whichever way", async () => {
    nextDay();
    const [personId = ""] = await accounts(1);
    nextDay();
    for (let time = 0; time < 5; time += 1) expect((await ask(service.browser(), personId)).status).toBe(200);
    expect((await ask(service.browser(), personId)).body.code).toBe("too-many-tries");
    expect((await ask(service.browser(school(3)), personId)).body.code).toBe("too-many-tries");
    nextDay();
    expect((await ask(service.browser(), personId)).status).toBe(200);
  });

  it("the budget of a person is one whether somebody has an account or not (SHAPE)", async () => {
    nextDay();
    const [person] = await enrol(service);
    const statuses: number[] = [];
    for (let time = 0; time < 6; time += 1) statuses.push((await ask(service.browser(), person!.personId)).status);
    expect(statuses).toEqual(many([200, 5], [429, 1]));
  });
});
