import { expect, it } from "vitest";
import { userIdOf } from "../reset-password/holder.ts";
import { signIn, withAccount } from "../service/people.ts";
import { startService } from "../service/service.ts";
import { connected } from "./connected.ts";

const service = await startService();
const { consents, register, unregister } = connected(service);
const logo = "data:image/png;base64,iVBORw0KGgo=";

/** Somebody with an account who is signed in. */
async function person() {
  const { accountName } = await withAccount(service);
  const browser = service.browser();
  await signIn(browser, accountName);
  return { browser, userId: await userIdOf(service, accountName) };
}

const listed = async ({ browser }: Awaited<ReturnType<typeof person>>) => {
  const { status, body } = await browser.call("GET /api/my-account/authorizations");
  expect(status).toBe(200);
  return body.authorizations;
};

it("lists what was allowed to whom, with the claims of each scope and the application's own reason, the newest first (M60)", async () => {
  await register("list-first", { logo });
  await register("list-second");
  const somebody = await person();
  await consents.give(somebody.userId, "list-first", ["openid", "email"]);
  const first = new Date(service.clock.now()).toISOString();
  service.clock.advanceBy({ minutes: 1 });
  await consents.give(somebody.userId, "list-second", ["openid"]);
  expect(await listed(somebody)).toEqual([
    expect.objectContaining({ clientId: "list-second" }),
    {
      clientId: "list-first",
      name: { "zh-TW": "範例list-first", en: "Sample list-first" },
      owner: "範例教育中心",
      logo,
      grantedAt: first,
      scopes: [
        { scope: "openid", claims: ["sub"], reason: { "zh-TW": "認得您是同一個人", en: "To know you again" } },
        {
          scope: "email",
          claims: ["email", "email_verified"],
          reason: { "zh-TW": "寄作業的通知", en: "To mail you about homework" },
        },
      ],
    },
  ]);
});

it("shows nobody what another person allowed, and an empty list to who allowed nothing", async () => {
  await register("list-own");
  const [one, other] = [await person(), await person()];
  await consents.give(one.userId, "list-own", ["openid"]);
  expect(await listed(one)).toHaveLength(1);
  expect(await listed(other)).toEqual([]);
});

it("an application that is gone stands under its id, and can be taken back (M60)", async () => {
  await register("list-gone");
  const somebody = await person();
  await consents.give(somebody.userId, "list-gone", ["openid", "email"]);
  await unregister("list-gone");
  expect(await listed(somebody)).toMatchObject([
    {
      clientId: "list-gone",
      name: { "zh-TW": "list-gone", en: "list-gone" },
      scopes: [
        { scope: "openid", claims: ["sub"] },
        { scope: "email", claims: ["email", "email_verified"] },
      ],
    },
  ]);
  const { body } = await somebody.browser.call("POST /api/my-account/authorizations/revoke", {
    clientIds: ["list-gone"],
  });
  expect(body).toEqual({ revoked: 1 });
  expect(await listed(somebody)).toEqual([]);
});

it("takes back those that are ticked and no others, and counts them once however often they are named (M60)", async () => {
  const somebody = await person();
  const clientIds = ["tick-a", "tick-b", "tick-c"];
  for (const clientId of clientIds) {
    await register(clientId);
    await consents.give(somebody.userId, clientId, ["openid"]);
  }
  const revoke = (...ids: string[]) =>
    somebody.browser.call("POST /api/my-account/authorizations/revoke", { clientIds: ids });
  expect(await revoke("tick-a", "tick-c", "tick-c", "never-allowed")).toMatchObject({
    status: 200,
    body: { revoked: 2 },
  });
  expect((await listed(somebody)).map(({ clientId }) => clientId)).toEqual(["tick-b"]);
  expect(await revoke("tick-a")).toMatchObject({ status: 200, body: { revoked: 0 } });
});

it("eight windows that take the same back at once take it back once (M60)", async () => {
  await register("tick-race");
  const somebody = await person();
  await consents.give(somebody.userId, "tick-race", ["openid"]);
  const replies = await Promise.all(
    Array.from({ length: 8 }, () =>
      somebody.browser.copy().call("POST /api/my-account/authorizations/revoke", { clientIds: ["tick-race"] }),
    ),
  );
  expect(replies.map(({ body }) => body.revoked).toSorted()).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
});

it("is for who is signed in, and taking back for a page of ours (T22)", async () => {
  await register("tick-guarded");
  const somebody = await person();
  await consents.give(somebody.userId, "tick-guarded", ["openid"]);
  const stranger = service.browser();
  expect(await stranger.call("GET /api/my-account/authorizations")).toMatchObject({ status: 401 });
  const clientIds = ["tick-guarded"];
  expect(await stranger.call("POST /api/my-account/authorizations/revoke", { clientIds })).toMatchObject({
    status: 401,
  });
  const forged = somebody.browser.copy();
  forged.csrfToken = "guess";
  expect(await forged.call("POST /api/my-account/authorizations/revoke", { clientIds })).toMatchObject({
    status: 403,
    body: { code: "wrong-csrf-token" },
  });
  expect(await listed(somebody)).toHaveLength(1);
});

it.each([
  ["none", []],
  ["more than a hundred", Array.from({ length: 101 }, (_, index) => `many-${index}`)],
  ["an empty one", [""]],
])("refuses a list with %s", async (_, clientIds) => {
  const { browser } = await person();
  expect(await browser.call("POST /api/my-account/authorizations/revoke", { clientIds })).toMatchObject({
    status: 400,
    body: { code: "bad-request" },
  });
});
