import { createRemoteJWKSet, jwtVerify } from "jose";
import type { Configuration } from "openid-client";
import { type LegacyEvent, legacyEvents } from "../../../../functions/contract/legacy.ts";

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

interface Options {
  readonly issuer: string;
  readonly clientId: string;
  readonly alg: string;
  readonly configuration: () => Promise<Configuration>;
}

/** Checks security event tokens (RFC 8417) by the issuer's published keys. Undefined for any that is not good. */
export function eventTokens({ issuer, clientId, alg, configuration }: Options) {
  let keys: ReturnType<typeof createRemoteJWKSet> | undefined;

  return async (token: string): Promise<AccountEvent | undefined> => {
    try {
      keys ??= createRemoteJWKSet(new URL((await configuration()).serverMetadata().jwks_uri ?? ""));
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience: clientId,
        algorithms: [alg],
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
