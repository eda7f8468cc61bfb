import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { describe, expect, it } from "vitest";
import type { Browser } from "../service/browser.ts";
import { goodPassword, signIn, solvedCaptcha, withAccount } from "../service/people.ts";
import { startService } from "../service/service.ts";

const service = await startService();
const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));

async function userIdOf(accountName: string): Promise<string> {
  const { Item } = await documents.send(
    new GetCommand({ TableName: `${service.prefix}claims`, Key: { claim: `name#${accountName}` } }),
  );
  return String(Item?.userId);
}

async function setStatus(accountName: string, status: string): Promise<void> {
  await documents.send(
    new UpdateCommand({
      TableName: `${service.prefix}accounts`,
      Key: { userId: await userIdOf(accountName) },
      UpdateExpression: "SET #s = :s",
      ExpressionAttributeNames: { "#s": "status" },
      ExpressionAttributeValues: { ":s": status },
    }),
  );
}

async function fail(accountName: string, times: number, browser?: Browser) {
  for (let time = 0; time < times; time += 1)
    await signIn(browser ?? service.browser(), accountName, "wrong-password-1");
}

describe("登入 (M30)", () => {
  it("takes the account with and without what is behind the @, in any case", async () => {
    const { accountName } = await withAccount(service);
    for (const typed of [accountName, `${accountName}@account.test`, accountName.toUpperCase(), ` ${accountName} `]) {
      expect((await signIn(service.browser(), typed)).status).toBe(200);
    }
  });

  it("gives wrong, unknown, disabled and waiting one and the same answer (T04)", async () => {
    const { accountName } = await withAccount(service);
    const { accountName: disabled } = await withAccount(service);
    const { accountName: waiting } = await withAccount(service);
    await setStatus(disabled, "DISABLED");
    await fail(waiting, 5);
    const replies = [
      await signIn(service.browser(), accountName, "wrong-password-1"),
      await signIn(service.browser(), "nobody.at.all"),
      await signIn(service.browser(), disabled),
      await signIn(service.browser(), waiting),
    ];
    const shapes = replies.map(({ status, headers, body, setCookies }) => ({
      status,
      headers,
      setCookies,
      body: { ...body, id: "" },
    }));
    expect(new Set(shapes.map((shape) => JSON.stringify(shape))).size).toBe(1);
    expect(shapes[0]).toMatchObject({ status: 401, body: { code: "sign-in-failed" } });
  });

  it("keeps secrets from the page: cookies are host-only, secure, HttpOnly and Lax (T21)", async () => {
    const { accountName } = await withAccount(service);
    const { setCookies } = await signIn(service.browser(), accountName);
    expect(setCookies.map((cookie) => cookie.split("=")[0])).toEqual(["__Host-session", "__Host-device"]);
    for (const cookie of setCookies) expect(cookie).toMatch(/; Path=\/; Secure; HttpOnly; SameSite=Lax/);
  });

  it("gives a new session id at each sign-in and ignores a planted one (T21)", async () => {
    const { accountName } = await withAccount(service);
    const browser = service.browser();
    browser.cookies.set("__Host-session", "planted.value");
    await signIn(browser, accountName);
    const first = browser.cookies.get("__Host-session");
    expect(first).not.toBe("planted.value");
    await signIn(browser, accountName);
    expect(browser.cookies.get("__Host-session")).not.toBe(first);
  });
});

describe("the wait ladder (T01)", () => {
  it("after five wrong tries even the right password waits 30 s, then 60 s, and success clears it", async () => {
    const { accountName } = await withAccount(service);
    await fail(accountName, 5);
    expect((await signIn(service.browser(), accountName)).status).toBe(401);
    service.clock.advanceBy({ seconds: 29 });
    expect((await signIn(service.browser(), accountName)).status).toBe(401);
    service.clock.advanceBy({ seconds: 1 });
    await fail(accountName, 1);
    service.clock.advanceBy({ seconds: 59 });
    expect((await signIn(service.browser(), accountName)).status).toBe(401);
    service.clock.advanceBy({ seconds: 1 });
    expect((await signIn(service.browser(), accountName)).status).toBe(200);
    await fail(accountName, 4);
    expect((await signIn(service.browser(), accountName)).status).toBe(200);
  });

  it("a hundred wrong tries switch the password off, however long one waits", async () => {
    const { accountName } = await withAccount(service);
    await documents.send(
      new UpdateCommand({
        TableName: `${service.prefix}accounts`,
        Key: { userId: await userIdOf(accountName) },
        UpdateExpression: "SET wrong = :many, lastAt = :now",
        ExpressionAttributeValues: { ":many": 100, ":now": service.clock.now() },
      }),
    );
    service.clock.advanceBy({ days: 3 });
    expect((await signIn(service.browser(), accountName)).status).toBe(401);
  });

  it("an attacker's failures do not lock the owner's own computer (T03)", async () => {
    const { accountName } = await withAccount(service);
    const home = service.browser();
    await signIn(home, accountName);
    await fail(accountName, 12);
    expect((await signIn(service.browser(), accountName)).status).toBe(401);
    expect((await signIn(home, accountName)).status).toBe(200);
  });

  it("a stolen device cookie has a counter of its own and does not open the account's (T03)", async () => {
    const { accountName } = await withAccount(service);
    const home = service.browser();
    await signIn(home, accountName);
    const thief = home.copy();
    thief.cookies.delete("__Host-session");
    await fail(accountName, 10, thief);
    expect((await signIn(thief, accountName)).status).toBe(401);
    expect((await signIn(service.browser(), accountName)).status).toBe(200);
  });

  it("five right sign-ins at once all succeed", async () => {
    const { accountName } = await withAccount(service);
    const replies = await Promise.all(Array.from({ length: 5 }, () => signIn(service.browser(), accountName)));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  });
});

