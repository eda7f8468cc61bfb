import { once } from "node:events";
import { Agent, type IncomingMessage, request as send } from "node:http";
import { routes } from "../../functions/contract/routes.ts";
import { Browser, type Invoke } from "../service/browser.ts";

/** Flows after which a user moves to another address: fewer than any limit lets one school's address do in an hour. */
const flowsAnAddress = 50;

/** A virtual user: one kept-alive connection, an address of its own, a new browser whenever asked. */
export interface VirtualUser {
  newBrowser(): Browser;
  leave(): void;
}

/** User `index` at `origin`. Its addresses are of 127.0.0.0/8, which Linux lets any process speak from. `before` is told of each request. */
export function virtualUser(origin: string, index: number, before: (route: string) => void = () => {}): VirtualUser {
  let browsers = 0;
  let agent: Agent | undefined;
  const addressOf = (turn: number) => `127.${index + 1}.${turn >> 8}.${(turn & 255) + 1}`;
  return {
    newBrowser() {
      if (browsers % flowsAnAddress === 0) {
        agent?.destroy();
        const localAddress = addressOf(browsers / flowsAnAddress);
        agent = new Agent({ keepAlive: true, maxSockets: 1, localAddress });
      }
      browsers += 1;
      return new Browser(overHttp(origin, agent, before), { origin, secret: "" }, "");
    },
    leave: () => agent?.destroy(),
  };
}

function overHttp(origin: string, agent: Agent | undefined, before: (route: string) => void): Invoke {
  return async ({ routeKey, rawPath, rawQueryString, requestContext, headers, cookies = [], body }) => {
    const { method } = requestContext.http;
    before(Object.hasOwn(routes, routeKey) ? routeKey : `${method} ${rawPath.replace(/\/[\w-]{21,}$/, "/{uid}")}`);
    const { host: _theEdges, ...sent } = headers;
    const outgoing = send(new URL(`${rawPath}${rawQueryString === "" ? "" : `?${rawQueryString}`}`, origin), {
      agent,
      method,
      headers: {
        ...sent,
        ...(cookies.length === 0 ? {} : { cookie: cookies.join("; ") }),
        ...(body === undefined ? {} : { "content-length": Buffer.byteLength(body) }),
      },
    });
    outgoing.end(body);
    const [incoming] = (await once(outgoing, "response")) as [IncomingMessage];
    const answered = Buffer.concat(await incoming.toArray()).toString("utf8");
    const { "set-cookie": setCookies = [], ...others } = incoming.headers;
    return {
      statusCode: incoming.statusCode ?? 0,
      headers: others as Record<string, string>,
      cookies: setCookies,
      body: answered,
    };
  };
}
