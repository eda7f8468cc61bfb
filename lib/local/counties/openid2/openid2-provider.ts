import { randomBytes } from "node:crypto";
import type { CountyAccount } from "../accounts.ts";
import { attributeFields } from "./attributes.ts";
import { privateAssociation } from "./private-association.ts";

export interface OpenId2Provider {
  /** Takes a request for a sign-in (OpenID 2.0 §9.1). Gives its ticket, or undefined for a site that is not known here. */
  begin(fields: ReadonlyMap<string, string>): string | undefined;
  /** The address of a positive assertion (§10.1), or undefined when nothing is known of the ticket (any more). */
  assert(ticket: string, account: CountyAccount): string | undefined;
  cancel(ticket: string): string | undefined;
  /** Whether these fields are an assertion of ours that nobody asked about before (§11.4.2.1). */
  confirm(fields: ReadonlyMap<string, string>): boolean;
}

const openId2 = "http://specs.openid.net/auth/2.0";
const ticketLasts = 10 * 60_000;
const mostTickets = 1_000;

export function openId2Provider(parts: {
  readonly endpoint: string;
  readonly claimedIdPrefix: string;
  readonly siteOrigin: string;
  readonly now: () => number;
}): OpenId2Provider {
  const { endpoint, claimedIdPrefix, siteOrigin, now } = parts;
  const tickets = new Map<string, { readonly asked: ReadonlyMap<string, string>; readonly until: number }>();
  const association = privateAssociation();

  /** Each ticket ends with its first answer. */
  function take(ticket: string): ReadonlyMap<string, string> | undefined {
    const known = tickets.get(ticket);
    tickets.delete(ticket);
    return known !== undefined && now() < known.until ? known.asked : undefined;
  }

  return {
    begin(fields) {
      const returnTo = fields.get("openid.return_to") ?? "";
      const realm = fields.get("openid.realm") ?? returnTo;
      const asksWho = fields.get("openid.claimed_id") === `${openId2}/identifier_select`;
      if (fields.get("openid.ns") !== openId2 || !asksWho) return undefined;
      if (![returnTo, realm].every((address) => URL.canParse(address) && new URL(address).origin === siteOrigin)) {
        return undefined;
      }
      const ticket = randomBytes(18).toString("base64url");
      if (tickets.size >= mostTickets) tickets.delete(tickets.keys().next().value ?? "");
      tickets.set(ticket, { asked: fields, until: now() + ticketLasts });
      return ticket;
    },

    assert(ticket, account) {
      const asked = take(ticket);
      if (asked === undefined) return undefined;
      const returnTo = asked.get("openid.return_to") ?? "";
      const claimedId = claimedIdPrefix + encodeURIComponent(account.account);
      const time = new Date(now()).toISOString().replace(/\.\d+Z$/, "Z");
      return addressOf(
        returnTo,
        association.signed({
          op_endpoint: endpoint,
          claimed_id: claimedId,
          identity: claimedId,
          return_to: returnTo,
          response_nonce: time + randomBytes(9).toString("base64url"),
          ...attributeFields(asked, account),
        }),
      );
    },

    cancel(ticket) {
      const asked = take(ticket);
      return asked === undefined ? undefined : addressOf(asked.get("openid.return_to") ?? "", { mode: "cancel" });
    },

    confirm: (fields) => association.confirm(fields),
  };
}

/** §5.2.3.1: the fields join what the return_to has already. */
function addressOf(returnTo: string, fields: Readonly<Record<string, string>>): string {
  const address = new URL(returnTo);
  for (const [name, value] of Object.entries({ ns: openId2, ...fields })) {
    address.searchParams.set(`openid.${name}`, value);
  }
  return address.href;
}
