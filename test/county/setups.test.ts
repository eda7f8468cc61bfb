import { describe, expect, it, onTestFinished } from "vitest";
import { countySetups } from "../../functions/adapters/counties/setups.ts";
import type { CountyProfile } from "../../functions/contract/counties.ts";
import { startSecrets } from "../../lib/local/secrets.ts";
import { temporaryFolder } from "../local/temporary-folder.ts";
import { TestClock } from "../service/clock.ts";
import { oauth2Profile, oidcProfile } from "./code-flow-world.ts";

const kaohsiung = oidcProfile("https://oidc.kh.example.tw", { resources: {} });
const taipei = { ...oauth2Profile("https://oauth.tp.example.tw"), id: "TPE" } as const;
const { protocol: _protocol, issuer: _issuer, scopes: _scopes, ...rest } = kaohsiung;
const { clientAuthentication: _a, resources: _r, algorithms: _g, userinfo: _u, ...everywhere } = rest;
const tainan: CountyProfile = {
  ...everywhere,
  id: "TNN",
  protocol: "openid2",
  identifier: "https://openid.tn.example.tw/op/",
  endpoint: "https://openid.tn.example.tw/op/server",
  claimedIdPrefix: "http://openid.tn.example.tw/op/user/",
  attributes: {},
  sreg: [],
};
const dataDir = temporaryFolder();
const client = { clientId: "c", clientSecret: "s" };

/** Set-ups over a secret that a test may change, with what was warned of. */
function setups(secret: unknown) {
  const world = { secret, warned: [] as string[], reads: 0, clock: new TestClock() };
  const made = countySetups({
    secretId: "counties",
    profiles: [kaohsiung, taipei, tainan],
    clock: world.clock,
    read: async () => {
      world.reads += 1;
      if (world.secret instanceof Error) throw world.secret;
      return typeof world.secret === "object" ? JSON.stringify(world.secret) : (world.secret as string | undefined);
    },
    warn: (county, reason) => world.warned.push(`${county}: ${reason}`),
  });
  return Object.assign(world, made);
}

describe("which counties are on is configuration (M3)", () => {
  it("a county with a client is on, the others are listed and off", async () => {
    const { all, find, warned } = setups({ KHH: client });
    expect(await find("KHH")).toEqual({ profile: kaohsiung, ...client, test: false });
    expect(await find("TPE")).toBeUndefined();
    expect((await all()).map(({ profile, setup }) => [profile.id, setup !== undefined])).toEqual([
      ["KHH", true],
      ["TPE", false],
      ["TNN", false],
    ]);
    expect(warned).toEqual([]);
  });

  it("`on: false` keeps the client and switches the county off, without a warning", async () => {
    const { find, warned } = setups({ KHH: { ...client, on: false }, TPE: client });
    expect(await find("KHH")).toBeUndefined();
    expect(await find("TPE")).toBeDefined();
    expect(warned).toEqual([]);
  });

  it("OpenID 2.0 knows no clients: being there switches it on", async () => {
    expect(await setups({ TNN: {} }).find("TNN")).toMatchObject({ clientId: "", clientSecret: undefined });
  });

  it("what is configured replaces what the profile says", async () => {
    const { all, find } = setups({ KHH: { ...client, issuer: "https://new.example.tw", scopes: ["openid"] } });
    const expected = { ...kaohsiung, issuer: "https://new.example.tw", scopes: ["openid"] };
    expect((await find("KHH"))?.profile).toEqual(expected);
    expect((await all())[0]?.profile).toEqual(expected);
  });

  it("a county may move to another protocol: its name stays, how it spoke before goes", async () => {
    const { protocol, issuer, scopes, clientAuthentication, resources, algorithms, userinfo } = kaohsiung;
    const moved = { protocol, issuer, scopes, clientAuthentication, resources, algorithms, userinfo };
    const setup = await setups({ TNN: { ...client, ...moved } }).find("TNN");
    expect(setup?.profile).toEqual({ ...kaohsiung, id: "TNN" });
  });

  it("no county speaks under another's id", async () => {
    expect((await setups({ KHH: { ...client, id: "TPE" } }).find("KHH"))?.profile.id).toBe("KHH");
  });
});

