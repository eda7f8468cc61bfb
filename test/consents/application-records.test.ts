import { expect, it } from "vitest";
import { userIdOf } from "../reset-password/holder.ts";
import type { Browser } from "../service/browser.ts";
import { signIn, withAccount } from "../service/people.ts";
import { startService } from "../service/service.ts";
import { connected } from "./connected.ts";

const service = await startService();
const { register, unregister, signedIn } = connected(service);

async function person() {
  const { accountName } = await withAccount(service);
  const browser = service.browser();
  await signIn(browser, accountName);
  return { browser, userId: await userIdOf(service, accountName) };
}

const records = (browser: Browser, most: string) =>
  browser.call("GET /api/my-account/application-sign-ins/{most}", undefined, { pathParameters: { most } });

it("lists when, where from and to which application, the newest first, and nobody else's (M61)", async () => {
  await register("record-one");
  await register("record-gone");
  const [somebody, other] = [await person(), await person()];
  const at = () => new Date(service.clock.now()).toISOString();
  await signedIn(somebody.userId, "record-one", "203.0.113.1");
  const first = at();
  service.clock.advanceBy({ minutes: 1 });
  await signedIn(somebody.userId, "record-gone", "203.0.113.2");
  const second = at();
  await signedIn(other.userId, "record-one");
  await unregister("record-gone");
  const { status, body } = await records(somebody.browser, "10");
  expect(status).toBe(200);
  expect(body.records).toEqual([
    {
      at: second,
      clientId: "record-gone",
      name: { "zh-TW": "record-gone", en: "record-gone" },
      address: "203.0.113.2",
    },
    {
      at: first,
      clientId: "record-one",
      name: { "zh-TW": "範例record-one", en: "Sample record-one" },
      address: "203.0.113.1",
    },
  ]);
});

it("gives as many as were chosen: 10, 20, 50 or 100 (M61)", async () => {
  await register("record-many");
  const { browser, userId } = await person();
  for (let index = 0; index < 101; index += 1) {
    service.clock.advanceBy({ seconds: 1 });
    await signedIn(userId, "record-many", `203.0.113.${index}`);
  }
  for (const most of ["10", "20", "50", "100"]) {
    const { body } = await records(browser, most);
    expect(body.records).toHaveLength(Number(most));
    expect(body.records[0]?.address).toBe("203.0.113.100");
  }
});

it.each(["0", "11", "1000", "010", "10.0", "-10", "constructor", "１０"])(
  "%s is no number that is on offer",
  async (most) => {
    const { browser } = await person();
    expect(await records(browser, most)).toMatchObject({ status: 404, body: { code: "not-found" } });
  },
);

it("is for who is signed in", async () => {
  expect(await records(service.browser(), "10")).toMatchObject({ status: 401, body: { code: "not-signed-in" } });
});
