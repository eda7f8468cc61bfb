import { describe, expect, it } from "vitest";
import { columns, jobColumns } from "../faults/cells.ts";
import { startProxiedService } from "../faults/proxied-service.ts";
import type { Browser } from "../service/browser.ts";
import { publicOwner } from "../service/people.ts";
import { joining } from "../service/public-people.ts";
import { green, png, red } from "./files.ts";
import { keptPictures } from "./kept-pictures.ts";
import { upload } from "./uploads.ts";

const at = await startProxiedService();
const { service, lane } = at;
const { mend, notes, expectNoneLeft } = keptPictures(at);
const [own, ofPublic] = ["POST /api/my-account/picture", "POST /api/public/picture"] as const;
const [first, second] = [png(20, 20, () => red), png(20, 20, () => green)];
const job = () => service.jobs({ job: "remove-pictures" });

/** What was given up is removed in the run after its hour, and looked at once more in the next one. */
async function anHourLater(): Promise<void> {
  service.clock.advanceBy({ minutes: 61 });
  for (let runs = 0; runs < 2; runs += 1) {
    await job();
    service.clock.advanceBy({ minutes: 5 });
  }
}

async function withPicture() {
  const { browser, email } = await publicOwner(service);
  expect((await upload(browser, own, first)).status).toBe(200);
  return { browser, email };
}
async function registered() {
  const browser = service.browser();
  await joining.register(browser, `left${service.random()}@mail.test`);
  expect((await upload(browser, ofPublic, first)).status).toBe(200);
  return { browser };
}

const noted = "dynamodb.TransactWriteItems flows+limits";
const named = "dynamodb.TransactWriteItems accounts+audit+flows";
interface Way {
  readonly who: () => Promise<{ readonly browser: Browser }>;
  readonly press: (browser: Browser) => Promise<{ readonly status: number }>;
  readonly steps: readonly string[];
}
const ways: Record<string, Way> = {
  "another picture of an account": {
    who: withPicture,
    press: (browser) => upload(browser, own, second),
    steps: [noted, "s3.PutObject", named, "s3.DeleteObject"],
  },
  "a picture taken away": {
    who: withPicture,
    press: (browser) => browser.call("POST /api/my-account/picture/remove"),
    steps: [named, "s3.DeleteObject"],
  },
  "another picture of a registration": {
    who: registered,
    press: (browser) => upload(browser, ofPublic, second),
    steps: [noted, "s3.PutObject", "dynamodb.TransactWriteItems flows", "s3.DeleteObject"],
  },
};
const withColumns = (steps: readonly string[]) =>
  steps.flatMap((step) =>
    Object.entries(columns).map(([column, mode]) => ({ cell: `${step}, ${column}`, step, mode })),
  );

describe.each(Object.entries(ways))("%s, with one fault (M20, T45)", (way, { who, press, steps }) => {
  it.each(withColumns(steps))(
    "$cell: an hour later every picture is one that a row names",
    async ({ cell, step, mode }) => {
      const { browser } = await who();
      mend();
      const armed = lane.fault({ ...mode, at: step });
      await press(browser);
      expect(armed.struck()).toBeGreaterThan(0);
      mend();
      await anHourLater();
      await expectNoneLeft(`${way}: ${cell}`);
    },
  );

  it("S3 refuses to remove the one before: it is done all the same, and the job removes it within minutes", async () => {
    const { browser } = await who();
    mend();
    lane.fault({ mode: "before", at: "s3.DeleteObject", nth: "every" });
    expect((await press(browser)).status).toBe(200);
    mend();
    service.clock.advanceBy({ minutes: 5 });
    expect(await job()).toEqual({ removed: 1 });
    await expectNoneLeft(way);
  });
});

it("a file that is no picture leaves a note for an hour, and then nothing (M20)", async () => {
  const { browser } = await publicOwner(service);
  expect((await upload(browser, own, Buffer.from("no picture"))).body.code).toBe("picture-type");
  expect(await notes()).toHaveLength(1);
  await anHourLater();
  await expectNoneLeft("no picture");
});

describe("what ends owners has S3 against it: the next run removes their pictures (M20, S11)", () => {
  const s3Faults = Object.entries(jobColumns).map(([column, mode]) => ({ column, mode }));

  it.each(s3Faults)("a registration that nobody activates, and DeleteObject $column", async ({ column, mode }) => {
    const sweep = () => service.jobs({ job: "reconcile-registrations" }).catch(() => undefined);
    await registered();
    service.clock.advanceBy({ hours: 24, minutes: 1 });
    mend();
    const armed = lane.fault({ ...mode, at: "s3.DeleteObject" });
    await sweep();
    expect(armed.struck()).toBeGreaterThan(0);
    mend();
    service.clock.advanceBy({ minutes: 5 });
    await sweep();
    await job();
    await expectNoneLeft(column);
  });

  it.each(s3Faults)("a closed account that is erased, and DeleteObject $column", async ({ column, mode }) => {
    const sweep = () => service.jobs({ job: "disable-idle" }).catch(() => undefined);
    const { browser, email } = await withPicture();
    expect((await browser.call("POST /api/my-account/close", { accountName: email })).status).toBe(200);
    await job();
    service.clock.advanceBy({ days: 30 });
    mend();
    const armed = lane.fault({ ...mode, at: "s3.DeleteObject" });
    await sweep();
    expect(armed.struck()).toBeGreaterThan(0);
    mend();
    service.clock.advanceBy({ minutes: 61 });
    await sweep();
    await expectNoneLeft(column);
  });
});

it("storing one costs no call more than it takes: read, count and note, store, read, name, remove (T46)", async () => {
  const { browser } = await withPicture();
  mend();
  await upload(browser, own, second);
  expect(lane.names()).toEqual([
    "dynamodb.BatchGetItem accounts+sessions",
    noted,
    "s3.PutObject",
    "dynamodb.BatchGetItem accounts",
    named,
    "s3.DeleteObject",
  ]);
  mend();
});
