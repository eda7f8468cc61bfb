import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { beforeEach, describe, expect, it } from "vitest";
import { dynamo as tables } from "../../functions/adapters/dynamo.ts";
import { applicationEventRow, dynamoEvents } from "../../functions/adapters/events.ts";
import type { Events } from "../../functions/ports/events.ts";
import { realWorlds } from "./real-world.ts";
import { inTurn } from "./steps.ts";
import type { World } from "./world.ts";

const make = await realWorlds();
const dynamo = tables("ports-");
const client = { address: "192.0.2.9", browser: "a browser" };
let world: World;
let events: Events;

beforeEach(() => {
  world = make();
  events = dynamoEvents({ ...world, dynamo });
});

/** A sign-in to an application, as the token answer writes it. */
async function arriveAt(clientId: string, userId: string, sessionKey = "a-session") {
  const Item = await applicationEventRow(world, { userId, at: world.clock.now(), clientId, sessionKey, ...client });
  await dynamo.send(new PutCommand({ TableName: dynamo.name("events"), Item }));
}

describe("records of sign-ins (M62)", () => {
  it("are told newest first, as many as were asked for, by key and nobody else's", async () => {
    const [userId, other] = [world.ids.id(), world.ids.id()];
    await world.sessions.start(await world.sessions.mint(other), { epoch: 0, client, methods: ["pwd"] });
    await inTurn(25, async (index) => {
      world.clock.advanceBy({ seconds: 1 });
      const from = { address: `192.0.2.${index}`, browser: "a browser" };
      return world.sessions.start(await world.sessions.mint(userId), {
        epoch: 0,
        client: from,
        methods: ["pwd", "otp"],
      });
    });
    const [newest, ...rest] = await events.signIns(userId, 20);
    expect(rest).toHaveLength(19);
    expect(newest).toMatchObject({ at: world.clock.now(), address: "192.0.2.24", methods: ["pwd", "otp"] });
    expect(rest.at(-1)).toMatchObject({ address: "192.0.2.5" });
    expect(await events.signIns(userId, 100)).toHaveLength(25);
    expect(await events.signIns(world.ids.id(), 10)).toEqual([]);
  });

  it("hold address and browser sealed, and are cleaned after two years (I4)", async () => {
    const userId = world.ids.id();
    await world.sessions.start(await world.sessions.mint(userId), { epoch: 0, client, methods: ["fed"] });
    const rows = (await world.rows("events")).filter((row) => row.includes(userId));
    expect(rows).toHaveLength(1);
    for (const text of Object.values(client)) expect(rows.join()).not.toContain(text);
    const cleanAt = Math.ceil(world.clock.now() / 1_000) + 730 * 86_400;
    expect(rows.join()).toContain(`"cleanAt":{"N":"${cleanAt}"}`);
  });
});

describe("records of application sign-ins (M61)", () => {
  it("are apart from sign-ins, newest first", async () => {
    const userId = world.ids.id();
    await world.sessions.start(await world.sessions.mint(userId), { epoch: 0, client, methods: ["pwd"] });
    for (const clientId of ["library", "maps"]) {
      world.clock.advanceBy({ seconds: 1 });
      await arriveAt(clientId, userId);
    }
    const records = await events.applicationSignIns(userId, 10);
    expect(records.map(({ clientId }) => clientId)).toEqual(["maps", "library"]);
    expect(records[0]).toMatchObject({ ...client, at: world.clock.now(), sessionKey: "a-session" });
    expect(await events.signIns(userId, 10)).toHaveLength(1);
  });

  it("tell who is to hear of a session's end, each application once (T41)", async () => {
    const userId = world.ids.id();
    await arriveAt("before", userId, "one");
    world.clock.advanceBy({ hours: 1 });
    const since = world.clock.now();
    await arriveAt("library", userId, "one");
    world.clock.advanceBy({ minutes: 1 });
    await arriveAt("library", userId, "one");
    await arriveAt("library", userId, "two");
    await arriveAt("maps", userId, "two");
    await world.sessions.start(await world.sessions.mint(userId), { epoch: 0, client, methods: ["pwd"] });
    const told = async (sessionKey?: string) =>
      (await events.applicationsSince(userId, since, sessionKey))
        .map((one) => `${one.clientId} ${one.sessionKey}`)
        .toSorted();
    expect(await told("one")).toEqual(["library one"]);
    expect(await told()).toEqual(["library one", "library two", "maps two"]);
    expect(await events.applicationsSince(userId, since + 60_001)).toEqual([]);
  });
});
