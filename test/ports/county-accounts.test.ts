import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { beforeEach, describe, expect, it } from "vitest";
import { personClaim } from "../../functions/adapters/claims.ts";
import { dynamoCountyAccounts } from "../../functions/adapters/county-accounts.ts";
import { dynamo as tables } from "../../functions/adapters/dynamo.ts";
import type { CountyAccounts } from "../../functions/ports/counties.ts";
import { personDigest, personKeyOf } from "../../functions/ports/person-key.ts";
import { realWorlds } from "./real-world.ts";
import { atOnce, enrolment, inTurn, proving, welcomeOf } from "./steps.ts";
import type { World } from "./world.ts";

const make = await realWorlds();
let world: World;
let accounts: CountyAccounts;

beforeEach(() => {
  world = make();
  accounts = dynamoCountyAccounts({ ...world, dynamo: tablesOfPorts });
});

async function account() {
  const draft = await proving(world);
  await world.registrations.startCreating(draft);
  await world.registrations.finish(draft, welcomeOf(world, draft));
  return draft;
}
const newLink = () => `county#KHH#${world.ids.id()}`;
const tablesOfPorts = tables("ports-");
const removeList = (userId: string) =>
  tablesOfPorts.send(
    new UpdateCommand({ TableName: "ports-accounts", Key: { userId }, UpdateExpression: "REMOVE sessions" }),
  );
const audited = async (text: string) => (await world.rows("audit")).filter((row) => row.includes(text));

describe("round trips and nonces are spent once (T34)", () => {
  it("by one of many at once", async () => {
    const id = world.ids.id();
    const spent = await atOnce(8, () => accounts.spend(id));
    expect(spent.filter(Boolean)).toHaveLength(1);
  });
});

describe("links are keys, many to one (T35)", () => {
  it("a county account leads to the account it was linked to, and to no other", async () => {
    const { userId } = await account();
    const link = newLink();
    expect(await accounts.linked(link)).toBeUndefined();
    expect(await accounts.link({ county: "KHH", link, userId, epoch: 0 })).toBe("linked");
    expect(await accounts.linked(link)).toBe(userId);
    expect(await accounts.linked(newLink())).toBeUndefined();
  });

  it("two county accounts of one person lead to one account, and linking twice is no error", async () => {
    const { userId } = await account();
    const [before, after] = [newLink(), `county#TPE#${world.ids.id()}`];
    await accounts.link({ county: "KHH", link: before, userId, epoch: 0 });
    await accounts.link({ county: "TPE", link: after, userId, epoch: 0 });
    expect(await accounts.link({ county: "TPE", link: after, userId, epoch: 0 })).toBe("linked");
    expect(await accounts.linked(before)).toBe(userId);
    expect(await accounts.linked(after)).toBe(userId);
  });

  it("an account that links the same county account many times at once has one audit record of it (I5)", async () => {
    const { userId } = await account();
    const link = newLink();
    const personKey = world.ids.id();
    const outcomes = await atOnce(4, () => accounts.link({ county: "KHH", link, userId, epoch: 0, personKey }));
    expect(new Set(outcomes)).toEqual(new Set(["linked"]));
    expect((await audited(userId)).filter((row) => row.includes("county.linked"))).toHaveLength(1);
  });

  it("linking again adds the new ID document, and never one of somebody else", async () => {
    const [own, other] = [await account(), await account()];
    const [link, personKey] = [newLink(), world.ids.id()];
    const again = { county: "KHH" as const, link, userId: own.userId, epoch: 0 };
    await accounts.link(again);
    expect(await accounts.link({ ...again, personKey })).toBe("linked");
    expect((await accounts.person(personKey)).ownerUserId).toBe(own.userId);
    expect(await accounts.link({ ...again, personKey: other.personKey })).toBe("other-person");
  });

  it.each([
    ["disabled", { status: "DISABLED" as const }],
    ["taken back by a reset", { epoch: 1 }],
  ])("an account that was %s since its session was looked at is linked to nothing (I7)", async (_what, change) => {
    const { userId } = await account();
    await world.change(userId, change);
    const link = newLink();
    expect(await accounts.link({ county: "KHH", link, userId, epoch: 0 })).toBe("account-changed");
    expect(await accounts.linked(link)).toBeUndefined();
    expect((await audited(userId)).filter((row) => row.includes("county.linked"))).toEqual([]);
  });

  it("of many accounts that claim one county account at once, one gets it, with one audit record (I5)", async () => {
    const owners = [await account(), await account(), await account()];
    const link = newLink();
    const outcomes = await Promise.all(
      owners.map(({ userId }) => accounts.link({ county: "KHH", link, userId, epoch: 0 })),
    );
    expect(outcomes.toSorted()).toEqual(["linked", "linked-elsewhere", "linked-elsewhere"]);
    const records = await Promise.all(owners.map(({ userId }) => audited(userId)));
    expect(records.flat().filter((row) => row.includes("county.linked"))).toHaveLength(1);
  });

  it("a new ID document becomes the account's too, but never another account's person (M12)", async () => {
    const [own, other] = [await account(), await account()];
    const personKey = world.ids.id();
    expect(await accounts.link({ county: "KHH", link: newLink(), userId: own.userId, epoch: 0, personKey })).toBe(
      "linked",
    );
    expect((await accounts.person(personKey)).ownerUserId).toBe(own.userId);
    const link = newLink();
    expect(await accounts.link({ county: "KHH", link, userId: other.userId, epoch: 0, personKey })).toBe(
      "other-person",
    );
    expect(await accounts.linked(link)).toBeUndefined();
  });

  it("a person who is just applying elsewhere is not taken over", async () => {
    const own = await account();
    const applying = await proving(world);
    const link = {
      county: "KHH" as const,
      link: newLink(),
      userId: own.userId,
      epoch: 0,
      personKey: applying.personKey,
    };
    expect(await accounts.link(link)).toBe("other-person");
    expect((await world.rows("claims")).some((row) => row.includes(personClaim(applying.personKey)))).toBe(true);
  });
});

