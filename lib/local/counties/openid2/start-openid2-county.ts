import type { IncomingMessage } from "node:http";
import type { CountyAccount, SampleCounty } from "../accounts.ts";
import { type CountyServer, formOf, openCountyServer } from "../county-server.ts";
import { type CountyPage, countyLogin } from "../login-pages/login-pages.ts";
import type { RunningCounty } from "../running-county.ts";
import { type OpenId2Provider, openId2Provider } from "./openid2-provider.ts";
import { providerDocument, signonDocument } from "./xrds.ts";

export interface OpenId2CountyOptions {
  readonly county: SampleCounty;
  /** The county's name on its pages. */
  readonly title: string;
  readonly accounts: readonly CountyAccount[];
  /** The only site that people are sent back to. */
  readonly siteOrigin: string;
  /** Epoch milliseconds. */
  readonly now?: () => number;
}

const paths = { identifier: "/op/", endpoint: "/op/server.aspx", login: "/op/login.aspx", user: "/op/user.aspx/" };

/** Starts a sample county that speaks OpenID 2.0 as Tainan does: provider at `/op/`, claimed ids `/op/user.aspx/<account>`. */
export async function startOpenId2County(options: OpenId2CountyOptions): Promise<RunningCounty> {
  const { county, title, accounts, siteOrigin, now = Date.now } = options;
  const server = await openCountyServer();
  const addresses = {
    identifier: server.origin + paths.identifier,
    endpoint: server.origin + paths.endpoint,
    claimedIdPrefix: server.origin + paths.user,
  };
  const provider = openId2Provider({ ...addresses, siteOrigin, now });
  serve(server, provider, addresses.endpoint, { title, accounts, siteOrigin });
  // Nothing is agreed between site and county in OpenID 2.0: the id only says that the set-up is whole.
  const configuration = { on: true, clientId: siteOrigin, test: true, ...addresses };
  return { county, title, origin: server.origin, configuration, stop: () => server.stop() };
}

function serve(
  server: CountyServer,
  provider: OpenId2Provider,
  endpoint: string,
  who: Pick<OpenId2CountyOptions, "title" | "accounts" | "siteOrigin">,
): void {
  const login = countyLogin({
    ...who,
    basePath: paths.login,
    onLogin: async (_request, account, ticket) => provider.assert(ticket, account),
    onCancel: async (_request, ticket) => provider.cancel(ticket),
  });

  async function answer(request: IncomingMessage, url: URL): Promise<CountyPage> {
    const form = await formOf(request);
    if (form === undefined) return plain(413, "Too large");
    if (url.pathname === paths.identifier) return xrds(providerDocument(endpoint));
    if (url.pathname.startsWith(paths.user)) return xrds(signonDocument(endpoint));
    if (url.pathname !== paths.endpoint) return (await login(request, url, form)) ?? plain(404, "Not found");
    return speak(provider, new Map(request.method === "POST" ? new URLSearchParams(form) : url.searchParams));
  }

  server.serve(async (request, response, url) => {
    const { status, headers, body } = await answer(request, url);
    response.writeHead(status, headers).end(request.method === "HEAD" ? undefined : body);
  });
}

/** The endpoint: the browser with a question, or a site that asks whether an answer is this county's. */
function speak(provider: OpenId2Provider, fields: ReadonlyMap<string, string>): CountyPage {
  switch (fields.get("openid.mode")) {
    case "checkid_setup": {
      const ticket = provider.begin(fields);
      if (ticket === undefined) return plain(400, "This site is not known here");
      const location = `${paths.login}?${new URLSearchParams({ ticket })}`;
      return { status: 303, headers: { location, "cache-control": "no-store" }, body: "" };
    }
    case "check_authentication":
      return keyValues(200, { is_valid: String(provider.confirm(fields)) });
    default:
      // No associations, and nothing without the person (OpenID 2.0 §8.2.4, §5.1.2.2).
      return keyValues(400, { error: "unsupported", error_code: "unsupported-type" });
  }
}

const noStore = { "cache-control": "no-store", "x-content-type-options": "nosniff" };

function plain(status: number, body: string): CountyPage {
  return { status, headers: { ...noStore, "content-type": "text/plain; charset=utf-8" }, body };
}

function xrds(body: string): CountyPage {
  return { status: 200, headers: { ...noStore, "content-type": "application/xrds+xml; charset=utf-8" }, body };
}

/** Key-value form (§4.1.1). */
function keyValues(status: number, values: Readonly<Record<string, string>>): CountyPage {
  const lines = Object.entries({ ns: "http://specs.openid.net/auth/2.0", ...values });
  return plain(status, lines.map(([name, value]) => `${name}:${value}\n`).join(""));
}
