import { describe, expect, it } from "vitest";
import { partsOf } from "../../functions/adapters/parts.ts";
import { dynamoPictureOwners } from "../../functions/adapters/picture-owners.ts";
import { systemIds } from "../../functions/adapters/system.ts";
import { readSettings } from "../../functions/contract/settings.ts";
import type { AccountOwner } from "../../functions/ports/pictures.ts";
import { jobCellsOf } from "../faults/cells.ts";
import { startProxiedService } from "../faults/proxied-service.ts";
import { publicOwner, publicPerson } from "../service/people.ts";
import { green, png, red } from "./files.ts";
import { keptPictures } from "./kept-pictures.ts";
import { upload } from "./uploads.ts";

const at = await startProxiedService();
const { service, lane } = at;
const { rows, pictures, mend, note, notes, expectNoneLeft } = keptPictures(at);
const owners = dynamoPictureOwners(partsOf(readSettings(service.environment), { ...service, ids: systemIds }));
const own = "POST /api/my-account/picture";
const [first, second] = [png(20, 20, () => red), png(20, 20, () => green)];
const job = async () => (await service.jobs({ job: "remove-pictures" })) as { removed: number };
const naming = "dynamodb.TransactWriteItems accounts+audit+flows";

/** An upload that has come as far as S3. */
async function stored(): Promise<string> {
  const id = systemIds.id();
  expect(await owners.reserve({ flowId: id }, id, { client: id, fromSchool: false })).toBe(true);
  await pictures.put(id, new Uint8Array([1, 2, 3]));
  note(id);
  return id;
}

const newOwner = async (): Promise<AccountOwner> => ({ userId: (await publicPerson(service)).userId, epoch: 0 });
const somebody = await newOwner();

/** A picture that was taken away and S3 was not asked to remove; and an upload that broke off between S3 and the row. */
async function twoLeft(): Promise<void> {
  const one = await stored();
  expect(await owners.keep(somebody, one)).toEqual({});
  expect(await owners.keep(somebody, undefined)).toEqual({ before: one });
  await stored();
  mend();
}

const steps = {
  "a query of what is due": { at: "dynamodb.Query flows" },
  "a fence": { at: "dynamodb.UpdateItem flows" },
  "the removal of a picture": { at: "s3.DeleteObject" },
  "the removal of another": { at: "s3.DeleteObject", nth: 2 },
  "a write after the first": { at: "dynamodb.UpdateItem flows", nth: 2 },
  "the last write": { at: "dynamodb.UpdateItem flows", nth: 3 },
};
const cells = jobCellsOf(steps);