describe("signing in by a county (M31)", () => {
  const client = { address: "192.0.2.1", browser: "test browser" };
  /** A sign-in as the function does it; gives the cookie, or what came of it instead. */
  async function signIn(userId: string, over = "") {
    const minted = await world.sessions.mint(userId, over);
    const found = await accounts.signIn(userId, minted);
    if (found?.outcome !== "signed-in") return found?.outcome;
    await world.sessions.start(minted, { epoch: found.account.epoch, client, methods: ["fed"] });
    return minted.cookie;
  }
  const rowOf = async (userId: string) => (await world.rows("accounts")).find((row) => row.includes(userId)) ?? "";
  const keyOf = (cookie = "") => cookie.split(".")[1] ?? "";

  it("notes the sign-in and keeps the one before to be shown", async () => {
    const { userId, accountName } = await account();
    const at = new Date(world.clock.now()).toISOString();
    expect(await accounts.signIn(userId, await world.sessions.mint(userId))).toMatchObject({
      outcome: "signed-in",
      account: { accountName, epoch: 0, told: false },
      ended: [],
    });
    world.clock.advanceBy({ minutes: 1 });
    const cookie = await signIn(userId);
    expect((await world.sessions.find(cookie ?? ""))?.profile.previousSignInAt).toBe(at);
  });

  it.each([
    ["a disabled account", { status: "DISABLED" }, "not-usable"],
    ["an account that a reset holds", { holdUntil: Number.MAX_SAFE_INTEGER }, "not-usable"],
    ["an account with a second factor (T18)", { secondFactor: "on" }, "two-factor"],
    ["a disabled account with a second factor", { status: "DISABLED", secondFactor: "on" }, "not-usable"],
  ] as const)("is refused for %s, and nothing is noted", async (_, change, outcome) => {
    const { userId } = await account();
    await world.change(userId, change as object);
    expect(await signIn(userId)).toBe(outcome);
    expect(await rowOf(userId)).not.toContain("SignInAt");
    expect(await world.sessions.list(userId)).toEqual([]);
  });

  it("makes no row for an account that is not there", async () => {
    const userId = world.ids.id();
    expect(await accounts.signIn(userId, await world.sessions.mint(userId))).toBeUndefined();
    expect((await world.rows("accounts")).some((row) => row.includes(userId))).toBe(false);
  });

  it("tells the account until it was understood", async () => {
    const { userId } = await account();
    await accounts.tellNoMore(userId);
    expect(await accounts.signIn(userId, await world.sessions.mint(userId))).toMatchObject({ account: { told: true } });
  });

  it("lists its session; the eleventh ends the oldest, which is told, and clears what is over (T21)", async () => {
    const { userId } = await account();
    const over = await signIn(userId);
    world.clock.advanceBy({ hours: 8, seconds: 1 });
    const cookies = await inTurn(10, () => {
      world.clock.advanceBy({ seconds: 1 });
      return signIn(userId);
    });
    expect(await rowOf(userId)).not.toContain(keyOf(over));
    expect(await world.sessions.list(userId)).toHaveLength(10);
    world.clock.advanceBy({ seconds: 1 });
    const eleventh = await accounts.signIn(userId, await world.sessions.mint(userId));
    expect(eleventh).toMatchObject({ outcome: "signed-in", ended: [keyOf(cookies[0])] });
    expect(await world.sessions.find(cookies[0] ?? "")).toBeUndefined();
    expect(await world.sessions.find(cookies[1] ?? "")).toBeDefined();
  });

  it("goes on under the browser's own session while the account lists it, and under none that ended (T21)", async () => {
    const { userId } = await account();
    const first = (await signIn(userId)) ?? "";
    world.clock.advanceBy({ minutes: 1 });
    const again = (await signIn(userId, first)) ?? "";
    expect(keyOf(again)).toBe(keyOf(first));
    expect(await world.sessions.list(userId)).toHaveLength(1);
    await world.sessions.end(again);
    expect(await signIn(userId, again)).not.toBe(again);
  });

  it("works for an account of before sessions were listed, for all that come at once", async () => {
    const { userId } = await account();
    await removeList(userId);
    const cookies = await atOnce(6, () => signIn(userId));
    expect(await world.sessions.list(userId)).toHaveLength(6);
    for (const cookie of cookies) expect(await world.sessions.find(cookie ?? "")).toBeDefined();
  });
});

describe("the person a county speaks of (T35)", () => {
  it("comes with every place in the roster and the account that owns it", async () => {
    const { userId, personKey } = await account();
    expect(await accounts.person(personKey)).toEqual({ entries: [], ownerUserId: userId });
    const personId = `T-${world.ids.id()}`;
    const places = ["國小", "國中"].map((level) => ({
      personId,
      name: "測試生",
      enrolment: { ...enrolment, school: { ...enrolment.school, level: level as "國小" } },
      leave: false,
    }));
    await world.roster.write(places, { importedAt: "2026-09-01T00:00:00.000Z" } as never);
    const { entries, ownerUserId } = await accounts.person(await personKeyOf(world.keys, personDigest(personId)));
    expect(entries.map((entry) => entry.enrolment.school.level).toSorted()).toEqual(["國中", "國小"]);
    expect(ownerUserId).toBeUndefined();
  });
});