describe("many failures from one address (T02)", () => {
  it("ask for the proof of work and never block: forty pupils of one school with three typing errors each all get in", async () => {
    const school = "198.51.100.77";
    const pupils = await Promise.all(Array.from({ length: 4 }, () => withAccount(service)));
    for (const { accountName } of pupils) {
      await fail(accountName, 3, service.browser(school));
      expect((await signIn(service.browser(school), accountName)).status).toBe(200);
    }
    const stranger = "192.0.2.200";
    for (let index = 0; index < 100; index += 1) await fail(`stranger.${index}`, 1, service.browser(stranger));
    const [{ accountName = "" } = {}] = pupils;
    expect(await signIn(service.browser(stranger), accountName)).toMatchObject({
      status: 422,
      body: { code: "proof-of-work-required" },
    });
  });
});

describe("sessions (T21)", () => {
  it("end after 30 idle minutes and after 8 hours, whatever the browser says", async () => {
    const { accountName } = await withAccount(service);
    const browser = service.browser();
    await signIn(browser, accountName);
    service.clock.advanceBy({ minutes: 29, seconds: 59 });
    expect((await browser.call("GET /api/session")).body.signedIn).toBe(true);
    service.clock.advanceBy({ minutes: 30, seconds: 1 });
    expect((await browser.call("GET /api/session")).body.signedIn).toBe(false);
    expect((await browser.call("GET /api/my-account")).body.code).toBe("not-signed-in");
  });

  it("signing out ends the session for a copied cookie too, and needs the page's token (T22)", async () => {
    const { accountName } = await withAccount(service);
    const browser = service.browser();
    await signIn(browser, accountName);
    const copy = browser.copy();
    const forged = browser.copy();
    forged.csrfToken = "forged";
    expect((await forged.call("POST /api/sign-out")).body.code).toBe("wrong-csrf-token");
    expect((await browser.call("POST /api/sign-out")).status).toBe(200);
    expect(browser.cookies.has("__Host-session")).toBe(false);
    expect((await copy.call("GET /api/session")).body).toEqual({ signedIn: false });
  });

  it.each(["", ".", "a.b", "x".repeat(3_000), "decoy-1.secret", `${"A".repeat(22)}.${"B".repeat(43)}`])(
    "the cookie %s opens nothing",
    async (cookie) => {
      const browser = service.browser();
      browser.cookies.set("__Host-session", cookie);
      expect((await browser.call("GET /api/session")).body).toEqual({ signedIn: false });
    },
  );
});

describe("captcha on sign-in (M25, T14)", () => {
  it.each([
    ["wrong digits", async (browser: Browser) => ({ ...(await solvedCaptcha(browser, "sign-in")), digits: "12" })],
    ["another form's captcha", (browser: Browser) => solvedCaptcha(browser, "register")],
    [
      "an expired one",
      async (browser: Browser) => {
        const captcha = await solvedCaptcha(browser, "sign-in");
        service.clock.advanceBy({ minutes: 3, seconds: 1 });
        return captcha;
      },
    ],
    ["nonsense", async () => ({ token: "nonsense", digits: "123" })],
    [
      "an unsolved proof of work",
      async (browser: Browser) => {
        const { body } = await browser.call("POST /api/captcha/work", { form: "sign-in" });
        const solution = { counter: 1, derivedKey: "00", time: 1 };
        return { proof: Buffer.from(JSON.stringify({ challenge: body, solution })).toString("base64") };
      },
    ],
  ])("%s is refused and no try is taken from the account", async (_what, make) => {
    const { accountName } = await withAccount(service);
    for (let time = 0; time < 6; time += 1) {
      const browser = service.browser();
      const reply = await browser.call("POST /api/sign-in", {
        accountName,
        password: goodPassword,
        captcha: await make(browser),
      });
      expect(reply).toMatchObject({ status: 422, body: { code: "captcha-wrong" } });
    }
    expect((await signIn(service.browser(), accountName)).status).toBe(200);
  });
});
