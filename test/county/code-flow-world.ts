import { afterAll, expect } from "vitest";
import { countyProviders } from "../../functions/adapters/counties/providers.ts";
import type { CountyProfile } from "../../functions/contract/counties.ts";
import { type Policy, policies } from "../../functions/contract/policy.ts";
import { type CountySetup, CountyTrouble } from "../../functions/ports/county-providers.ts";
import { TestClock } from "../service/clock.ts";
import { client, type HostileOp, type SigningKey, signingKey, startHostileOp } from "./hostile-op.ts";

export const redirectUri = "https://account.example.tw/api/county/KHH/callback";

const words = { "zh-TW": "高雄", en: "Kaohsiung" };
const everywhere = {
  id: "KHH",
  name: "高雄市",
  nameEn: "Kaohsiung",
  button: words,
  help: { name: words },
  verified: true,
  mapping: { schools: { shape: "eduinfo", from: {} } },
} as const;

type Of<P extends CountyProfile["protocol"]> = Extract<CountyProfile, { protocol: P }>;

export const oidcProfile = (issuer: string, over: Partial<Of<"oidc">> = {}): Of<"oidc"> => ({
  ...everywhere,
  protocol: "oidc",
  issuer,
  scopes: ["openid", "profile"],
  clientAuthentication: "client_secret_basic",
  resources: { eduinfo: `${issuer}/eduinfo` },
  algorithms: ["RS256"],
  userinfo: true,
  ...over,
});

export const oauth2Profile = (issuer: string, over: Partial<Of<"oauth2">> = {}): Of<"oauth2"> => ({
  ...everywhere,
  protocol: "oauth2",
  issuer,
  authorizationEndpoint: `${issuer}/authorize`,
  tokenEndpoint: `${issuer}/token`,
  scopes: ["user", "profile"],
  clientAuthentication: "client_secret_post",
  resources: { eduinfo: `${issuer}/eduinfo` },
  mapping: { subject: "eduinfo.uid", ...everywhere.mapping },
  ...over,
});

const key = await signingKey("k-1");
const stops: (() => Promise<void>)[] = [];
afterAll(() => Promise.all(stops.map((stop) => stop())));

/** A county of its own, with a process of ours that has not yet spoken to it. `policy` bends the numbers of the seed policy. */
export async function county({
  signer = key,
  policy = {},
}: {
  signer?: SigningKey;
  policy?: Partial<Policy["county"]>;
} = {}) {
  const clock = new TestClock();
  const op = await startHostileOp(clock, signer);
  stops.push(op.stop);
  const numbers = { ...policies.seed, county: { ...policies.seed.county, ...policy } };
  const providers = countyProviders({ clock, policy: numbers });

  /** Out to the county and back; `answer` is what the county's answer says otherwise, `at` where else the browser is sent. */
  async function goes(profile: CountyProfile, { answer = {}, to = op }: { answer?: Answer; to?: HostileOp } = {}) {
    const setup = setupFor(profile);
    const { url, kept } = await providers.begin(setup, redirectUri);
    return await providers.finish(setup, kept, to.authorize(url, answer));
  }
  return {
    op,
    clock,
    providers,
    goes,
    signsIn: (over: Partial<Of<"oidc">> = {}, answer: Answer = {}) => goes(oidcProfile(op.issuer, over), { answer }),
  };
}
type Answer = Record<string, string | undefined>;

export const setupFor = (profile: CountyProfile, over: Partial<CountySetup> = {}): CountySetup => ({
  profile,
  clientId: client.id,
  clientSecret: client.secret,
  test: true,
  ...over,
});

/** What went wrong, as `kind: reason`. Anything but a `CountyTrouble`, also no trouble at all, fails the test. */
export async function troubleOf(run: Promise<unknown>): Promise<string> {
  const error: unknown = await run.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  expect(error).toBeInstanceOf(CountyTrouble);
  const { kind, reason } = error as CountyTrouble;
  return `${kind}: ${reason}`;
}
