import { describe, expect, it } from "vitest";
import { pictureLimits } from "../../functions/contract/schemas/pictures.ts";
import { goodPassword, publicOwner, signIn, withAccount } from "../service/people.ts";
import { activationMail, joining } from "../service/public-people.ts";
import { allRows } from "../service/rows.ts";
import { startService } from "../service/service.ts";
import { green, jpeg, png, red, shown } from "./files.ts";
import { sent, upload } from "./uploads.ts";

const service = await startService();
const own = "POST /api/my-account/picture";
const ofPublic = "POST /api/public/picture";
const file = png(40, 40, () => red);

const signedIn = () => publicOwner(service);

describe("個人頭像 of an account (M20)", () => {
  it("is shown to whoever knows its address, made anew, for good and as nothing but a picture", async () => {
    const { browser } = await signedIn();
    const { status, body } = await upload(browser, own, file);
    expect([status, body]).toEqual([200, { picture: expect.stringMatching(/^\/api\/pictures\/[\w-]{22}$/) }]);
    const response = await service.browser().visit(String(body.picture));
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toEqual({
      "cache-control": "public, max-age=31536000, immutable",
      "content-security-policy": "default-src 'none'; sandbox",
      "content-type": "image/webp",
      "cross-origin-resource-policy": "cross-origin",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    });
    const { width, at } = await shown(Buffer.from(await response.arrayBuffer()));
    expect([width, (at(100, 100)[0] ?? 0) > 200]).toEqual([256, true]);
  });

  it("takes the place of the one before, which is gone; taken away, there is none", async () => {
    const { browser } = await signedIn();
    const first = String((await upload(browser, own, file)).body.picture);
    const second = String((await upload(browser, own, await jpeg(30, 30, () => green), "image/jpeg")).body.picture);
    const statusOf = async (address: string) => (await service.browser().visit(address)).status;
    expect([await statusOf(first), await statusOf(second)]).toEqual([404, 200]);
    const removed = await browser.call("POST /api/my-account/picture/remove");
    expect([removed.status, removed.body]).toEqual([200, {}]);
    expect(await statusOf(second)).toBe(404);
    expect((await browser.call("POST /api/my-account/picture/remove")).status).toBe(200);
  });

  it("only 其他 have one: anybody else's account is refused before anything is counted or looked at", async () => {
    const browser = service.browser();
    await signIn(browser, (await withAccount(service)).accountName);
    const before = await allRows(service.prefix);
    const { status, body } = await upload(browser, own, file);
    expect([status, body.code]).toEqual([404, "not-found"]);
    expect(await allRows(service.prefix)).toEqual(before);
    expect((await browser.call("GET /api/my-account")).body.picture).toBeUndefined();
  });

  it("stands in no row in clear, and its change in the audit without its id (T27, T49)", async () => {
    const { browser, userId } = await signedIn();
    const id =
      String((await upload(browser, own, file)).body.picture)
        .split("/")
        .at(-1) ?? "";
    await browser.call("POST /api/my-account/picture/remove");
    const rows = await allRows(service.prefix);
    expect(rows.filter((row) => row.includes(id))).toEqual([]);
    expect(
      rows.filter((row) => row.startsWith("audit") && row.includes(userId) && row.includes("picture.changed")),
    ).toHaveLength(2);
  });

  it("two at once: one is the account's, and the other is nowhere (T45)", async () => {
    const { browser } = await signedIn();
    const replies = await Promise.all([upload(browser, own, file), upload(browser, own, file)]);
    const addresses = replies.map(({ status, body }) => [status, String(body.picture)] as const);
    expect(addresses.map(([status]) => status)).toEqual([200, 200]);
    const statuses = await Promise.all(
      addresses.map(async ([, address]) => (await service.browser().visit(address)).status),
    );
    expect(statuses.toSorted()).toEqual([200, 404]);
  });

  it.each([
    ["a page", Buffer.from("<html>"), "picture-type"],
    [
      "30,000 × 30,000",
      Buffer.concat([file.subarray(0, 16), Buffer.from([0, 0, 117, 48, 0, 0, 117, 48]), file.subarray(24)]),
      "picture-size",
    ],
    ["half a picture", file.subarray(0, 60), "picture-broken"],
  ])("%s is refused, and the one before stays", async (_, wrong, code) => {
    const { browser } = await signedIn();
    const before = String((await upload(browser, own, file)).body.picture);
    const reply = await upload(browser, own, wrong);
    expect([reply.status, reply.body.code]).toEqual([422, code]);
    expect((await service.browser().visit(before)).status).toBe(200);
  });

  it("is taken ten times a day of one account, whoever it comes from; nothing is looked at after that", async () => {
    const { browser } = await signedIn();
    const broken = Buffer.from("no picture");
    for (let time = 0; time < 10; time += 1) {
      browser.address = `203.0.113.${time}`;
      expect((await upload(browser, own, broken)).body.code).toBe("picture-type");
    }
    const { status, body } = await upload(browser, own, file);
    expect([status, body.code, body.retryAfter]).toEqual([429, "too-many-tries", 3_600]);
    service.clock.advanceBy({ days: 1 });
    await signIn(browser, (await signedIn()).email);
    expect((await upload(browser, own, file)).status).toBe(200);
  });

  it("is taken twenty times an hour from one address, and from a school's of a whole class (T05)", async () => {
    const from = async (address: string, times: number) => {
      const codes = [];
      for (let time = 0; time < times; time += 1) {
        const { browser } = time % 8 === 0 ? await signedIn() : { browser: last };
        last = browser;
        browser.address = address;
        codes.push((await upload(browser, own, Buffer.from("no"))).body.code);
      }
      return codes.indexOf("too-many-tries");
    };
    let last = service.browser();
    expect(await from("192.0.2.77", 21)).toBe(20);
    expect(await from("198.51.100.7", 24)).toBe(-1);
  });
});

