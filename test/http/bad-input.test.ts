import { describe, expect, it } from "vitest";
import { type RouteKey, routes } from "../../functions/contract/routes.ts";
import { signIn, withAccount } from "../service/people.ts";
import { allRows } from "../service/rows.ts";
import { startService } from "../service/service.ts";

const service = await startService();
/** Signed in a moment ago, so that every door is open to it. */
const signedIn = service.browser();
await signIn(signedIn, (await withAccount(service)).accountName);
const browserFor = (key: RouteKey) => (routes[key].access === "signed-in" ? signedIn.copy() : service.browser());
/** As they stood when a test was done: the next one begins with them. */
let rows = await allRows(service.prefix);
const posts = (Object.keys(routes) as RouteKey[]).filter((key) => key.startsWith("POST ") && "request" in routes[key]);

/** A body of the right shape for each POST: what is tested is the one thing that is wrong with it. */
const good: Partial<Record<RouteKey, Record<string, unknown>>> = {
  "POST /api/captcha": { form: "sign-in" },
  "POST /api/captcha/sound": { token: "x", language: "zh-TW" },
  "POST /api/captcha/work": { form: "sign-in" },
  "POST /api/register/identity": {
    role: "student",
    school: { code: "383601", level: "國小" },
    name: "王小明",
    personId: "A123456789",
    captcha: { token: "x", digits: "123" },
  },
  "POST /api/register/consent": { agreed: true, termsVersion: "2026-11-01", guardian: true },
  "POST /api/register/account": { accountName: "somebody", password: "Kangaroo-2026-x", email: "a@mail.test" },
  "POST /api/register/complete": { password: "Kangaroo-2026-x" },
  "POST /api/public/register": {
    email: "a@mail.test",
    name: "林美惠",
    nickname: "小惠",
    password: "Kangaroo-2026-x",
    adult: true,
    agreed: true,
    termsVersion: "2026-11-01",
    language: "zh-TW",
    captcha: { token: "x", digits: "123" },
  },
  "POST /api/public/resend": { email: "a@mail.test", language: "zh-TW", captcha: { token: "x", digits: "123" } },
  "POST /api/public/activation": { token: "x" },
  "POST /api/public/activate": { token: "x", password: "Kangaroo-2026-x", language: "zh-TW" },
  "POST /api/public/refuse": { token: "x" },
  "POST /api/verify-code/send": { purpose: "register", language: "en" },
  "POST /api/verify-code/check": { purpose: "register", code: "123456", attempt: "0123456789abcdef" },
  "POST /api/county/start": { county: "KHH", purpose: "sign-in", returnTo: "/my-account" },
  "POST /api/county/finish": { county: "KHH", answer: "state=x&code=y" },
  "POST /api/county/choose": { index: 0 },
  "POST /api/reset-password": { password: "Kangaroo-2026-x" },
  "POST /api/reset-password/personal-data": {
    role: "student",
    school: { code: "383601", level: "國小" },
    name: "王小明",
    personId: "A123456789",
    captcha: { token: "x", digits: "123" },
  },
  "POST /api/reset-password/default-password": {
    accountName: "somebody",
    defaultPassword: "K7M4PRXW9T",
    captcha: { token: "x", digits: "123" },
  },
  "POST /api/forgot-account": { personId: "A123456789", captcha: { token: "x", digits: "123" } },
  "POST /api/activate/personal-data": {
    role: "student",
    school: { code: "383601", level: "國小" },
    name: "王小明",
    personId: "A123456789",
    captcha: { token: "x", digits: "123" },
  },
  "POST /api/activate": { password: "Kangaroo-2026-x" },
  "POST /api/cases": {
    category: "other",
    person: "",
    name: "王小明",
    contact: "a@mail.test",
    description: "a",
    captcha: { token: "x", digits: "123" },
  },
  "POST /api/cases/look": { number: "20261121-7K4M2Q", code: "7K4M2Q8T" },
  "POST /api/not-me": { token: "x" },
  "POST /api/sign-in": { accountName: "somebody", password: "x", captcha: { token: "x", digits: "123" } },
  "POST /api/sign-in/two-factor": { code: "123456" },
  "POST /api/re-authenticate": { password: "Kangaroo-2026-x", code: "123456" },
  "POST /api/my-account/contacts/code": { value: "new@mail.test", channel: "email", language: "zh-TW" },
  "POST /api/my-account/contacts": {
    value: "new@mail.test",
    channel: "email",
    code: "123456",
    attempt: "0123456789abcdef",
    language: "zh-TW",
  },
  "POST /api/contact-undo": { token: "x" },
  "POST /api/my-account/school/look": {
    personId: "A123456789",
    school: { code: "383601", level: "國小" },
    role: "student",
  },
  "POST /api/my-account/school": {
    personId: "A123456789",
    school: { code: "383601", level: "國小" },
    role: "student",
  },
  "POST /api/my-account/password": { current: "Kangaroo-2026-x", password: "Wombat-2027-y" },
  "POST /api/my-account/devices/end": { ids: "others" },
  "POST /api/my-account/close": { accountName: "somebody" },
  "POST /api/my-account/details": { nickname: "小惠", phone: "02-23456789" },
  "POST /api/my-account/two-factor/bind": { code: "123456" },
  "POST /api/my-account/two-factor/enable": { code: "123456" },
  "POST /api/my-account/two-factor/recovery-codes": { code: "123456" },
  "POST /api/my-account/two-factor/unbind": { password: "Kangaroo-2026-x", code: "123456" },
  "POST /api/my-account/authorizations/revoke": { clientIds: ["sample-learning"] },
  "POST /api/oidc/interactions/{uid}": { decision: "allow" },
  "POST /api/legacy/{clientId}/link": { account: "old", password: "Kangaroo-2026-x", language: "zh-TW" },
  "POST /api/legacy/{clientId}/register": { phone: "05-2720411" },
  "POST /api/legacy/{clientId}/find-password": {
    account: "old",
    email: "a@mail.test",
    captcha: { token: "x", digits: "123" },
  },
  "POST /api/legacy/{clientId}/one-use-password": {
    account: "old",
    email: "a@mail.test",
    language: "zh-TW",
    captcha: { token: "x", digits: "123" },
  },
  "POST /api/legacy-sign-in": { client_id: "nobody", client_secret: "x", account: "old", password: "x" },
};

