import { beforeEach, describe, expect, it } from "vitest";
import { sealedCountyCookies } from "../../functions/adapters/county-cookies.ts";
import { secretsManagerKeys } from "../../functions/adapters/keys.ts";
import { countyIds } from "../../functions/contract/counties.ts";
import { policies } from "../../functions/contract/policy.ts";
import type { SampleCounty } from "../../lib/local/counties/accounts.ts";
import { accountAt, arrive, roundTrip, startCountyService } from "../service/counties.ts";
import { allRows } from "../service/rows.ts";

const service = await startCountyService();
const counties: SampleCounty[] = ["TAO", "KHH", "TPE", "TNN"];
const records = async () => (await allRows(service.prefix)).filter((row) => row.startsWith("audit "));
const sessions = async () => (await allRows(service.prefix)).filter((row) => row.startsWith("sessions "));
let recordsBefore: string[];

beforeEach(async () => {
  recordsBefore = await records();
});

/** What is the same for every refusal: no session, nothing of an account in the answer, one audit record (I5). */
async function expectRefused(reply: { status: number; body: object; setCookies: readonly string[] }, code: string) {
  expect(reply.body).toMatchObject({ code });
  expect(Object.keys(reply.body).toSorted()).toEqual(["code", "id", "status", "title", "type"]);
  expect(reply.setCookies).toEqual([]);
  const added = (await records()).filter((row) => !recordsBefore.includes(row));
  expect(added).toHaveLength(1);
  expect(added[0]).toContain("county.refused");
  expect(await sessions()).toEqual([]);
}

describe.each(counties)("an answer of %s is good once, in one browser, for ten minutes (T34)", (county) => {
  it("not a second time, though the county would answer again", async () => {
    const browser = service.browser();
    const answer = await roundTrip(browser, accountAt(county), "sign-in");
    const copy = browser.copy();
    expect((await browser.call("POST /api/county/finish", { county, answer })).status).toBe(200);
    await expectRefused(await copy.call("POST /api/county/finish", { county, answer }), "county-round-trip");
  });

  it("not in a second browser", async () => {
    const answer = await roundTrip(service.browser(), accountAt(county), "sign-in");
    const thief = service.browser();
    await expectRefused(await thief.call("POST /api/county/finish", { county, answer }), "county-round-trip");
  });

  it("not in a browser with a round trip of its own, and that one is not spent by the attempt", async () => {
    const answer = await roundTrip(service.browser(), accountAt(county), "sign-in");
    const other = service.browser();
    const own = await roundTrip(other, accountAt(county, undefined, 1), "sign-in");
    await expectRefused(await other.call("POST /api/county/finish", { county, answer }), "county-round-trip");
    expect((await other.call("POST /api/county/finish", { county, answer: own })).status).toBe(200);
  });

  it("not after 10 minutes and a second (T11)", async () => {
    const browser = service.browser();
    const answer = await roundTrip(browser, accountAt(county), "sign-in");
    service.clock.advanceBy({ minutes: 10, seconds: 1 });
    await expectRefused(await browser.call("POST /api/county/finish", { county, answer }), "county-round-trip");
    service.clock.advanceBy({ minutes: -10, seconds: -1 });
  });

  it("not with anything of it changed", async () => {
    const browser = service.browser();
    const answer = new URLSearchParams(await roundTrip(browser, accountAt(county), "sign-in"));
    answer.set("state", `${answer.get("state")}x`);
    const reply = await browser.call("POST /api/county/finish", { county, answer: answer.toString() });
    await expectRefused(reply, "county-round-trip");
  });

  it("not with a code or signature of somebody's own", async () => {
    const browser = service.browser();
    const answer = new URLSearchParams(await roundTrip(browser, accountAt(county), "sign-in"));
    const [name] = ["code", "openid.sig"].filter((one) => answer.has(one)) as [string];
    answer.set(name, "c29tZXRoaW5nIGVsc2U=");
    const reply = await browser.call("POST /api/county/finish", { county, answer: answer.toString() });
    await expectRefused(reply, "county-refused");
  });

  it("not with 取消 pressed there: said as such, and nothing is half done", async () => {
    const browser = service.browser();
    const answer = await roundTrip(browser, "cancel", "sign-in", county);
    const { status, body, setCookies } = await browser.call("POST /api/county/finish", { county, answer });
    expect([status, body.code]).toEqual([422, "county-cancelled"]);
    expect(setCookies).toEqual([]);
    expect(await sessions()).toEqual([]);
  });
});

