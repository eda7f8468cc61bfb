import { createHash } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import type { CountyFacts, CountySetup } from "../../functions/ports/county-providers.ts";
import { type CountyAccount, countyAccounts } from "../../lib/local/counties/accounts.ts";
import { startOpenId2County } from "../../lib/local/counties/openid2/start-openid2-county.ts";
import type { RunningCounty } from "../../lib/local/counties/running-county.ts";
import { arrive, cancel, signIn } from "./openid2-browser.ts";
import { callbackOf, counties, openId2, setupOf, siteOrigin } from "./openid2-world.ts";

const accounts = countyAccounts("TNN");
const tainan = await startOpenId2County({ county: "TNN", title: "臺南市", accounts, siteOrigin });
const pupil = accounts.find(({ role }) => role === "student") as CountyAccount;
const teacher = accounts.find(({ role }) => role === "teacher") as CountyAccount;
// The same accounts elsewhere, so that only the county makes the difference.
const other = await startOpenId2County({ county: "KHH", title: "別的縣市", accounts, siteOrigin });
let clock = 0;
const late = await startOpenId2County({
  county: "TNN",
  title: "慢",
  accounts,
  siteOrigin,
  now: () => Date.now() + clock,
});
afterAll(() => Promise.all([tainan, other, late].map((county) => county.stop())));

const setupAt = ({ county, configuration }: RunningCounty): CountySetup =>
  setupOf(county, configuration as unknown as Parameters<typeof setupOf>[1]);

async function roundTrip(county: RunningCounty, account: CountyAccount) {
  const setup = setupAt(county);
  const { url, kept } = await counties.begin(setup, callbackOf(county.county));
  const answer = await signIn(await arrive(url), account);
  return { setup, kept, answer };
}

/** Asks the county itself, as a second site or process would. */
async function asks(county: RunningCounty, answer: URL): Promise<string> {
  const form = new URLSearchParams([...answer.searchParams].filter(([name]) => name.startsWith("openid.")));
  form.set("openid.mode", "check_authentication");
  const said = await fetch(setupEndpoint(county), { method: "POST", body: form });
  return said.text();
}
const setupEndpoint = (county: RunningCounty) => String((county.configuration as { endpoint?: unknown }).endpoint);

