import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { CompactSign, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from "jose";
import type { SigningKeys } from "../ports/signing-keys.ts";
import type { TokenSigner } from "../ports/token-signer.ts";
import { type Row, refusedRow } from "./dynamo.ts";
import type { Parts } from "./parts.ts";
import { inOrder, type KeyTimes, keysDue, type SigningAlgorithm } from "./signing-key-times.ts";

interface KeptKey extends KeyTimes {
  readonly jwk: JWK;
}

interface Kept {
  readonly version: string;
  readonly keys: readonly KeptKey[];
}

/** All stand in one row, so that a change of the ring is one write. */
const ring = "oidc";

/** Signing keys on DynamoDB: one row, its keys sealed by the key ring. */
export function dynamoSigningKeys(parts: Parts): SigningKeys {
  const { dynamo, keys, clock, ids, policy } = parts;
  const TableName = dynamo.name("signing-keys");
  const believed = (policy.oidc.keysCached * 1_000) / 6;
  let known: { readonly until: number; readonly value: Promise<Kept> } | undefined;

  return {
    async ring() {
      const now = clock.now();
      if (known === undefined || now >= known.until) {
        const value = read().then((kept) => kept ?? change(undefined));
        const mine = { until: now + believed, value };
        known = mine;
        value.catch(() => {
          if (known === mine) known = undefined;
        });
      }
      const kept = await known.value;
      const ordered = inOrder(kept.keys, now);
      return {
        version: `${kept.version}.${ordered.map(({ jwk }) => jwk.kid).join(".")}`,
        keys: ordered.map(({ jwk }) => jwk),
      };
    },

    async rotate() {
      const before = await read();
      const after = await change(before);
      known = undefined;
      return before?.version !== after.version;
    },
  };

  async function read(): Promise<Kept | undefined> {
    const [row] = await dynamo.batchGet([{ table: "signing-keys", key: { ring } }]);
    return row === undefined ? undefined : open(row);
  }

  async function open({ version, sealed }: Row): Promise<Kept> {
    const opened = (await keys.unseal("signing-keys", String(sealed))) as readonly KeptKey[] | undefined;
    if (opened === undefined) throw new Error("the signing keys cannot be opened with this key ring");
    return { version: String(version), keys: opened };
  }

  /** The ring with what is due; of two at once the first holds, and both go on with that. */
  async function change(before: Kept | undefined): Promise<Kept> {
    const now = clock.now();
    const { kept, due, signsFrom } = keysDue(before?.keys ?? [], now, policy);
    if (due.length === 0 && before !== undefined && kept.length === before.keys.length) return before;
    const made = await Promise.all(due.map(async (alg) => ({ alg, madeAt: now, signsFrom, jwk: await newKey(alg) })));
    const after: Kept = { version: ids.id(), keys: [...kept, ...made] };
    try {
      await dynamo.send(
        new PutCommand({
          TableName,
          Item: { ring, version: after.version, sealed: await keys.seal("signing-keys", after.keys) },
          // The new version too: the SDK's second try after a lost answer meets its own (T45).
          ConditionExpression: `version = :new OR ${before === undefined ? "attribute_not_exists(ring)" : "version = :before"}`,
          ExpressionAttributeValues: {
            ":new": after.version,
            ...(before === undefined ? {} : { ":before": before.version }),
          },
          ReturnValuesOnConditionCheckFailure: "ALL_OLD",
        }),
      );
      return after;
    } catch (error) {
      const row = refusedRow(error);
      if (row?.sealed === undefined) throw error;
      return open(row);
    }
  }
}

/** C10: RS256 with RSA-3072 for everybody's libraries, ES256 with P-256. */
async function newKey(alg: SigningAlgorithm): Promise<JWK> {
  const { privateKey } = await generateKeyPair(alg, {
    extractable: true,
    ...(alg === "RS256" ? { modulusLength: 3_072 } : {}),
  });
  const jwk = await exportJWK(privateKey);
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg, use: "sig" };
}

/** Signs with the ring's present key. */
export const ringSigner = (signingKeys: SigningKeys): TokenSigner => ({
  async sign(alg, header, claims) {
    const jwk = (await signingKeys.ring()).keys.find((key) => key.alg === alg);
    if (jwk?.kid === undefined) throw new Error(`no key signs ${alg}`);
    return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
      .setProtectedHeader({ ...header, alg, kid: jwk.kid })
      .sign(await importJWK(jwk, alg));
  },
});
