import { describe, expect, it } from "vitest";
import { isSignedIn } from "../reset-password/holder.ts";
import type { Browser } from "../service/browser.ts";
import { withAccount } from "../service/people.ts";
import { allRows } from "../service/rows.ts";
import { startService } from "../service/service.ts";
import { devicesOf, signInAt } from "./browsers.ts";

const service = await startService();

const end = (browser: Browser, ids: unknown) => browser.call("POST /api/my-account/devices/end", { ids });

/** One account, signed in in so many browsers, a second apart. */
async function signedInAt(count: number) {
  const { accountName } = await withAccount(service);
  const browsers = (await signInAt(service, accountName, count)) as [Browser, Browser, Browser];
  return { accountName, browsers };
}

const rowsOf = async (table: string, id: string) =>
  (await allRows(service.prefix)).filter((row) => row.startsWith(`${table} `) && row.includes(id));

describe("signed-in devices (ASVS 7.5.2)", () => {
  it("are listed newest first, with browser, address and times, and which one this is", async () => {
    const { browsers } = await signedInAt(2);
    const [first, second] = browsers;
    const now = service.clock.now();
    service.clock.advanceBy({ minutes: 2 });
    const [newest, oldest, ...more] = await devicesOf(first);
    expect(more).toEqual([]);
    expect(newest).toEqual({
      id: expect.stringMatching(/^[\w-]{22}$/),
      current: false,
      browser: "test browser",
      address: second.address,
      startedAt: new Date(now).toISOString(),
      lastSeenAt: new Date(now).toISOString(),
    });
    expect(oldest).toMatchObject({
      current: true,
      address: first.address,
      lastSeenAt: new Date(service.clock.now()).toISOString(),
    });
  });

  it("tell no cookie: what names a device opens nothing (T21)", async () => {
    const { browsers } = await signedInAt(1);
    const [{ id = "" } = {}] = await devicesOf(browsers[0]);
    const [userId, , secret] = (browsers[0].cookies.get("__Host-session") ?? "").split(".");
    for (const made of [`${userId}.${id}.${id}`, `${userId}.${id}.`, id]) {
      const thief = service.browser();
      thief.cookies.set("__Host-session", made);
      expect(await isSignedIn(thief)).toBe(false);
    }
    expect(JSON.stringify(await devicesOf(browsers[0]))).not.toContain(secret);
  });

  it("end one by one, and the others go on", async () => {
    const { browsers } = await signedInAt(3);
    const [first, second, third] = browsers;
    const [, { id = "" } = {}] = await devicesOf(first);
    expect((await end(first, [id])).body).toEqual({ ended: 1 });
    expect(await Promise.all(browsers.map(isSignedIn))).toEqual([true, false, true]);
    expect((await end(third, [id])).body).toEqual({ ended: 0 });
    expect((await second.call("GET /api/my-account")).body.code).toBe("not-signed-in");
  });

  it("end all at once but the one that asks, each with an audit record, and applications are told (I5, T41)", async () => {
    const { browsers } = await signedInAt(3);
    const [userId = ""] = (browsers[0].cookies.get("__Host-session") ?? "").split(".");
    expect((await end(browsers[1], "others")).body).toEqual({ ended: 2 });
    expect(await Promise.all(browsers.map(isSignedIn))).toEqual([false, true, false]);
    expect(await devicesOf(browsers[1])).toHaveLength(1);
    expect((await rowsOf("audit", userId)).filter((row) => row.includes("session.ended"))).toHaveLength(2);
    expect(await rowsOf("logouts", userId)).toHaveLength(2);
    expect(await rowsOf("sessions", userId)).toHaveLength(1);
  });

  it("do not end the one that asks, which signs out instead", async () => {
    const { browsers } = await signedInAt(1);
    const [{ id = "" } = {}] = await devicesOf(browsers[0]);
    expect((await end(browsers[0], [id])).body).toEqual({ ended: 0 });
    expect(await isSignedIn(browsers[0])).toBe(true);
  });

  it("of somebody else cannot be ended, listed or told from none (T26)", async () => {
    const [mine, theirs] = [await signedInAt(1), await signedInAt(2)];
    const ids = (await devicesOf(theirs.browsers[0])).map(({ id }) => id);
    expect((await end(mine.browsers[0], ids)).body).toEqual({ ended: 0 });
    expect((await end(mine.browsers[0], ["made-up"])).body).toEqual({ ended: 0 });
    expect(await Promise.all(theirs.browsers.map(isSignedIn))).toEqual([true, true]);
    expect((await devicesOf(mine.browsers[0])).map(({ id }) => ids.includes(id))).toEqual([false]);
  });

  it.each([undefined, "all", [""], [1], Array(21).fill("x"), { others: true }])(
    "%j is no list of them",
    async (ids) => {
      const { browsers } = await signedInAt(1);
      expect((await end(browsers[0], ids)).body.code).toBe("bad-request");
    },
  );
});

describe("signing out (M30, T41)", () => {
  it("frees the place in the list, asks for the applications to be told, and changes nothing the second time", async () => {
    const { browsers } = await signedInAt(2);
    const [first, second] = browsers;
    const [userId = ""] = (first.cookies.get("__Host-session") ?? "").split(".");
    await first.call("POST /api/sign-out");
    expect(await devicesOf(second)).toHaveLength(1);
    expect(await rowsOf("logouts", userId)).toHaveLength(1);
    expect((await first.call("POST /api/sign-out")).status).toBe(200);
    expect(await rowsOf("logouts", userId)).toHaveLength(1);
  });
});
