import { PutCommand } from "@aws-sdk/lib-dynamodb";
import type { AuditEvent } from "../../contract/audit-events.ts";
import { cleanAt, type Row, refusedRow } from "../dynamo.ts";
import { familyKey, readGrantId } from "./grant-id.ts";
import type { ProviderParts } from "./parts.ts";
import { redeem, spendDecision } from "./redemption.ts";
import type { RequestScope } from "./request-scope.ts";
import { rotate } from "./rotation.ts";

/** What the library answered, and whether it is a good answer. */
export interface Told {
  readonly status: number;
  readonly body: string;
  /** A decision was used a second time: the person gets a page instead. */
  readonly spent?: true;
}

const invalidGrant: Told = {
  status: 400,
  body: JSON.stringify({ error: "invalid_grant", error_description: "grant request is invalid" }),
};

/**
 * Writes what the request left to be written, before its answer goes out: nothing is told that is not so. A refresh may find out here that
 * another one was first, and then the answer is another one. Throws when the store does not take it.
 */
export async function flush(parts: ProviderParts, scope: RequestScope, told: Told): Promise<Told> {
  const answer = await tokensOf(parts, scope, told);
  for (const [grantId, how] of scope.ended) await endForGood(parts, scope, grantId, how);
  return answer;
}

async function tokensOf(parts: ProviderParts, scope: RequestScope, told: Told): Promise<Told> {
  if (scope.again?.refused) return { status: 200, body: scope.again.body };
  if (told.status >= 400) return told;
  const { rotation, redemption, resumed, tokens } = scope;
  if (tokens.length === 0) return told;
  if (redemption !== undefined) {
    const events = await Promise.all(scope.events.map((make) => make()));
    return (await redeem(parts, redemption, tokens, events)) ? told : invalidGrant;
  }
  if (rotation === undefined) {
    if (typeof resumed?.outcome !== "object") await write(parts, tokens);
    else if (!(await spendDecision(parts, resumed, tokens))) return { status: 400, body: "", spent: true };
    return told;
  }
  const rotated = await rotate(parts, rotation, tokens, told.body);
  if (rotated.outcome === "rotated") return told;
  if (rotated.outcome === "dead") return invalidGrant;
  if (rotated.body !== undefined) return { status: 200, body: rotated.body };
  scope.ended.set(rotation.grantId, { replayed: true });
  return invalidGrant;
}

/** Unconditional: each key is the hash of fresh random bits (T45). */
async function write({ dynamo }: ProviderParts, tokens: readonly Row[]): Promise<void> {
  for (const Item of tokens) await dynamo.send(new PutCommand({ TableName: dynamo.name("tokens"), Item }));
}

/** The mark that ends a family, once; whoever writes it tells the audit, when it is because something came twice (I5). */
async function endForGood(
  { dynamo, clock, policy, replayed: tell }: ProviderParts,
  scope: RequestScope,
  grantId: string,
  { replayed }: { readonly replayed: boolean },
): Promise<void> {
  const grant = readGrantId(grantId);
  if (grant === undefined) return;
  const now = clock.now();
  try {
    await dynamo.send(
      new PutCommand({
        TableName: dynamo.name("consents"),
        Item: { ...familyKey(grant), by: scope.id, cleanAt: cleanAt(now + policy.oidc.refreshToken * 1_000) },
        ConditionExpression: "attribute_not_exists(userId)",
        ReturnValuesOnConditionCheckFailure: "ALL_OLD",
      }),
    );
  } catch (error) {
    const row = refusedRow(error);
    if (row === undefined) throw error;
    if (row.by !== scope.id) return;
  }
  if (!replayed) return;
  const { userId, clientId } = grant;
  tell(clientId);
  const entry = `${new Date(now).toISOString()}#${scope.id}`;
  const event: AuditEvent = "tokens.replayed";
  await dynamo.send(
    new PutCommand({ TableName: dynamo.name("audit"), Item: { subject: userId, entry, event, clientId } }),
  );
}
