import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCatalogue } from "../../../lib/catalogue.ts";
import { countyAccounts, type SampleCounty } from "../../../lib/local/counties/accounts.ts";
import { type SampleCounties, startCounties } from "../../../lib/local/counties/counties.ts";
import { countyBrowser, formsOf, walkCounty } from "../../service/county-walk.ts";

const siteOrigin = "http://localhost:8787";
const catalogue = readCatalogue();
let counties: SampleCounties;
beforeAll(async () => {
  counties = await startCounties({ siteOrigin });
});
afterAll(() => counties.stop());

const all = ["TAO", "KHH", "TPE", "TNN"] as const;
const codeFlow = ["TAO", "KHH", "TPE"] as const;
const paths = { TAO: "/oidc/v1/azp", KHH: "/oauth2/auth", TPE: "/oauth/authorize" };
const scopes = { TAO: "openid profile eduinfo", KHH: "openid kh_profile kh_titles kh_classes", TPE: "user profile" };
const tokenPaths = { TAO: "/oidc/v1/token", KHH: "/oauth2/token", TPE: "/oauth/token" };
type CodeFlow = (typeof codeFlow)[number];

const originOf = (county: SampleCounty) => counties.pages.find((page) => page.county === county)?.address ?? "";
const callbackOf = (county: SampleCounty) => `${siteOrigin}/api/county/${county}/callback`;
const clientOf = (county: SampleCounty) => {
  const { clientId = "", clientSecret = "" } = counties.configurations[county] ?? {};
  return { clientId, clientSecret };
};

/** Where the site sends a browser for this county. */
function wayTo(county: SampleCounty, own: Readonly<Record<string, string>> = {}): string {
  if (county === "TNN") {
    const openid = {
      "openid.ns": "http://specs.openid.net/auth/2.0",
      "openid.mode": "checkid_setup",
      "openid.claimed_id": "http://specs.openid.net/auth/2.0/identifier_select",
      "openid.identity": "http://specs.openid.net/auth/2.0/identifier_select",
      "openid.return_to": `${callbackOf(county)}?state=s1`,
      "openid.realm": siteOrigin,
    };
    return `${originOf(county)}/op/server.aspx?${new URLSearchParams({ ...openid, ...own })}`;
  }
  const query = {
    response_type: "code",
    client_id: clientOf(county).clientId,
    redirect_uri: callbackOf(county),
    scope: scopes[county],
    state: "s1",
  };
  return `${originOf(county)}${paths[county]}?${new URLSearchParams({ ...query, ...own })}`;
}

