import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair } from "jose";
import { type Configuration, type InteractionResults, Provider } from "oidc-provider";
import { listen } from "../../lib/local/gateway/gateway.ts";
import { answerParent } from "./child.ts";
import { callback } from "./oidc-flows.ts";

// The library as anybody would start it, to be held against: its own memory adapter, two forms without a page, a password that is compared
// as it is. Like ours it signs with RSA-3072 and gives a new refresh token each time.
const [clientId = "", secret = "", password = ""] = process.argv.slice(2);
const door = createServer();
await listen(door, 0);
const origin = `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
const { privateKey } = await generateKeyPair("RS256", { extractable: true, modulusLength: 3_072 });

const configuration: Configuration = {
  clients: [
    {
      client_id: clientId,
      client_secret: secret,
      redirect_uris: [callback],
      grant_types: ["authorization_code", "refresh_token"],
      scope: "openid profile offline_access",
    },
  ],
  jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: "RS256", use: "sig" } as never] },
  cookies: { keys: ["a key of the bench"] },
  claims: { profile: ["name", "preferred_username", "updated_at"] },
  features: { devInteractions: { enabled: false } },
  rotateRefreshToken: true,
  interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  findAccount: (_, accountId) => ({
    accountId,
    claims: async () => ({ sub: accountId, name: "測試", preferred_username: accountId, updated_at: 0 }),
  }),
};
const provider = new Provider(origin, configuration);
const protocol = provider.callback();

door.on("request", (request: IncomingMessage, response: ServerResponse) => {
  if (!request.url?.startsWith("/interaction/")) return void protocol(request, response);
  interact(request, response).catch((error: unknown) => {
    response.writeHead(500).end(String(error));
  });
});

/** GET: what is asked, as JSON. POST: the form of it. */
async function interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { prompt, params, session, grantId } = await provider.interactionDetails(request, response);
  if (request.method === "GET") {
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ prompt, params }));
    return;
  }
  const form = new URLSearchParams(Buffer.concat(await request.toArray()).toString("utf8"));
  await provider.interactionFinished(request, response, await resultOf(form));

  async function resultOf(given: URLSearchParams): Promise<InteractionResults> {
    if (prompt.name === "login") {
      if (given.get("password") !== password) throw new Error("a wrong password");
      return { login: { accountId: given.get("account") ?? "" } };
    }
    const accountId = session?.accountId ?? "";
    const known = grantId === undefined ? undefined : await provider.Grant.find(grantId);
    const grant = known ?? new provider.Grant({ accountId, clientId });
    grant.addOIDCScope(String(params.scope));
    return { consent: { grantId: await grant.save() } };
  }
}

answerParent({ origin: async () => origin }, async () => {
  door.close();
  door.closeAllConnections();
});
