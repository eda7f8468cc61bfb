import { describe, expect, it } from "vitest";
import { startProxiedService } from "../faults/proxied-service.ts";
import { rowsBehind } from "../faults/rows.ts";
import { accountIn, changeAccount } from "../reset-password/holder.ts";
import { publicOwner } from "../service/people.ts";
import { activationMail, joining } from "../service/public-people.ts";
import { green, png, red } from "./files.ts";
import { upload } from "./uploads.ts";

const { service, lane, proxy } = await startProxiedService();
const rows = rowsBehind(proxy.behind.dynamodb, service.prefix);
const own = "POST /api/my-account/picture";
const [first, second] = [png(20, 20, () => red), png(20, 20, () => green)];
const statusOf = async (address: unknown) => (await service.browser().visit(String(address))).status;

/** Somebody with a picture, and what their page shows. */
async function somebody() {
  const { browser, userId } = await publicOwner(service);
  const address = (await upload(browser, own, first)).body.picture;
  lane.mend();
  const shown = async () => (await browser.call("GET /api/my-account")).body.picture;
  return { browser, userId, address, shown };
}

describe("a picture and its row, whatever AWS does (T45, T47)", () => {
  it.each(["before", "cut", "busy"] as const)(
    "S3 takes nothing (%s): 503 or 500, and the one before stays",
    async (mode) => {
      const { browser, address, shown } = await somebody();
      lane.fault({ mode, at: "s3.PutObject", nth: "every" });
      expect((await upload(browser, own, second)).status).toBeGreaterThanOrEqual(500);
      lane.mend();
      expect([await shown(), await statusOf(address)]).toEqual([address, 200]);
    },
  );

  it.each([
    ["s3.PutObject", "after"],
    ["s3.PutObject", "dup"],
    ["s3.DeleteObject", "after"],
    ["dynamodb.TransactWriteItems accounts+audit+flows", "after"],
    ["dynamodb.TransactWriteItems accounts+audit+flows", "conflict"],
    ["dynamodb.TransactWriteItems flows+limits", "after"],
  ] as const)("the answer of %s is lost once (%s): the new one is there, the one before is gone", async (at, mode) => {
    const { browser, address, shown } = await somebody();
    const fault = lane.fault({ mode, at, tries: "one" });
    const { status, body } = await upload(browser, own, second);
    expect([status, fault.struck()]).toEqual([200, 1]);
    lane.mend();
    expect([await shown(), await statusOf(body.picture), await statusOf(address)]).toEqual([body.picture, 200, 404]);
  });

  it("the row is not written: nobody ever learns the id of what was stored, and the one before stays", async () => {
    const { browser, address, shown } = await somebody();
    lane.fault({ mode: "before", at: "dynamodb.TransactWriteItems accounts+audit+flows", nth: "every" });
    expect((await upload(browser, own, second)).status).toBeGreaterThanOrEqual(500);
    lane.mend();
    expect([await shown(), await statusOf(address)]).toEqual([address, 200]);
  });

  it("a registration is activated while its picture is made: the picture is refused and nothing of it stays", async () => {
    const [browser, email] = [service.browser(), `late${service.random()}@mail.test`];
    await joining.register(browser, email);
    const { token } = await activationMail(service, email);
    lane.mend();
    const act = async () => {
      await joining.byLink(service.browser(), token);
    };
    lane.fault({ mode: "meanwhile", at: "s3.PutObject", act });
    const { body } = await upload(browser, "POST /api/public/picture", first);
    expect(body.code).toBe("public-registration-missing");
    expect(lane.names().filter((name) => name.startsWith("s3."))).toEqual(["s3.PutObject", "s3.DeleteObject"]);
    lane.mend();
  });

  describe("the account is reset, or closed, while the picture is made or taken away (I7)", () => {
    const changes = {
      "its epoch is another one": ({ epoch }: { epoch?: unknown }) => ({ epoch: Number(epoch) + 1 }),
      "it is not in use": () => ({ status: "DISABLED" }),
    };
    const befall = async (userId: string, kind: keyof typeof changes) =>
      changeAccount(rows, userId, changes[kind](await accountIn(rows, userId)));

    it.each(Object.keys(changes) as (keyof typeof changes)[])(
      "%s: an upload in flight changes nothing, and nothing of it stays",
      async (kind) => {
        const { browser, userId, address } = await somebody();
        lane.fault({ mode: "meanwhile", at: "s3.PutObject", act: () => befall(userId, kind) });
        const { status, body } = await upload(browser, own, second);
        expect([status, body.code]).toEqual([401, "not-signed-in"]);
        expect(lane.names().filter((name) => name.startsWith("s3."))).toEqual(["s3.PutObject", "s3.DeleteObject"]);
        lane.mend();
        expect(await statusOf(address)).toBe(200);
      },
    );

    it.each(Object.keys(changes) as (keyof typeof changes)[])(
      "%s: the write that takes it away is refused",
      async (kind) => {
        for (const at of ["dynamodb.BatchGetItem accounts", "dynamodb.TransactWriteItems accounts+audit+flows"]) {
          const { browser, userId, address } = await somebody();
          const armed = lane.fault({ mode: "meanwhile", at, act: () => befall(userId, kind) });
          const { body } = await browser.call("POST /api/my-account/picture/remove");
          expect([at, body.code, armed.struck()]).toEqual([at, "not-signed-in", 1]);
          lane.mend();
          expect(await statusOf(address)).toBe(200);
        }
      },
    );
  });

  it("to show one costs a single read of S3, and no other call", async () => {
    const { address } = await somebody();
    lane.mend();
    expect(await statusOf(address)).toBe(200);
    expect(lane.names()).toEqual(["s3.GetObject"]);
  });
});
