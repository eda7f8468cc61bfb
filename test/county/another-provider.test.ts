import { Provider } from "oidc-provider";
import { afterAll, describe, expect, it } from "vitest";
import { type CountyServer, openCountyServer } from "../../lib/local/counties/county-server.ts";
import { startCountyService } from "../service/counties.ts";
import { countyBrowser, formsOf } from "../service/county-walk.ts";

const service = await startCountyService();
const client = { id: "the-account-service", secret: "a secret of the other provider" };

/**
 * An OpenID provider as it comes: its own paths, its own pages, claims at userinfo, the scopes of the standard, and none of what the
 * counties add. `base`: below which path it lives.
 */
async function startProvider(base: string, authentication: "client_secret_basic" | "client_secret_post") {
  const server: CountyServer = await openCountyServer();
  afterAll(() => server.stop());
  const issuer = `${server.origin}${base}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [`${service.edge.origin}/api/county/CYQ/callback`],
        token_endpoint_auth_method: authentication,
      },
    ],
    claims: { profile: ["name", "preferred_username"], email: ["email", "email_verified"] },
    findAccount: (_, accountId) => ({
      accountId,
      claims: () => ({ sub: accountId, name: "林小美", email: `${accountId}@mail.example`, email_verified: true }),
    }),
  });
  const answer = provider.callback();
  server.serve(async (request, response) => {
    // As a web framework mounts it below a path.
    Object.assign(request, { originalUrl: request.url, url: request.url?.slice(base.length) });
    await answer(request, response);
  });
  return { issuer, origin: server.origin };
}

/** What an operator writes for it: configuration, no code. */
const entryOf = (issuer: string, clientAuthentication: string) => ({
  issuer,
  clientId: client.id,
  clientSecret: client.secret,
  clientAuthentication,
  scopes: ["openid", "profile", "email"],
  userinfo: true,
  resources: {},
  mapping: { name: "userinfo.name", email: "userinfo.email", schools: { shape: "eduinfo", from: {} } },
  on: true,
  test: true,
});

/** Through that provider's own login and consent pages to the address it sends the browser back to. */
async function signInThere(url: string, origin: string, login: string): Promise<URL> {
  const browser = countyBrowser(origin);
  let arrived = await browser.get(url);
  for (let pages = 0; pages < 4 && !(arrived instanceof URL); pages += 1) {
    const [form] = formsOf(arrived.text);
    if (form === undefined) throw new Error(`there is no form: ${arrived.status} ${arrived.text.slice(0, 300)}`);
    arrived = await browser.post(new URL(form.action, arrived.url), { ...form.fields, login, password: "any" });
  }
  if (!(arrived instanceof URL)) throw new Error("the provider's pages have no end");
  return arrived;
}

describe.each([
  ["at the root of its host", "", "client_secret_basic"],
  ["below a path, as Keycloak has its realms", "/realms/county", "client_secret_post"],
] as const)(
  "an OpenID provider that knows nothing of counties, %s, switched on for 嘉義縣 by configuration alone (M3)",
  (_, base, way) => {
    it("signs a person in: what it does not tell is asked for, and nothing is shown or reset by its word (T35)", async () => {
      const { issuer, origin } = await startProvider(base, way);
      service.secrets?.setCounties({ ...service.counties.configurations, CYQ: entryOf(issuer, way) });
      service.clock.advanceBy({ minutes: 2 });
      const browser = service.browser();
      const listed = (await browser.call("GET /api/counties")).body.counties.find(({ id }) => id === "CYQ");
      expect(listed).toMatchObject({ name: "嘉義縣", on: true, state: "up" });

      const arrive = async (purpose: "sign-in" | "forgot-account" | "reset-password") => {
        const { body } = await browser.call("POST /api/county/start", { county: "CYQ", purpose });
        expect(body.url.startsWith(`${issuer}/auth?`)).toBe(true);
        const back = await signInThere(body.url, origin, "mei");
        expect(back.href.startsWith(`${service.edge.origin}/api/county/CYQ/callback?`)).toBe(true);
        return browser.call("POST /api/county/finish", { county: "CYQ", answer: back.search.slice(1) });
      };
      expect((await arrive("sign-in")).body).toEqual({
        outcome: "fill-in",
        county: "CYQ",
        name: "林小美",
        schools: [],
      });
      expect((await browser.call("GET /api/county/proof")).body).toMatchObject({ county: "CYQ", name: "林小美" });
      expect((await arrive("forgot-account")).body).toEqual({ outcome: "no-account", county: "CYQ" });
      expect((await arrive("reset-password")).body).toEqual({ outcome: "no-account", county: "CYQ" });
    });
  },
);
