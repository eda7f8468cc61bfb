import { describe, expect, it } from "vitest";
import { dynamoApplications } from "../../functions/adapters/applications.ts";
import { partsOf } from "../../functions/adapters/parts.ts";
import { systemIds } from "../../functions/adapters/system.ts";
import { readSettings } from "../../functions/contract/settings.ts";
import { rowsBehind } from "../faults/rows.ts";
import { allRows } from "../service/rows.ts";
import { startService } from "../service/service.ts";
import { applicationOf } from "./sample.ts";

const service = await startService();
const { clock, environment, prefix } = service;
const parts = partsOf(readSettings(environment), { environment, clock, ids: systemIds });
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", prefix);
/** A process of its own: what one has remembered another has not. */
const process1 = () => dynamoApplications(parts);
const by = { operator: "tests" };
const since = () => ({ registeredAt: clock.now() });

let made = 0;
const another = (change: Parameters<typeof applicationOf>[0] = {}) => {
  made += 1;
  return applicationOf({ clientId: `application-${made}`, ...change });
};
const auditOf = async (clientId: string) =>
  (await rows.all("audit")).filter(({ subject }) => subject === `application#${clientId}`);

describe("an application that is registered", () => {
  it("is found with its secret, which is told once and lies sealed", async () => {
    const [application, applications] = [another(), process1()];
    const secret = await applications.save(application, by);
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(await process1().find(application.clientId)).toEqual({ ...application, ...since(), clientSecret: secret });
    expect((await allRows(prefix)).join()).not.toContain(secret);
    expect(await auditOf(application.clientId)).toMatchObject([
      { event: "application.saved", by: "tests", newSecret: true },
    ]);
  });

  it("has no secret when it authenticates by none, and loses the one it had when it is changed so", async () => {
    const open = another({ tokenEndpointAuthMethod: "none" });
    expect(await process1().save(open, by)).toBeUndefined();
    expect(await process1().find(open.clientId)).toEqual({ ...open, ...since() });
    const closed = another();
    await process1().save(closed, by);
    const opened = applicationOf({ clientId: closed.clientId, tokenEndpointAuthMethod: "none" });
    expect(await process1().save(opened, by)).toBeUndefined();
    expect(await process1().find(closed.clientId)).toEqual({ ...opened, ...since() });
  });

  it("keeps its secret when it is saved again, and only what was saved last is true", async () => {
    const application = another();
    const secret = await process1().save(application, by);
    const renamed = applicationOf({ clientId: application.clientId, name: { "zh-TW": "新名", en: "New name" } });
    expect(await process1().save(renamed, by)).toBeUndefined();
    expect(await process1().find(application.clientId)).toEqual({ ...renamed, ...since(), clientSecret: secret });
  });

  it("gets another secret when it is asked for, and the one before is gone; one without any gets none", async () => {
    const application = another();
    const before = await process1().save(application, by);
    const after = await process1().renewSecret(application.clientId, by);
    expect(after).not.toBe(before);
    expect((await process1().find(application.clientId))?.clientSecret).toBe(after);
    const open = another({ tokenEndpointAuthMethod: "none" });
    await process1().save(open, by);
    expect(await process1().renewSecret(open.clientId, by)).toBeUndefined();
    expect(await process1().renewSecret("nobody-has-this", by)).toBeUndefined();
  });

  it("of eight first saves at once has one secret, told to one of them", async () => {
    const application = another();
    const told = await Promise.all(
      Array.from({ length: 8 }, () =>
        process1()
          .save(application, by)
          .catch(() => "lost"),
      ),
    );
    const secrets = told.filter((secret) => secret !== undefined && secret !== "lost");
    expect(secrets).toHaveLength(1);
    expect((await process1().find(application.clientId))?.clientSecret).toBe(secrets[0]);
  });

  it("does not open with the secret of another one that was moved to it", async () => {
    const [one, other] = [another(), another()];
    await process1().save(one, by);
    await process1().save(other, by);
    const stolen = (await rows.all("applications")).find(({ clientId }) => clientId === one.clientId);
    await rows.put("applications", { ...stolen, clientId: other.clientId });
    await expect(process1().find(other.clientId)).rejects.toThrow("cannot be opened");
    await rows.put("applications", { ...stolen, clientId: other.clientId, secret: undefined, application: other });
  });
});

