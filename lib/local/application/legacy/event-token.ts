import { type LegacyEvent, legacyEvents } from "../../../../functions/contract/legacy.ts";
import type { ReadIssuerToken } from "../issuer-tokens.ts";

/** That somebody joined an old account, or that it was taken off again. */
export interface AccountEvent {
  /** Comes again when the answer to it was lost. */
  readonly jti: string;
  readonly event: LegacyEvent;
  /** As this application knows the person. */
  readonly sub: string;
  readonly legacyAccount: string;
  /** Epoch seconds of the change: a later event of the same stands over an earlier one, whichever comes first. */
  readonly at: number;
}

/** Reads security event tokens (RFC 8417) of this issuer. Undefined for any that is not good. */
export function eventTokens(issuer: string, readToken: ReadIssuerToken) {
  return async (token: string): Promise<AccountEvent | undefined> => {
    try {
      const payload = await readToken(token, {
        typ: "secevent+jwt",
        requiredClaims: ["iat", "jti", "events", "sub_id"],
      });
      const { jti = "", sub_id: whose, events = {} } = payload as typeof payload & { sub_id?: SubId; events?: Events };
      const said = kinds.find((kind) => Object.hasOwn(events, `${issuer}${legacyEvents[kind]}`));
      const told = said === undefined ? undefined : events[`${issuer}${legacyEvents[said]}`];
      const { legacy_account: legacyAccount, linked_at, unlinked_at } = told ?? {};
      const at = said === "linked" ? linked_at : unlinked_at;
      // RFC 9493 3.2.4: the person is who this issuer calls so.
      const isTheirs = whose?.format === "iss_sub" && whose.iss === issuer && typeof whose.sub === "string";
      if (said === undefined || !isTheirs || typeof legacyAccount !== "string" || typeof at !== "number" || jti === "")
        return undefined;
      return { jti, event: said, sub: String(whose.sub), legacyAccount, at };
    } catch {
      return undefined;
    }
  };
}

type SubId = { readonly format?: unknown; readonly iss?: unknown; readonly sub?: unknown };
type Events = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
const kinds = Object.keys(legacyEvents) as LegacyEvent[];