describe("a configuration that is wrong leaves its county off, and no other", () => {
  it.each([
    ["no client", {}, "client-missing"],
    ["no secret", { clientId: "c" }, "client-missing"],
    ["an empty secret", { clientId: "c", clientSecret: "" }, "client-missing"],
    ["no object", "on", "configuration-invalid"],
    ["null", null, "configuration-invalid"],
    ["a client id that is a number", { ...client, clientId: 7 }, "configuration-invalid"],
    ["a word that no profile knows", { ...client, isuer: "https://x.example.tw" }, "profile-invalid"],
    ["an algorithm that is never allowed", { ...client, algorithms: ["none"] }, "profile-invalid"],
    ["a protocol without what it needs", { ...client, protocol: "openid2" }, "profile-invalid"],
    ["plain http", { ...client, issuer: "http://oidc.kh.example.tw" }, "address-not-https"],
    ["plain http of a resource", { ...client, resources: { a: "http://x.example.tw" } }, "address-not-https"],
    ["plain http elsewhere in tests", { ...client, test: true, issuer: "http://x.example.tw" }, "address-not-https"],
    ["this machine outside tests", { ...client, issuer: "http://127.0.0.1:1" }, "address-not-https"],
  ])("%s", async (_name, configuration, reason) => {
    const { find, warned } = setups({ KHH: configuration, TPE: client });
    expect(await find("KHH")).toBeUndefined();
    expect(await find("TPE")).toBeDefined();
    expect(warned).toEqual([`KHH: ${reason}`]);
  });

  it.each(["endpoint", "identifier"])("plain http of an OpenID 2.0 %s", async (name) => {
    const { find, warned } = setups({ TNN: { [name]: "http://openid.tn.example.tw/op/" } });
    expect(await find("TNN")).toBeUndefined();
    expect(warned).toEqual(["TNN: address-not-https"]);
  });

  it("this machine's loopback address is taken in tests", async () => {
    const setup = await setups({ KHH: { ...client, test: true, issuer: "http://127.0.0.1:1" } }).find("KHH");
    expect(setup?.test).toBe(true);
  });

  it("a county that is none is said, and disturbs nobody", async () => {
    const { find, warned } = setups({ ZZZ: client, TPE: client });
    expect(await find("TPE")).toBeDefined();
    expect(warned).toEqual(["all: unknown-county"]);
  });

  it.each(["{", "[]", "7", ""])("a secret that is no object (%s) turns nothing on", async (text) => {
    const { all, warned } = setups(text);
    expect((await all()).every(({ setup }) => setup === undefined)).toBe(true);
    expect(warned).toEqual(["all: secret-not-an-object"]);
  });
});

describe("the secret is read once a minute by a process", () => {
  it("and a county switched off is off within that minute", async () => {
    const world = setups({ KHH: client });
    await world.find("KHH");
    world.secret = { KHH: { ...client, on: false } };
    world.clock.advanceBy({ seconds: 59 });
    expect(await world.find("KHH")).toBeDefined();
    expect(world.reads).toBe(1);
    world.clock.advanceBy({ seconds: 1 });
    expect(await world.find("KHH")).toBeUndefined();
  });

  it("no secret, no county, and no warning", async () => {
    const { all, warned } = setups(undefined);
    expect((await all()).every(({ setup }) => setup === undefined)).toBe(true);
    expect(warned).toEqual([]);
  });

  it("it is one of Secrets Manager's; where none is, nothing is on", async () => {
    Object.assign(process.env, { AWS_REGION: "us-east-1", AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test" });
    const secrets = await startSecrets({ dataDir });
    onTestFinished(() => secrets.stop());
    process.env.AWS_ENDPOINT_URL_SECRETS_MANAGER = secrets.endpoint;
    secrets.setCounties({ KHH: { on: true, test: false, ...client } });
    const [there, none] = ["educloud/counties", "educloud/none"].map((secretId) =>
      countySetups({ secretId, profiles: [kaohsiung] }),
    );
    expect(await there?.find("KHH")).toMatchObject(client);
    expect(await none?.find("KHH")).toBeUndefined();
  });

  it("while it cannot be read what was read serves on; who has read nothing fails", async () => {
    const world = setups({ KHH: client });
    await world.find("KHH");
    world.secret = new Error("unavailable");
    world.clock.advanceBy({ hours: 1 });
    expect(await world.find("KHH")).toBeDefined();
    expect(world.warned).toEqual(["all: secret-unreadable"]);
    await expect(setups(new Error("unavailable")).find("KHH")).rejects.toThrow("unavailable");
  });
});
