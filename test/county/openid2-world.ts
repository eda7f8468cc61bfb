import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll } from "vitest";
import { boundedFetch } from "../../functions/adapters/counties/bounded-fetch.ts";
import { openid2 } from "../../functions/adapters/counties/openid2.ts";
import type { CountyId } from "../../functions/contract/counties.ts";
import type { CountySetup, Kept } from "../../functions/ports/county-providers.ts";

export const siteOrigin = "https://account.example";
export const callbackOf = (county: CountyId) => `${siteOrigin}/api/county/${county}/callback`;
export const openId2 = "http://specs.openid.net/auth/2.0";
export const types = {
  guid: "http://axschema.edu.tw/person/guid",
  schoolId: "http://axschema.edu.tw/school/id",
  titleStr: "http://axschema.edu.tw/school/titleStr",
  classStr: "http://axschema.edu.tw/school/classStr",
};

export const counties = openid2({ fetch: boundedFetch({ patience: 2, largest: 256 * 1024 }) });

type Addresses = { identifier: string; endpoint: string; claimedIdPrefix: string };

export function setupOf(id: CountyId, { identifier, endpoint, claimedIdPrefix }: Addresses, test = true): CountySetup {
  const words = { "zh-TW": "縣市", en: "County" };
  return {
    clientId: siteOrigin,
    clientSecret: undefined,
    test,
    profile: {
      id,
      protocol: "openid2",
      name: "縣市",
      nameEn: "County",
      button: words,
      help: { name: words },
      verified: false,
      mapping: { guid: "ax.guid", schools: { shape: "title-str", from: { titles: "ax.titleStr" } } },
      identifier,
      endpoint,
      claimedIdPrefix,
      attributes: types,
      sreg: ["fullname", "email"],
    },
  };
}

export interface Listener {
  readonly origin: string;
  /** `POST /op/server`, in order. */
  readonly seen: string[];
}

/** A server of this test file on a free port; ends with the file. */
export async function listener(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url?.split("?", 1)[0]}`);
    request.resume();
    answer(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen } satisfies Listener;
}

/** An address of an attacker's: nothing may ever be asked there. */
export const trap = () => listener((_request, response) => void response.end("is_valid:true\n"));

export interface Op extends Listener, Addresses {
  readonly setup: CountySetup;
  /** What the endpoint answers to check_authentication; a plain yes until changed. */
  confirm: (response: ServerResponse) => void;
  /** What the identifier answers; the provider's document until changed. */
  discover: (response: ServerResponse) => void;
}

export const xrds = (endpoint: string, type = `${openId2}/server`) =>
  `<xrds:XRDS xmlns:xrds="xri://$xrds" xmlns="xri://$xrd*($v*2.0)"><XRD><Service priority="0"><Type>${type}</Type>\n<URI>${endpoint}</URI></Service></XRD></xrds:XRDS>`;

export const sendXrds = (response: ServerResponse, document: string) =>
  void response.writeHead(200, { "content-type": "application/xrds+xml" }).end(document);

/** A county that confirms whatever it is asked: what is refused of it, we refuse ourselves. */
export async function yesOp(id: CountyId = "TNN"): Promise<Op> {
  const server = await listener((request, response) =>
    request.method === "POST" ? op.confirm(response) : op.discover(response),
  );
  const addresses = {
    identifier: `${server.origin}/op/`,
    endpoint: `${server.origin}/op/server`,
    claimedIdPrefix: `${server.origin}/op/user/`,
  };
  const op: Op = {
    ...server,
    ...addresses,
    setup: setupOf(id, addresses),
    confirm: (response) => void response.end(`ns:${openId2}\nis_valid:true\n`),
    discover: (response) => sendXrds(response, xrds(addresses.endpoint)),
  };
  return op;
}

export const nonceAt = (at: number) =>
  `${new Date(at).toISOString().slice(0, 19)}Z${Math.random().toString(36).slice(2)}`;

export type Fields = Record<string, string | undefined>;

/** The fields of a right assertion, without `openid.`. What is undefined in `change` is left out; all is signed but `signed`. */
export function fieldsOf(op: Addresses, kept: Kept, change: Fields = {}): Record<string, string> {
  const { mode = "", ns = "", sig = "", signed, ...said } = { ...rightFields(op, kept), ...change };
  const present = Object.entries({ mode, ns, ...said, sig }).filter(([, value]) => value !== undefined && value !== "");
  const names = Object.keys(said).filter((name) => said[name as keyof typeof said] !== undefined);
  return { ...(Object.fromEntries(present) as Record<string, string>), signed: signed ?? names.join(",") };
}

const rightFields = (op: Addresses, kept: Kept): Fields => ({
  mode: "id_res",
  ns: openId2,
  op_endpoint: op.endpoint,
  claimed_id: `${op.claimedIdPrefix}wang`,
  identity: `${op.claimedIdPrefix}wang`,
  return_to: kept.returnTo,
  response_nonce: nonceAt(Date.now()),
  assoc_handle: "private",
  sig: "c2ln",
  "ns.e": "http://openid.net/srv/ax/1.0",
  "e.mode": "fetch_response",
  "e.type.x1": types.guid,
  "e.value.x1": "a".repeat(64),
  "ns.sreg": "http://openid.net/extensions/sreg/1.1",
  "sreg.email": "wang@mail.example",
});

/** The address that an answer with these fields comes to. */
export function cameTo(kept: Kept, fields: Readonly<Record<string, string>>): URL {
  const address = new URL(kept.returnTo ?? "");
  for (const [name, value] of Object.entries(fields)) address.searchParams.set(`openid.${name}`, value);
  return address;
}
