import { createHash } from "node:crypto";
import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { type AdapterPayload, Provider } from "oidc-provider";
import type { SessionClient } from "../../ports/sessions.ts";
import { cleanAt, type Row, refusedRow } from "../dynamo.ts";
import { applicationEventRow } from "../events.ts";
import { endFamily } from "./grant-model.ts";
import type { Model } from "./models.ts";
import type { ProviderParts } from "./parts.ts";
import { theScope } from "./request-scope.ts";
import { storedAnswer } from "./rotation.ts";

type Kind = "AuthorizationCode" | "AccessToken" | "RefreshToken";

/** Where a token stands: only its hash is stored, so that a leaked table gives nobody anything. */
const rowKey = (kind: Kind, id: string): string => createHash("sha256").update(`${kind}:${id}`).digest("base64url");

/** The row of a new token. Its secret value is not in it. */
function rowOf(kind: Kind, id: string, { jti: _, ...payload }: AdapterPayload): Row {
  const exp = Number(payload.exp);
  return {
    token: rowKey(kind, id),
    kind,
    clientId: payload.clientId,
    grantId: payload.grantId,
    exp,
    payload,
    // Kept a day longer: who comes with an old one is told so.
    cleanAt: cleanAt((exp + 86_400) * 1_000),
  };
}

const payloadOf = (id: string, row: Row, more: object = {}): AdapterPayload => ({
  ...(row.payload as AdapterPayload),
  jti: id,
  ...more,
});

/** A code works once by the write that reads it: it is spent for the request that finds it, whatever comes of it (T31). */
export function codeModel(parts: ProviderParts): Model {
  const { dynamo, keys, clock } = parts;
  return {
    async upsert(id, payload) {
      const scope = theScope();
      // The person is here now; the application's server, which redeems the code, knows nothing of their address (M61).
      const person = await keys.seal("event", scope.client);
      scope.tokens.push({ ...rowOf("AuthorizationCode", id, payload), person });
    },

    async find(id) {
      const scope = theScope();
      const [row, spent] = await spend(id, scope.id);
      if (row === undefined) return undefined;
      if (spent) {
        // The library asks first whether it is past its time; what a stolen one gave must end all the same.
        if (row.clientId === Provider.ctx?.oidc.client?.clientId) endFamily(String(row.grantId));
      } else {
        scope.events.push(() => eventOf(row));
        const { sessionUid } = row.payload as AdapterPayload;
        scope.redemption = { grantId: String(row.grantId), sessionKey: String(sessionUid) };
      }
      return payloadOf(id, row, spent ? { consumed: Math.floor(clock.now() / 1_000) } : {});
    },

    // Done by `find`.
    async consume() {},
    revokeByGrantId: async (grantId) => endFamily(grantId),
  };

  /** The row, and whether another request spent it. One that is not this application's, or past its time, stays as it is. */
  async function spend(id: string, request: string): Promise<[Row | undefined, boolean]> {
    try {
      const { Attributes } = await dynamo.send(
        new UpdateCommand({
          TableName: dynamo.name("tokens"),
          Key: { token: rowKey("AuthorizationCode", id) },
          UpdateExpression: "SET usedBy = :request",
          // This request too: the SDK's second try after a lost answer meets its own (T45). Expiry is here, not in TTL (T11).
          ConditionExpression:
            "clientId = :client AND exp > :now AND (attribute_not_exists(usedBy) OR usedBy = :request)",
          ExpressionAttributeValues: {
            ":request": request,
            ":client": Provider.ctx?.oidc.client?.clientId ?? "",
            ":now": Math.floor(clock.now() / 1_000),
          },
          ReturnValues: "ALL_NEW",
          ReturnValuesOnConditionCheckFailure: "ALL_OLD",
        }),
      );
      return [Attributes, false];
    } catch (error) {
      const row = refusedRow(error);
      if (row === undefined) throw error;
      return row.token === undefined ? [undefined, false] : [row, row.usedBy !== undefined];
    }
  }

  /** Who signed in to which application, from where (M61). */
  async function eventOf({ person, clientId, payload }: Row): Promise<Row> {
    const { accountId, sessionUid } = payload as AdapterPayload;
    const client = (await keys.unseal("event", String(person))) as SessionClient;
    const of = { userId: String(accountId), clientId: String(clientId), sessionKey: String(sessionUid) };
    return applicationEventRow(parts, { ...of, at: clock.now(), ...client });
  }
}

export function accessTokenModel({ dynamo, clock }: ProviderParts): Model {
  return {
    async upsert(id, payload) {
      theScope().tokens.push(rowOf("AccessToken", id, payload));
    },
    async find(id) {
      const [row] = await dynamo.batchGet([{ table: "tokens", key: { token: rowKey("AccessToken", id) } }]);
      return row !== undefined && Number(row.exp) * 1_000 > clock.now() ? payloadOf(id, row) : undefined;
    },
    // Its family ends, and it with it.
    async destroy() {},
    revokeByGrantId: async (grantId) => endFamily(grantId),
  };
}

/** A refresh token works once, by a transaction at the end of the request (`rotation.ts`, T38). */
export function refreshTokenModel(parts: ProviderParts): Model {
  const { dynamo, clock } = parts;
  return {
    async upsert(id, payload) {
      theScope().tokens.push(rowOf("RefreshToken", id, payload));
    },

    async find(id) {
      const scope = theScope();
      const token = rowKey("RefreshToken", id);
      const [row] = await dynamo.batchGet([{ table: "tokens", key: { token } }]);
      const { client, route, params } = Provider.ctx?.oidc ?? {};
      if (row === undefined || Number(row.exp) * 1_000 <= clock.now() || client === undefined) return undefined;
      if (route !== "token" || row.clientId !== client.clientId) return payloadOf(id, row);
      const rotation = {
        token,
        grantId: String(row.grantId),
        confidential: client.clientAuthMethod !== "none",
        asked: String(params?.scope ?? ""),
      };
      if (row.consumedAt === undefined) {
        scope.rotation = rotation;
        return payloadOf(id, row);
      }
      const body = await storedAnswer(parts, row, rotation);
      if (body !== undefined) scope.again = { body, refused: false };
      return payloadOf(id, row, { consumed: Math.floor(Number(row.consumedAt) / 1_000) });
    },

    // Done at the end, with the new ones.
    async consume() {},
    async destroy() {
      const { again } = theScope();
      if (again !== undefined) again.refused = true;
    },
    revokeByGrantId: async (grantId) => endFamily(grantId),
  };
}