const firstText = (key: RouteKey): string =>
  Object.keys(good[key] ?? {}).find((field) => typeof good[key]?.[field] === "string") ??
  Object.keys(good[key] ?? {})[0] ??
  "agreed";
const written = (key: RouteKey, extra: string) => JSON.stringify(good[key]).replace(/}$/, `,${extra}}`);
const json = (body: string) => ({ body, isBase64Encoded: false });

type Wrong = [
  string,
  number,
  string,
  ReturnType<typeof json> & { headers?: Record<string, string>; rawQueryString?: string },
];

/** Where a server asks, no origin says anything: it is refused for what it does not prove. */
function origins(key: RouteKey): Wrong[] {
  const [status, code] = "fromServers" in routes[key] ? [401, "client-unknown"] : [403, "wrong-origin"];
  return [
    ["another site's origin", "https://evil.test"],
    ["the origin null", "null"],
  ].map(([what = "", origin = ""]) => [
    what,
    status as number,
    code as string,
    { ...json(JSON.stringify(good[key])), headers: { origin } },
  ]);
}

describe.each(posts)("%s refuses what no page of ours sends, writes nothing and never fails (T28)", (key) => {
  const wrong: Wrong[] = [
    ["an unknown field", 400, "bad-request", json(written(key, '"isAdmin":true'))],
    ["__proto__", 400, "bad-request", json(written(key, '"__proto__":{"isAdmin":true}'))],
    ["a constructor key", 400, "bad-request", json(written(key, '"constructor":{"prototype":{}}'))],
    ["a field given twice", 400, "duplicate-parameter", json(written(key, `"${firstText(key)}":"again"`))],
    ["lists for a text", 400, "bad-request", json(JSON.stringify({ ...good[key], [firstText(key)]: [["a"]] }))],
    ["a fraction for a text", 400, "bad-request", json(JSON.stringify({ ...good[key], [firstText(key)]: 7.5 }))],
    ["null for a text", 400, "bad-request", json(JSON.stringify({ ...good[key], [firstText(key)]: null }))],
    ["NUL", 400, "forbidden-character", json(JSON.stringify({ ...good[key], [firstText(key)]: "a\0b" }))],
    [
      "a bidi control",
      400,
      "forbidden-character",
      json(JSON.stringify({ ...good[key], [firstText(key)]: "a\u202eb" })),
    ],
    ["half a surrogate pair", 400, "forbidden-character", json(`{"${firstText(key)}":"\\ud842"}`)],
    ["one megabyte", 413, "too-large", json(JSON.stringify({ ...good[key], [firstText(key)]: "a".repeat(1_000_000) }))],
    [
      "a text longer than its field",
      400,
      "bad-request",
      json(JSON.stringify({ ...good[key], [firstText(key)]: "a".repeat(13_000) })),
    ],
    ["broken JSON", 400, "broken-json", json('{"a":')],
    ["no body", 400, "broken-json", json("")],
    ["a list", 400, "bad-request", json("[]")],
    [
      "bytes that are not UTF-8",
      400,
      "broken-json",
      { body: Buffer.from([0x7b, 0xff, 0x7d]).toString("base64"), isBase64Encoded: true },
    ],
    [
      "a form",
      415,
      "wrong-content-type",
      { ...json("a=b"), headers: { "content-type": "application/x-www-form-urlencoded" } },
    ],
    ["text/plain", 415, "wrong-content-type", { ...json("{}"), headers: { "content-type": "text/plain" } }],
    ["a query parameter", 400, "bad-request", { ...json(JSON.stringify(good[key])), rawQueryString: "a=1" }],
    [
      "a query parameter given twice",
      400,
      "duplicate-parameter",
      { ...json(JSON.stringify(good[key])), rawQueryString: "a=1&a=2" },
    ],
    ...origins(key),
    [
      "a way round the edge",
      404,
      "not-found",
      { ...json(JSON.stringify(good[key])), headers: { "x-origin-secret": "guess" } },
    ],
  ];

  it("while what is compared with it is a body of the right shape", () => {
    const route = routes[key];
    expect("request" in route && route.request.safeParse(good[key]).success).toBe(true);
  });

  it.each(wrong)("%s: %i %s", async (_what, status, code, raw) => {
    const before = rows;
    const reply = await browserFor(key).call(key, undefined, raw);
    expect(reply).toMatchObject({
      status,
      body: { status, code, type: "about:blank", title: expect.any(String), id: expect.any(String) },
    });
    expect(reply.headers).toMatchObject({ "content-type": "application/problem+json", "cache-control": "no-store" });
    rows = await allRows(service.prefix);
    expect(rows).toEqual(before);
  });
});

describe("addresses that are not there", () => {
  it.each([
    ["GET", "/api/sign-in"],
    ["DELETE", "/api/register"],
    ["POST", "/api/session"],
    ["GET", "/api/../etc/passwd"],
  ])("%s %s is not found, in the same shape", async (method, path) => {
    const event = service.browser().event("GET /api/session");
    const http = { ...event.requestContext.http, method, path };
    const reply = await service.browser().call("GET /api/session", undefined, {
      rawPath: path,
      requestContext: { ...event.requestContext, http },
      headers: { origin: "https://account.test" },
    });
    expect(reply).toMatchObject({ status: 404, body: { code: "not-found" } });
  });
});