describe("signing in at a sample county by OpenID 2.0", () => {
  it("tells who the pupil is: subject, hash of the ID number, school, title and class in Tainan's own writing (M12)", async () => {
    const { setup, kept, answer } = await roundTrip(tainan, pupil);
    const facts: CountyFacts = await counties.finish(setup, kept, answer);
    const { code } = pupil.places[0]?.school ?? {};
    expect(facts.subject).toBe(pupil.account);
    expect(facts.told.ax).toEqual({
      guid: createHash("sha256").update(pupil.personId).digest("hex"),
      schoolId: code,
      titleStr: `[{"id":"${code}","title":["學生"]}]`,
      classStr: expect.stringContaining(`[{'sid':'${code}','title':['學生'],`),
    });
    expect(facts.told.sreg).toMatchObject({ fullname: pupil.name });
    expect(facts.nonce).toMatch(/^TNN#\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ.+/);
  });

  it("tells of a teacher without a class", async () => {
    const { setup, kept, answer } = await roundTrip(tainan, teacher);
    const { told } = await counties.finish(setup, kept, answer);
    expect(told.ax).toMatchObject({ titleStr: expect.stringContaining('"教師"'), classStr: "[]" });
  });

  it("is cancelled when the person cancels there", async () => {
    const setup = setupAt(tainan);
    const { url, kept } = await counties.begin(setup, callbackOf("TNN"));
    const answer = await cancel(await arrive(url));
    await expect(counties.finish(setup, kept, answer)).rejects.toMatchObject({ kind: "cancelled" });
  });

  it("refuses a cancellation with another state (T34)", async () => {
    const setup = setupAt(tainan);
    const { url, kept } = await counties.begin(setup, callbackOf("TNN"));
    const answer = await cancel(await arrive(url));
    answer.searchParams.set("state", "x");
    await expect(counties.finish(setup, kept, answer)).rejects.toMatchObject({ kind: "refused", reason: "state" });
  });

  it("takes an answer once: the second time it is refused, and the county says no too (T34)", async () => {
    const { setup, kept, answer } = await roundTrip(tainan, pupil);
    await counties.finish(setup, kept, answer);
    await expect(counties.finish(setup, kept, answer)).rejects.toMatchObject({ kind: "refused", reason: "replayed" });
    expect(await asks(tainan, answer)).toBe(`ns:${openId2}\nis_valid:false\n`);
  });

  it("refuses an answer that another process took first, when the county says so (T34)", async () => {
    const { setup, kept, answer } = await roundTrip(tainan, pupil);
    expect(await asks(tainan, answer)).toBe(`ns:${openId2}\nis_valid:true\n`);
    await expect(counties.finish(setup, kept, answer)).rejects.toMatchObject({ kind: "refused", reason: "signature" });
  });

  it("refuses an answer in another browser's round trip (T34)", async () => {
    const { setup, answer } = await roundTrip(tainan, pupil);
    const { kept } = await counties.begin(setup, callbackOf("TNN"));
    await expect(counties.finish(setup, kept, answer)).rejects.toMatchObject({ kind: "refused", reason: "state" });
  });

  it.each([
    ["openid.ext1.value.alias0", "f".repeat(64)],
    ["openid.sreg.fullname", "別人"],
    ["openid.sig", Buffer.alloc(32).toString("base64")],
  ])("refuses an answer whose %s was changed after it was signed (T34)", async (name, value) => {
    const { setup, kept, answer } = await roundTrip(tainan, pupil);
    expect(answer.searchParams.has(name)).toBe(true);
    answer.searchParams.set(name, value);
    await expect(counties.finish(setup, kept, answer)).rejects.toMatchObject({ kind: "refused", reason: "signature" });
  });

  it("refuses another person's id in place of the one that signed in (T35)", async () => {
    const { setup, kept, answer } = await roundTrip(tainan, pupil);
    const claimed = answer.searchParams.get("openid.claimed_id")?.replace(pupil.account, teacher.account) ?? "";
    for (const name of ["openid.claimed_id", "openid.identity"]) answer.searchParams.set(name, claimed);
    await expect(counties.finish(setup, kept, answer)).rejects.toMatchObject({ kind: "refused", reason: "signature" });
  });

  it.each([6, -6])("refuses an answer whose clock is %i minutes from ours (T34)", async (minutes) => {
    clock = minutes * 60_000;
    const { setup, kept, answer } = await roundTrip(late, pupil);
    await expect(counties.finish(setup, kept, answer)).rejects.toMatchObject({ kind: "refused", reason: "nonce-time" });
  });
});

describe("two counties with the same accounts", () => {
  it.each([
    ["tainan's at the other", tainan, other],
    ["the other's at tainan", other, tainan],
  ])("refuse each other's answers: %s (T33, T34)", async (_name, from, to) => {
    const { kept, answer } = await roundTrip(from, pupil);
    const asked = counties.finish(setupAt(to), kept, answer);
    await expect(asked).rejects.toMatchObject({ kind: "refused", reason: "endpoint" });
  });

  it("give the same subject, and nonces that differ by county (T35)", async () => {
    const trips = [await roundTrip(tainan, pupil), await roundTrip(other, pupil)];
    const facts = await Promise.all(trips.map(({ setup, kept, answer }) => counties.finish(setup, kept, answer)));
    expect(facts.map(({ subject }) => subject)).toEqual([pupil.account, pupil.account]);
    expect(facts.map(({ nonce }) => nonce?.slice(0, 4))).toEqual(["TNN#", "KHH#"]);
  });
});

describe("the sample county", () => {
  it.each(["openid.return_to", "openid.realm"])("sends nobody to another site: %s (T33)", async (name) => {
    const { url } = await counties.begin(setupAt(tainan), callbackOf("TNN"));
    const way = new URL(url);
    way.searchParams.set(name, "https://attacker.example/");
    const answer = await fetch(way, { redirect: "manual" });
    expect([answer.status, answer.headers.get("location")]).toEqual([400, null]);
  });

  it("ends a ticket with its first answer (T34)", async () => {
    const { url } = await counties.begin(setupAt(tainan), callbackOf("TNN"));
    const login = await arrive(url);
    expect((await signIn(login, pupil)).origin).toBe(siteOrigin);
    expect((await signIn(login, pupil)).href).toBe("about:blank");
    expect((await cancel(login)).href).toBe("about:blank");
  });

  it("makes no associations: nobody else ever holds its key (T34)", async () => {
    const body = new URLSearchParams({ "openid.mode": "associate", "openid.ns": openId2 });
    const answer = await fetch(setupEndpoint(tainan), { method: "POST", body });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("error_code:unsupported-type\n");
  });

  it("publishes at each person's id that its endpoint speaks for it", async () => {
    const answer = await fetch(`${tainan.origin}/op/user.aspx/${pupil.account}`);
    expect(answer.headers.get("content-type")).toContain("application/xrds+xml");
    expect(await answer.text()).toContain(`<URI>${setupEndpoint(tainan)}</URI>`);
  });
});