describe("an application that is removed", () => {
  it("is gone at once where it was removed, and after a minute everywhere else", async () => {
    const [application, here, elsewhere] = [another(), process1(), process1()];
    await here.save(application, by);
    await elsewhere.find(application.clientId);
    clock.advanceBy({ seconds: 1 });
    expect(await here.remove(application.clientId, by)).toBe(true);
    expect(await here.find(application.clientId)).toBeUndefined();
    clock.advanceBy({ seconds: 58 });
    expect(await elsewhere.find(application.clientId)).toMatchObject({ clientId: application.clientId });
    clock.advanceBy({ seconds: 1 });
    expect(await elsewhere.find(application.clientId)).toBeUndefined();
    expect((await auditOf(application.clientId)).map(({ event }) => event)).toEqual([
      "application.saved",
      "application.removed",
    ]);
  });

  it("was none: nothing is written", async () => {
    expect(await process1().remove("nobody-has-this", by)).toBe(false);
    expect(await auditOf("nobody-has-this")).toEqual([]);
  });
});

describe("what no application can be called", () => {
  it.each(["", "A".repeat(43), "a".repeat(1_100), "a\0b", "Learning", "app-1\n"])(
    "%j is looked up nowhere (T28)",
    async (clientId) => {
      const dynamo = { ...parts.dynamo, batchGet: () => Promise.reject(new Error("it was looked up")) };
      expect(await dynamoApplications({ ...parts, dynamo }).find(clientId)).toBeUndefined();
    },
  );
});

describe("what is remembered", () => {
  it("is not that there is none: a new application works at once everywhere", async () => {
    const [application, elsewhere] = [another(), process1()];
    expect(await elsewhere.find(application.clientId)).toBeUndefined();
    await process1().save(application, by);
    expect(await elsewhere.find(application.clientId)).toMatchObject({ clientId: application.clientId });
  });

  it("is found by one read for a minute, however many ask at once", async () => {
    const application = another();
    await process1().save(application, by);
    let reads = 0;
    const counting = dynamoApplications({
      ...parts,
      dynamo: {
        ...parts.dynamo,
        batchGet(keys) {
          reads += 1;
          return parts.dynamo.batchGet(keys);
        },
      },
    });
    await Promise.all(Array.from({ length: 20 }, () => counting.find(application.clientId)));
    expect(reads).toBe(1);
    clock.advanceBy({ seconds: 60 });
    await counting.find(application.clientId);
    expect(reads).toBe(2);
  });

  it("is no failure", async () => {
    const application = another();
    await process1().save(application, by);
    let isBroken = true;
    const shaky = dynamoApplications({
      ...parts,
      dynamo: {
        ...parts.dynamo,
        batchGet: (keys) => (isBroken ? Promise.reject(new Error("down")) : parts.dynamo.batchGet(keys)),
      },
    });
    await expect(shaky.find(application.clientId)).rejects.toThrow("down");
    isBroken = false;
    expect(await shaky.find(application.clientId)).toMatchObject({ clientId: application.clientId });
  });
});

describe("the list", () => {
  it("has all, by name, without any secret, more than a page of the query holds", async () => {
    const logo = `data:image/png;base64,${"A".repeat(27_000)}`;
    const many = Array.from({ length: 45 }, (_, index) =>
      another({ logo, name: { "zh-TW": `乙${44 - index}`, en: "x" } }),
    );
    for (const application of many) await process1().save(application, by);
    const listed = await process1().list();
    expect(listed.filter(({ name }) => name.en === "x")).toHaveLength(45);
    const names = listed.map(({ name }) => name["zh-TW"]);
    expect(names).toEqual(names.toSorted((one, other) => one.localeCompare(other, "zh-Hant-TW")));
    expect(JSON.stringify(listed)).not.toMatch(/secret"/i);
  });
});
