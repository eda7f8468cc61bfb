import { afterEach, describe, expect, it } from "vitest";
import { holder, isSignedIn, newPassword, passwordsOf, reset } from "../reset-password/holder.ts";
import { goodPassword } from "../service/people.ts";
import type { Mode } from "./lane.ts";
import { startProxiedService } from "./proxied-service.ts";

const { service, lane } = await startProxiedService();
afterEach(() => lane.mend());

const busyAnswer = {
  status: 503,
  headers: expect.objectContaining({ "content-type": "application/problem+json", "retry-after": "5" }),
  body: expect.objectContaining({ code: "try-again-later", retryAfter: 5 }),
  setCookies: [],
};

describe("the store is away: nothing is reset for it (T47)", () => {
  it.each(["before", "cut"] as const satisfies Mode[])(
    "%s: 503, the vault is not asked, nothing is sent",
    async (mode) => {
      const { browser, signedIn, userId } = await holder(service);
      lane.mend();
      lane.fault({ mode, at: ({ service: name }) => name === "dynamodb", nth: "every" });
      expect(await browser.call("GET /api/reset-password")).toMatchObject(busyAnswer);
      expect(await reset(browser)).toMatchObject(busyAnswer);
      expect(lane.names().filter((name) => !name.startsWith("dynamodb."))).toEqual([]);
      lane.mend();
      expect(await isSignedIn(signedIn)).toBe(true);
      expect(await passwordsOf(service, userId, [goodPassword])).toEqual([goodPassword]);
      expect((await reset(browser)).status).toBe(200);
    },
  );
});

describe("AWS says too fast, or two transactions meet: two more tries, then 503, and the next press goes on (T47)", () => {
  it.each([
    ["dynamodb.TransactWriteItems accounts+audit+flows+logouts+messages", "busy"],
    ["dynamodb.TransactWriteItems accounts+audit+flows+logouts+messages", "conflict"],
    ["cognito.AdminSetUserPassword", "busy"],
    ["cognito.AdminSetUserPassword", "cut"],
    ["dynamodb.TransactWriteItems accounts+flows", "busy"],
    ["dynamodb.TransactWriteItems accounts+flows", "conflict"],
  ] as const)("%s: %s", async (at, mode) => {
    const { browser, userId } = await holder(service);
    lane.mend();
    const armed = lane.fault({ mode, at, nth: "every" });
    expect(await reset(browser)).toMatchObject(busyAnswer);
    expect(armed.struck()).toBe(3);
    lane.mend();
    expect((await reset(browser)).status).toBe(200);
    expect(await passwordsOf(service, userId, [goodPassword, newPassword])).toEqual([newPassword]);
  });
});