describe("個人頭像 of a registration (M20)", () => {
  async function registered() {
    const [browser, email] = [service.browser(), `pic${service.random()}@mail.test`];
    await joining.register(browser, email);
    return { browser, email };
  }
  const pictureIn = async (email: string) => {
    const browser = service.browser();
    await signIn(browser, email, goodPassword);
    const { body } = await browser.call("GET /api/my-account");
    return body.picture;
  };

  it("nobody learns its address before the account is active; then it is the account's", async () => {
    const { browser, email } = await registered();
    const first = await upload(
      browser,
      ofPublic,
      png(40, 40, () => green),
    );
    expect([first.status, first.body]).toEqual([200, {}]);
    expect((await upload(browser, ofPublic, file)).body).toEqual({});
    const { token } = await activationMail(service, email);
    expect((await joining.byLink(browser, token)).status).toBe(200);
    const address = await pictureIn(email);
    const response = await service.browser().visit(String(address));
    const { at } = await shown(Buffer.from(await response.arrayBuffer()));
    expect([response.status, (at(100, 100)[0] ?? 0) > 200]).toEqual([200, true]);
  });

  it("needs the browser that registers, and a registration that waits", async () => {
    expect((await upload(service.browser(), ofPublic, file)).body.code).toBe("public-registration-missing");
    const { browser, email } = await registered();
    const { token } = await activationMail(service, email);
    await joining.byLink(service.browser(), token);
    expect((await upload(browser, ofPublic, file)).body.code).toBe("public-registration-missing");
    const late = await registered();
    service.clock.advanceBy({ days: 1, minutes: 1 });
    expect((await upload(late.browser, ofPublic, file)).body.code).toBe("public-registration-missing");
  });
});

describe("bad input (T22, T28)", () => {
  it("beyond 2 MB nothing is looked at, not even who it is", async () => {
    const large = sent(Buffer.alloc(pictureLimits.largest + 1));
    for (const key of [own, ofPublic] as const)
      expect((await service.browser().call(key, undefined, large)).body.code).toBe("too-large");
    const { browser } = await signedIn();
    expect((await upload(browser, own, Buffer.alloc(pictureLimits.largest))).body.code).toBe("picture-type");
  });

  it.each([
    ["an undeclared type", 415, "wrong-content-type", sent(file, "")],
    ["JSON", 415, "wrong-content-type", sent(file, "application/json")],
    ["SVG by name", 415, "wrong-content-type", sent(file, "image/svg+xml")],
    [
      "another site's origin",
      403,
      "wrong-origin",
      { ...sent(file), headers: { "content-type": "image/png", origin: "https://evil.test" } },
    ],
    [
      "no token of the page",
      403,
      "wrong-csrf-token",
      { ...sent(file), headers: { "content-type": "image/png", "x-csrf-token": "x" } },
    ],
    ["a query", 400, "bad-request", { ...sent(file), rawQueryString: "a=1" }],
    [
      "a way round the edge",
      404,
      "not-found",
      { ...sent(file), headers: { "content-type": "image/png", "x-origin-secret": "x" } },
    ],
  ])("%s: %i %s, and nothing is written", async (_, status, code, raw) => {
    const { browser } = await signedIn();
    const before = await allRows(service.prefix);
    const reply = await browser.call(own, undefined, raw);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(await allRows(service.prefix)).toEqual(before);
  });

  it("without a session nobody changes or takes away a picture", async () => {
    expect((await upload(service.browser(), own, file)).body.code).toBe("not-signed-in");
    expect((await service.browser().call("POST /api/my-account/picture/remove")).body.code).toBe("not-signed-in");
  });

  it("a type by another name than its bytes have is taken: the bytes decide", async () => {
    const { browser } = await signedIn();
    expect((await upload(browser, own, file, "image/jpeg")).status).toBe(200);
  });

  it.each(["AAAAAAAAAAAAAAAAAAAAAA", "..%2F..%2Fetc%2Fpasswd", "a", "AAAAAAAAAAAAAAAAAAAAA."])(
    "%s is no picture",
    async (id) => {
      const pathParameters = { id: decodeURIComponent(id) };
      const { status, body } = await service.browser().call("GET /api/pictures/{id}", undefined, { pathParameters });
      expect([status, body.code]).toEqual([404, "not-found"]);
    },
  );
});
