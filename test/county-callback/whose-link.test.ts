import { expect, it } from "vitest";
import { systemIds } from "../../functions/adapters/system.ts";
import type { CountyProfile } from "../../functions/contract/counties.ts";
import { countyProfiles } from "../../functions/county-callback/counties/counties.ts";
import { finish } from "../../functions/county-callback/finish.ts";
import { keysTwin } from "../twins/keys.ts";

const keys = keysTwin(systemIds);

/** The key of the link that a sign-in at this county by this subject leads to. */
async function linkOf(profile: CountyProfile, subject: string): Promise<string> {
  const asked: string[] = [];
  const county = profile.id;
  const setup = { profile, clientId: "c", clientSecret: "s", test: false };
  const told = { user: { uuid: subject } };
  const act = finish({
    setups: { all: async () => [], find: async () => setup },
    providers: { begin: async () => ({ url: "", kept: {} }), finish: async () => ({ subject, told }) },
    countyCookies: {
      trip: async () => ({ id: "one", county, purpose: "sign-in" as const, kept: { state: "s" } }),
    } as never,
    accounts: {
      spend: async () => true,
      linked: async (link: string) => {
        asked.push(link);
        return undefined;
      },
    } as never,
    troubles: { told: async (_county: unknown, ask: () => Promise<unknown>) => ask() } as never,
    keys,
    siteOrigin: "https://account.test",
    arrivals: { "sign-in": async () => ({ body: { outcome: "no-account", county } }) } as never,
  });
  await act({ body: { county, answer: "state=s" }, cookies: {}, client: {} } as never);
  return asked[0] ?? "";
}

it("one subject in all 22 counties is 22 people (T35)", async () => {
  const links = await Promise.all(countyProfiles.map((profile) => linkOf(profile, "1")));
  expect(new Set(links).size).toBe(22);
});

it.each(countyProfiles)("a subject of $name that another issuer gives is another person (T35)", async (profile) => {
  const moved: CountyProfile =
    profile.protocol === "openid2"
      ? { ...profile, claimedIdPrefix: "https://new.example.tw/" }
      : { ...profile, issuer: "https://new.example.tw" };
  expect(await linkOf(moved, "1")).not.toBe(await linkOf(profile, "1"));
  expect(await linkOf(profile, "1")).toBe(await linkOf({ ...profile }, "1"));
});