describe("counties among each other (T33, T35)", () => {
  it("no round trip of one of the 22 passes at another, pairwise", async () => {
    const keys = secretsManagerKeys("educloud/key-ring");
    const cookies = sealedCountyCookies({ keys, clock: service.clock, policy: policies.seed });
    const refused: string[] = [];
    for (const own of countyIds) {
      const line = await cookies.keepTrip({ id: own, county: own, purpose: "sign-in", kept: { state: "s" } });
      for (const county of countyIds.filter((one) => one !== own)) {
        const browser = service.browser();
        browser.cookies.set("__Host-county", line.slice(line.indexOf("=") + 1, line.indexOf(";")));
        const { body } = await browser.call("POST /api/county/finish", { county, answer: "state=s&code=x" });
        if (body.code === "county-round-trip") refused.push(`${own} ${county}`);
      }
    }
    expect(refused).toHaveLength(22 * 21);
  });

  it("an answer begun for one purpose never ends as another (T10)", async () => {
    const browser = service.browser();
    const answer = await roundTrip(browser, accountAt("TAO"), "forgot-account");
    const { body, setCookies } = await browser.call("POST /api/county/finish", { county: "TAO", answer });
    expect(body).toMatchObject({ outcome: "no-account" });
    expect(setCookies.filter((line) => !/Max-Age=0/.test(line))).toEqual([]);
  });
});

describe("where counties send the browser (T22)", () => {
  const params = { pathParameters: { county: "KHH" } };
  it.each(["GET", "POST"] as const)(
    "a %s has no effect however often it comes, and goes on to our page",
    async (method) => {
      const before = await allRows(service.prefix);
      const browser = service.browser();
      await roundTrip(browser, "cancel", "sign-in", "KHH");
      const form = { headers: { origin: "https://county.test", "content-type": "application/x-www-form-urlencoded" } };
      for (let time = 0; time < 3; time += 1) {
        const sent = method === "GET" ? { rawQueryString: "code=c&state=s" } : { ...form, body: "code=c&state=s" };
        const reply = await browser.call(`${method} /api/county/{county}/callback`, undefined, {
          ...params,
          ...sent,
        } as never);
        expect(reply.status).toBe(303);
        expect(reply.headers.location).toBe("/sign-in/county/callback#county=KHH&code=c&state=s");
        expect(reply.setCookies).toEqual([]);
      }
      expect(await allRows(service.prefix)).toEqual(before);
    },
  );

  it.each([
    ["an unknown county", { pathParameters: { county: "ZZZ" } }, 404],
    ["a line break (T24)", { ...params, rawQueryString: "a=%0d\r\nset-cookie:x" }, 404],
    ["more than fits into an address", { ...params, rawQueryString: "a".repeat(13_000) }, 413],
  ])("%s goes nowhere", async (_what, sent, status) => {
    const reply = await service.browser().call("GET /api/county/{county}/callback", undefined, sent as never);
    expect(reply.status).toBe(status);
    expect(reply.headers.location).toBeUndefined();
  });

  it("asks for the edge like every other route (T29)", async () => {
    const outside = { ...params, headers: { "x-origin-secret": "guessed" } };
    expect(
      (await service.browser().call("GET /api/county/{county}/callback", undefined, outside as never)).status,
    ).toBe(404);
  });
});

describe("a county that is off or down", () => {
  it("is off until it is configured, and says so (M3)", async () => {
    const { body } = await service.browser().call("GET /api/counties");
    expect(body.counties).toHaveLength(22);
    expect(body.counties.filter(({ on }) => on).map(({ id }) => id)).toEqual(
      countyIds.filter((id) => (counties as string[]).includes(id)),
    );
    const reply = await service.browser().call("POST /api/county/start", { county: "PEN", purpose: "sign-in" });
    expect([reply.status, reply.body.code]).toEqual([422, "county-off"]);
  });

  it("is told to be down when it does not answer, here and in the picker, until it answers again", async () => {
    const { KHH, TAO } = service.counties.configurations;
    // A port that nobody listens on, and one that speaks no HTTP at all.
    service.secrets?.setCounties({ KHH: { ...KHH!, issuer: "http://127.0.0.1:9" }, TAO: TAO! });
    service.clock.advanceBy({ seconds: 61 });
    for (let time = 0; time < 3; time += 1) {
      const reply = await service.browser().call("POST /api/county/start", { county: "KHH", purpose: "sign-in" });
      expect([reply.status, reply.body.code]).toEqual([503, "county-down"]);
      expect(reply.setCookies).toEqual([]);
    }
    const stateOf = async (county: string) =>
      (await service.browser().call("GET /api/counties")).body.counties.find(({ id }) => id === county)?.state;
    expect(await stateOf("KHH")).toBe("down");
    expect(await stateOf("TAO")).toBe("up");

    service.secrets?.setCounties(service.counties.configurations);
    service.clock.advanceBy({ seconds: 61 });
    expect((await service.browser().call("POST /api/county/start", { county: "KHH", purpose: "sign-in" })).status).toBe(
      200,
    );
    expect(await stateOf("KHH")).toBe("up");
  });

  it("counts as nothing against the person: no audit record, and the round trip may be begun again", async () => {
    const browser = service.browser();
    expect((await arrive(browser, accountAt("TAO"), "forgot-account")).status).toBe(200);
    expect(await records()).toEqual(recordsBefore);
  });
});
