import type { JWK } from "jose";
import { type KoaContextWithOIDC, Provider } from "oidc-provider";
import serverless from "serverless-http";
import { eduinfoPaths, oidcPaths } from "../../contract/oidc.ts";
import { readCookies, readInteractions } from "../../http/cookies.ts";
import type { OpenIdProvider, ProtocolAnswer, ProtocolRequest } from "../../ports/openid-provider.ts";
import { configurationOf } from "./configuration.ts";
import { eduinfo } from "./eduinfo.ts";
import { flush, type Told } from "./flush.ts";
import { languageOf } from "./language.ts";
import { nameLegacyClaims } from "./legacy-claims.ts";
import type { ProviderParts } from "./parts.ts";
import { readingOnce } from "./read-once.ts";
import { inScope, type RequestScope, theScope } from "./request-scope.ts";
import { consentAhead } from "./session-and-consent.ts";
import { sessionId } from "./session-model.ts";
import { grantAhead, tellGrants } from "./told-grant.ts";

type Handler = (event: object, context: object) => Promise<Result>;
interface Result {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

interface Built {
  readonly version: string;
  readonly provider: Provider;
  readonly handle: Handler;
}

/**
 * The OpenID provider: `oidc-provider` over our own session, consents and applications. The library never sees a cookie of the browser, and
 * no cookie of its own ever gets there; what it stores is written at the end of the request, before the answer leaves.
 */
export function openIdProvider(parts: ProviderParts): OpenIdProvider {
  let built: Built | undefined;

  return {
    async answer(request) {
      const { provider, handle } = await current();
      const scope = scopeOf(parts, request);
      const run = async () => {
        if ((eduinfoPaths as readonly string[]).includes(request.path)) return eduinfo(parts, provider, request);
        const result = await handle(eventOf(request, scope, parts.issuer), {});
        if (scope.trouble !== undefined) throw scope.trouble;
        const told = await flush(parts, scope, { status: result.statusCode, body: result.body });
        return told.spent ? spentPage(parts, request, scope) : answerOf(result, told, scope);
      };
      const ahead = await aheadOf(parts, scope, request);
      return inScope(scope, () => readingOnce(ahead, run));
    },
  };

  /** The library with the keys as they stand: built anew when they changed (T37). */
  async function current(): Promise<Built> {
    const { version, keys } = await parts.signingKeys.ring();
    if (built?.version !== version) built = { version, ...build(parts, keys) };
    return built;
  }
}

function build(parts: ProviderParts, keys: readonly JWK[]): Omit<Built, "version"> {
  const provider = new Provider(parts.issuer, configurationOf(parts, keys));
  tellGrants(parts.keys, provider);
  nameLegacyClaims(parts, provider);
  // What the request says of itself is said by `eventOf`: scheme and host are those of the issuer, whatever the client sent.
  provider.proxy = false;
  // The library's forms send themselves by a script: it adds the script's hash to this, and to nothing else.
  provider.use(async (ctx, next) => {
    ctx.set("content-security-policy", parts.pages.protocolSecurityPolicy);
    await next();
  });
  provider.on("server_error", (_: KoaContextWithOIDC, error: unknown) => {
    theScope().trouble = error;
  });
  provider.onerror = (error: Error & { status?: number }) => {
    if (error.status === undefined || error.status >= 500) theScope().trouble = error;
  };
  const isSecure = parts.issuer.startsWith("https:");
  const handle = serverless(provider.callback(), {
    requestId: "",
    request: (incoming: { socket: { encrypted: boolean } }) => {
      incoming.socket.encrypted = isSecure;
    },
  }) as unknown as Handler;
  return { provider, handle };
}

function scopeOf({ ids }: ProviderParts, { cookies, client }: ProtocolRequest): RequestScope {
  const { session, logout } = readCookies(cookies);
  return {
    id: ids.id(),
    cookies: { ...(session === undefined ? {} : { session }), ...(logout === undefined ? {} : { logout }) },
    interactions: readInteractions(cookies),
    client,
    session: undefined,
    tokens: [],
    events: [],
    rotation: undefined,
    redemption: undefined,
    resumed: undefined,
    again: undefined,
    ended: new Map(),
    setCookies: new Map(),
    trouble: undefined,
  };
}

/** Whoever is signed in will be asked for the consent to this application: it is read with the session, and a grant with its token. */
async function aheadOf(parts: ProviderParts, scope: RequestScope, request: ProtocolRequest) {
  const { interactions, applications } = parts;
  if (readsToken(request.path)) return grantAhead(parts, request);
  const uid = waitingIn(request);
  const clientId =
    uid !== undefined
      ? (await interactions.read(uid, scope.interactions.get(uid)))?.params.client_id
      : request.path === oidcPaths.authorization
        ? new URLSearchParams(request.query).get("client_id")
        : undefined;
  // Nobody is signed in: nothing of the application is read for them.
  if (scope.cookies.session === undefined || clientId == null) return [];
  return consentAhead(scope.cookies.session, await applications.find(clientId));
}

const readsToken = (path: string): boolean =>
  [oidcPaths.token, oidcPaths.userinfo, ...eduinfoPaths].some((known) => known === path);

/** The request that waited and is resumed now. */
function waitingIn({ path }: ProtocolRequest): string | undefined {
  const start = `${oidcPaths.authorization}/`;
  return path.startsWith(start) ? path.slice(start.length) : undefined;
}

/**
 * The request as the library is given it. Its cookies are made up: its session is there when ours or a sign-out of ours is, and a request
 * that waited is resumed only by the browser that has its sealed cookie.
 */
function eventOf(request: ProtocolRequest, { cookies, interactions }: RequestScope, issuer: string) {
  const { method, path, query, headers, body, client } = request;
  const uid = waitingIn(request) ?? "";
  return {
    version: "2.0",
    rawPath: path,
    rawQueryString: query,
    headers: { ...headers, host: new URL(issuer).host },
    cookies: [
      ...(cookies.session === undefined && cookies.logout === undefined ? [] : [`session=${sessionId}`]),
      ...(interactions.has(uid) ? [`resume=${uid}`] : []),
    ],
    requestContext: { http: { method, path, sourceIp: client.address } },
    body,
    isBase64Encoded: false,
  };
}

/** The person comes with a decision that was used: as with a request that does not wait any more. */
function spentPage({ pages }: ProviderParts, { headers }: ProtocolRequest, scope: RequestScope): ProtocolAnswer {
  const language = languageOf({ get: (name) => headers[name] ?? "" });
  return {
    status: 400,
    headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": pages.contentSecurityPolicy },
    body: pages.error(language, "invalid_request"),
    setCookies: [...scope.setCookies.values()],
  };
}

function answerOf({ headers: sent, statusCode, body }: Result, told: Told, scope: RequestScope): ProtocolAnswer {
  const { "set-cookie": _, "content-length": __, ...headers } = sent;
  const changed = told.status !== statusCode || told.body !== body;
  return {
    status: told.status,
    headers: changed ? { ...headers, "content-type": "application/json; charset=utf-8" } : headers,
    body: told.body,
    setCookies: [...scope.setCookies.values()],
  };
}