/** Redeems a code as the site does, and gives what the token endpoint says. */
async function redeem(county: CodeFlow, back: URL, own: Readonly<Record<string, string>> = {}) {
  const { clientId, clientSecret } = clientOf(county);
  const inForm = county === "TAO" ? {} : { client_id: clientId, client_secret: clientSecret };
  const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`;
  const answer = await fetch(originOf(county) + tokenPaths[county], {
    method: "POST",
    headers: county === "TAO" ? { authorization: basic } : {},
    body: new URLSearchParams({
      grant_type: "authorization_code",
      code: back.searchParams.get("code") ?? "",
      redirect_uri: callbackOf(county),
      ...inForm,
      ...own,
    }),
  });
  return { status: answer.status, body: (await answer.json()) as Readonly<Record<string, string>> };
}

const claimsIn = (idToken = "") => JSON.parse(Buffer.from(idToken.split(".")[1] ?? "", "base64url").toString("utf8"));
const resourceOf = (county: CodeFlow, path: string, token = "") =>
  fetch(originOf(county) + path, { headers: { authorization: `Bearer ${token}` } });

describe.each(all)("the sample county %s", (county) => {
  const accounts = countyAccounts(county, catalogue);
  const people = {
    "a pupil": accounts.find(({ role, places: [place] }) => role === "student" && place?.class !== undefined),
    "a student of a university": accounts.find(({ places: [place] }) => place?.school.level === "大專校院"),
    "a teacher at two schools": accounts.find(({ places }) => places.length === 2),
    "somebody whom the roster does not know": accounts.find(({ roster }) => roster === "unknown"),
  };

  it.each(Object.entries(people))("sends %s back to the one callback of this county", async (_, account) => {
    if (account === undefined) throw new Error("the sample has everybody");
    const back = await walkCounty(wayTo(county), account);
    expect(back.origin + back.pathname).toBe(callbackOf(county));
    expect(back.searchParams.get("state")).toBe("s1");
    if (county === "TNN") expect(back.searchParams.get("openid.mode")).toBe("id_res");
    else expect(back.searchParams.get("code")).toMatch(/^[\w-]{40,}$/);
  });

  it("sends who cancels back with the refusal of its protocol", async () => {
    const back = await walkCounty(wayTo(county), "cancel");
    expect(back.origin + back.pathname).toBe(callbackOf(county));
    expect(back.searchParams.get("state")).toBe("s1");
    if (county === "TNN") expect(back.searchParams.get("openid.mode")).toBe("cancel");
    else expect(back.searchParams.get("error")).toBe("access_denied");
  });

  it("lets nobody in with a wrong password", async () => {
    const [account] = accounts;
    if (account === undefined) throw new Error("the sample has everybody");
    await expect(walkCounty(wayTo(county), { ...account, password: "wrong" })).rejects.toThrow(
      /answered 422: .*帳號或密碼不正確/,
    );
  });

  it("sends nobody to another address than its own callback (T33)", async () => {
    const elsewhere = `${siteOrigin}/api/county/TXG/callback`;
    const own = {
      redirect_uri: elsewhere,
      "openid.return_to": "http://evil.example/",
      "openid.realm": "http://evil.example/",
    };
    const browser = countyBrowser(originOf(county));
    const page = await browser.get(wayTo(county, own));
    expect(page).not.toBeInstanceOf(URL);
    expect(page).toMatchObject({ status: 400 });
  });

  it("answers under its own address only", async () => {
    const asked = originOf(county).replace("127.0.0.1", "localhost");
    expect((await fetch(`${asked}/`)).status).toBe(421);
  });
});

describe.each(codeFlow)("the sample county %s", (county) => {
  const [first, second] = countyAccounts(county, catalogue);
  if (first === undefined || second === undefined) throw new Error("the sample has everybody");

  it("asks for a login each time, and takes one account after another in the same browser", async () => {
    const browser = countyBrowser(originOf(county));
    const told: string[] = [];
    for (const account of [first, second, first]) {
      const { body } = await redeem(county, await walkCounty(wayTo(county), account, browser));
      const way = county === "TPE" ? "/api/user" : county === "TAO" ? "/oidc/v1/userinfo" : "/userinfo";
      const { sub, uuid } = await (await resourceOf(county, way, body.access_token)).json();
      told.push(sub ?? uuid);
    }
    expect(told).toEqual([told[0], expect.any(String), told[0]]);
    expect(told[1]).not.toBe(told[0]);
  });

  it("finishes no sign-in that was begun in another browser", async () => {
    const begun = await countyBrowser(originOf(county)).get(wayTo(county));
    if (begun instanceof URL) throw new Error("it let somebody in by itself");
    const [cancel] = formsOf(begun.text);
    const other = countyBrowser(originOf(county));
    expect(await other.post(new URL(cancel?.action ?? "", begun.url), cancel?.fields ?? {})).toMatchObject({
      status: 400,
    });
  });

  it("gives a token for a code once, to the site alone", async () => {
    const back = await walkCounty(wayTo(county), first);
    expect(await redeem(county, back)).toMatchObject({ status: 200, body: { token_type: "Bearer" } });
    expect(await redeem(county, back)).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
  });

  it("holds a code to its PKCE verifier", async () => {
    const code_verifier = "v".repeat(43);
    const code_challenge = createHash("sha256").update(code_verifier).digest("base64url");
    const way = wayTo(county, { code_challenge, code_challenge_method: "S256" });
    expect((await redeem(county, await walkCounty(way, first))).status).toBe(400);
    expect((await redeem(county, await walkCounty(way, first), { code_verifier })).status).toBe(200);
  });
});

describe("what a county tells, and how", () => {
  const discovered = async (county: CodeFlow) =>
    (await fetch(`${originOf(county)}/.well-known/openid-configuration`)).json();
  const personOf = (county: CodeFlow) => {
    const [person] = countyAccounts(county, catalogue);
    if (person === undefined) throw new Error("the sample has everybody");
    return person;
  };

  it("桃園 has the common platform's paths, and schools and guid as resources", async () => {
    const origin = originOf("TAO");
    expect(await discovered("TAO")).toMatchObject({
      issuer: origin,
      authorization_endpoint: `${origin}/oidc/v1/azp`,
      token_endpoint: `${origin}/oidc/v1/token`,
      userinfo_endpoint: `${origin}/oidc/v1/userinfo`,
      jwks_uri: `${origin}/oidc/v1/jwksets`,
      id_token_signing_alg_values_supported: ["RS256"],
      token_endpoint_auth_methods_supported: ["client_secret_basic"],
    });
    const { body } = await redeem("TAO", await walkCounty(wayTo("TAO"), personOf("TAO")));
    const { sub } = claimsIn(body.id_token);
    const eduinfo = await resourceOf("TAO", "/cncresource/api/v1/eduinfo", body.access_token);
    expect(await eduinfo.json()).toEqual({
      sub,
      schoolid: "034666",
      titles: [{ schoolid: "034666", titles: ["學生"] }],
      classinfo: [
        expect.objectContaining({ year: "115", semester: "01", schoolid: "034666", grade: "6", classno: "01" }),
      ],
    });
    const guid = await resourceOf("TAO", "/cncresource/api/v1/guid", body.access_token);
    expect(await guid.json()).toEqual({ sub, guid: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it("高雄 has its own paths and puts all into the ID token, with no guid and an empty mail", async () => {
    const origin = originOf("KHH");
    expect(await discovered("KHH")).toMatchObject({
      authorization_endpoint: `${origin}/oauth2/auth`,
      token_endpoint: `${origin}/oauth2/token`,
      jwks_uri: `${origin}/.well-known/jwks.json`,
      token_endpoint_auth_methods_supported: ["client_secret_post"],
    });
    const { body } = await redeem("KHH", await walkCounty(wayTo("KHH"), personOf("KHH")));
    const claims = claimsIn(body.id_token);
    expect(claims).toMatchObject({
      sub: expect.stringMatching(/^[0-9a-f]{64}$/),
      kh_profile: { fullname: "黃子晴", email: "", schools: { "533301": "左營區市立左營高中" } },
      kh_titles: { "533301": ["學生"] },
      kh_classes: { "533301": [expect.objectContaining({ gradeId: "11", classId: "03", seat: "21" })] },
    });
    expect(JSON.stringify(claims)).not.toMatch(/guid|E200000025/);
  });

  it("高雄 masks the names of its youngest pupils", async () => {
    const little = countyAccounts("KHH", catalogue).find(
      ({ role, places: [place] }) => role === "student" && place?.school.level === "國小",
    );
    if (little === undefined) throw new Error("the sample has everybody");
    const { body } = await redeem("KHH", await walkCounty(wayTo("KHH"), little));
    expect(claimsIn(body.id_token).kh_profile.fullname).toBe(little.maskedName);
  });

  it("臺北 gives no ID token and has no discovery: the person and the class are resources", async () => {
    for (const path of ["/.well-known/openid-configuration", "/jwks", "/me"]) {
      expect([path, (await fetch(originOf("TPE") + path)).status]).toEqual([path, 404]);
    }
    const { body } = await redeem("TPE", await walkCounty(wayTo("TPE"), personOf("TPE")));
    expect(body).not.toHaveProperty("id_token");
    const user = await resourceOf("TPE", "/api/user", body.access_token);
    expect(await user.json()).toMatchObject({ uuid: expect.stringMatching(/^[0-9a-f-]{36}$/), name: "陳小華" });
    const profile = await resourceOf("TPE", "/api/profile", body.access_token);
    expect(await profile.json()).toMatchObject({
      role: "學生",
      o: "383601",
      class: "402",
      className: "四年二班",
      seat: "07",
    });
  });

  it.each([
    ["TAO", "/cncresource/api/v1/eduinfo"],
    ["TAO", "/cncresource/api/v1/guid"],
    ["TPE", "/api/user"],
    ["TPE", "/api/profile"],
  ] as const)("%s tells nothing at %s without a token of its own", async (county, path) => {
    for (const token of ["", "made-up"]) expect((await resourceOf(county, path, token)).status).toBe(401);
  });

  it("臺北 tells no more than the scope says", async () => {
    const { body } = await redeem("TPE", await walkCounty(wayTo("TPE", { scope: "user" }), personOf("TPE")));
    expect((await resourceOf("TPE", "/api/user", body.access_token)).status).toBe(200);
    expect((await resourceOf("TPE", "/api/profile", body.access_token)).status).toBe(401);
  });
});
