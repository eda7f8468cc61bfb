import { randomBytes } from "node:crypto";
import { type IncomingMessage, ServerResponse } from "node:http";
import { exportJWK, generateKeyPair } from "jose";
import { errors, type InteractionResults, Provider } from "oidc-provider";
import type { CountyAccount, SampleCounty } from "../accounts.ts";
import { type CountyServer, formOf, openCountyServer } from "../county-server.ts";
import { countyLogin } from "../login-pages/login-pages.ts";
import type { RunningCounty } from "../running-county.ts";
import type { CountyResource, OidcCounty } from "./oidc-county.ts";
import { providerConfiguration } from "./provider-configuration.ts";

const loginPath = "/login";
const clientId = "educloud-account";
/** What oidc-provider has beside the paths of an OAuth 2 county, which knows nothing of OpenID Connect. */
const openIdPaths = /^\/(\.well-known\/|jwks$|me$)/;

/** Starts a sample county on oidc-provider. The site is its one client, with the one redirect address of this county (T33). */
export async function startOidcCounty(
  spec: OidcCounty,
  { siteOrigin, accounts }: { readonly siteOrigin: string; readonly accounts: readonly CountyAccount[] },
): Promise<RunningCounty> {
  const { county, title } = spec;
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const keys = [await exportJWK(privateKey)];
  const clientSecret = randomBytes(24).toString("base64url");
  const client = { clientId, clientSecret, redirectUri: `${siteOrigin}/api/county/${county}/callback` };
  const people = new Map(accounts.map((account) => [spec.subjectOf(account), account]));
  const server = await openCountyServer();
  const provider = new Provider(server.origin, providerConfiguration({ spec, client, keys, people, loginPath }));
  serve({ spec, server, provider, accounts, people, siteOrigin });
  const configuration = { on: true, clientId, clientSecret, test: true, ...spec.configuration(server.origin) };
  return { county, title, origin: server.origin, configuration, stop: () => server.stop() };
}

interface Parts {
  readonly spec: OidcCounty;
  readonly server: CountyServer;
  readonly provider: Provider;
  readonly accounts: readonly CountyAccount[];
  readonly people: ReadonlyMap<string, CountyAccount>;
  readonly siteOrigin: string;
}

function serve({ spec, server, provider, accounts, people, siteOrigin }: Parts): void {
  const cancelled = { error: "access_denied", error_description: "the person cancelled" };
  const login = countyLogin({
    title: spec.title,
    accounts,
    basePath: loginPath,
    siteOrigin,
    onLogin: (request, account, ticket) =>
      finishInteraction(provider, request, ticket, { login: { accountId: spec.subjectOf(account), remember: false } }),
    onCancel: (request, ticket) => finishInteraction(provider, request, ticket, cancelled),
  });
  const answer = provider.callback();
  server.serve(async (request, response, url) => {
    if (url.pathname === loginPath) {
      const form = await formOf(request);
      const page = form === undefined ? undefined : await login(request, url, form);
      return void response.writeHead(page?.status ?? 413, page?.headers).end(page?.body);
    }
    const resource = Object.hasOwn(spec.resources, url.pathname) ? spec.resources[url.pathname] : undefined;
    if (resource !== undefined) return tell(response, resource, await accountOf(request, resource));
    if (spec.claims === undefined && openIdPaths.test(url.pathname)) return void response.writeHead(404).end();
    forgetSession(request, spec.county);
    await answer(request, response);
  });

  async function accountOf(request: IncomingMessage, { scope }: CountyResource): Promise<CountyAccount | undefined> {
    const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
    const token = bearer === undefined ? undefined : await provider.AccessToken.find(bearer);
    if (token === undefined || (scope !== undefined && !token.scopes.has(scope))) return undefined;
    return people.get(token.accountId);
  }
}

function tell(response: ServerResponse, resource: CountyResource, account: CountyAccount | undefined): void {
  if (account === undefined) {
    return void response.writeHead(401, { "www-authenticate": 'Bearer error="invalid_token"' }).end();
  }
  response.writeHead(200, { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" });
  response.end(JSON.stringify(resource.tell(account)));
}

/** The address to go on to, or undefined when this browser has no sign-in under way with this ticket. */
async function finishInteraction(
  provider: Provider,
  request: IncomingMessage,
  ticket: string,
  result: InteractionResults,
): Promise<string | undefined> {
  // The provider reads the browser's cookie and writes nothing: the answer is ours to give.
  const unused = new ServerResponse(request);
  try {
    const { uid } = await provider.interactionDetails(request, unused);
    if (uid !== ticket) return undefined;
    return await provider.interactionResult(request, unused, result, { mergeWithLastSubmission: false });
  } catch (error) {
    if (error instanceof errors.SessionNotFound) return undefined;
    throw error;
  }
}

/** Each way here asks for a login, so that one can try one account after another. */
function forgetSession(request: IncomingMessage, county: SampleCounty): void {
  const session = `${county.toLowerCase()}_session`;
  const kept = (request.headers.cookie ?? "").split(/;\s*/).filter((cookie) => !cookie.startsWith(session));
  request.headers.cookie = kept.join("; ");
}