describe("the job that removes pictures which no row names (M20, T45)", () => {
  it.each(cells)("$cell: the next runs leave nothing", async ({ cell, rule }) => {
    await twoLeft();
    service.clock.advanceBy({ minutes: 61 });
    const armed = lane.fault(rule);
    await job().catch(() => undefined);
    expect(armed.struck(), cell).toBeGreaterThan(0);
    mend();
    for (let runs = 0; runs < 2; runs += 1) {
      service.clock.advanceBy({ minutes: 5 });
      await job();
    }
    await expectNoneLeft(cell);
  });

  it("touches no picture before its time: to the second (CLOCK)", async () => {
    const id = await stored();
    service.clock.advanceBy({ hours: 1 });
    expect(await job()).toEqual({ removed: 0 });
    expect(await owners.keep(await newOwner(), id)).toEqual({});
    service.clock.advanceBy({ hours: 1 });
    expect(await job()).toEqual({ removed: 0 });
    await expectNoneLeft("named in its hour");

    const late = await stored();
    service.clock.advanceBy({ hours: 1, seconds: 1 });
    expect(await job()).toEqual({ removed: 1 });
    expect(await pictures.find(late)).toBeUndefined();
    service.clock.advanceBy({ minutes: 5 });
    expect([await job(), await job()]).toEqual([{ removed: 1 }, { removed: 0 }]);
    await expectNoneLeft("not named in its hour");
  });

  it("looks once more at one that was being stored: what arrives after the first look goes too", async () => {
    const id = await stored();
    service.clock.advanceBy({ hours: 1, seconds: 1 });
    await job();
    await pictures.put(id, new Uint8Array([1, 2, 3]));
    await expect(owners.keep(somebody, id)).rejects.toMatchObject({ name: "TransactionConflictException" });
    service.clock.advanceBy({ minutes: 5 });
    await job();
    await expectNoneLeft("arrived late");
  });

  it("fenced while an upload is about to be named: the person is asked to try again, and keeps the one before", async () => {
    const { browser } = await publicOwner(service);
    const address = String((await upload(browser, own, first)).body.picture);
    mend();
    const act = async () => {
      service.clock.advanceBy({ minutes: 61 });
      expect(await job()).toEqual({ removed: 1 });
    };
    const armed = lane.fault({ mode: "meanwhile", at: naming, act });
    const { status, body } = await upload(browser, own, second);
    expect([status, body.code, armed.struck()]).toEqual([503, "try-again-later", 1]);
    mend();
    expect((await service.browser().visit(address)).status).toBe(200);
    service.clock.advanceBy({ minutes: 5 });
    await job();
    await expectNoneLeft("fenced");
  });

  it("named while the job is about to fence it: it stays", async () => {
    const [id, owner] = [await stored(), await newOwner()];
    service.clock.advanceBy({ minutes: 61 });
    const act = async () => expect(await owners.keep(owner, id)).toEqual({});
    const armed = lane.fault({ mode: "meanwhile", at: "dynamodb.UpdateItem flows", act });
    expect(await job()).toEqual({ removed: 0 });
    expect(armed.struck()).toBe(1);
    expect(await pictures.find(id)).toBeDefined();
    await expectNoneLeft("named meanwhile");
  });

  it("ten are named while three runs of the job give them up: each is named and there, or neither (RACE)", async () => {
    const late = [];
    for (let many = 0; many < 10; many += 1) late.push({ id: await stored(), owner: await newOwner() });
    service.clock.advanceBy({ minutes: 61 });
    const runs = [job(), job(), job()];
    const kept = await Promise.all(
      late.map(({ owner, id }) =>
        owners.keep(owner, id).then(
          () => true,
          (error: Error) => error.name !== "TransactionConflictException" && error,
        ),
      ),
    );
    await Promise.all(runs);
    expect(kept.filter((outcome) => typeof outcome !== "boolean")).toEqual([]);
    const there = await Promise.all(late.map(async ({ id }) => (await pictures.find(id)) !== undefined));
    expect(there).toEqual(kept);
    service.clock.advanceBy({ minutes: 5 });
    await job();
    await expectNoneLeft("raced");
  });

  it("three runs at once remove each once", async () => {
    for (let many = 0; many < 3; many += 1) await twoLeft();
    service.clock.advanceBy({ minutes: 61 });
    const runs = await Promise.all([job(), job(), job()]);
    expect(runs.reduce((sum, { removed }) => sum + removed, 0)).toBe(6);
    service.clock.advanceBy({ minutes: 5 });
    await job();
    await expectNoneLeft("three runs");
  });

  it("a note says of no picture which it is, and outlives a job that is away for a year", async () => {
    const id = await stored();
    const [left, ...others] = await notes();
    expect(others).toEqual([]);
    expect(JSON.stringify(left)).not.toContain(id);
    expect(left).not.toHaveProperty("cleanAt");
    service.clock.advanceBy({ days: 365 });
    await job();
    service.clock.advanceBy({ minutes: 5 });
    await job();
    await expectNoneLeft("a year later");
    const closed = (await rows.all("flows")).filter(({ kind }) => kind === "picture");
    expect(closed.every(({ cleanAt }) => Number(cleanAt) * 1_000 <= service.clock.now() + 1_000)).toBe(true);
  });
});
