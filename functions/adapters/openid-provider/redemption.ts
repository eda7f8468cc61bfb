import type { Interaction } from "../../ports/interactions.ts";
import { cleanAt, type Dynamo, type Row, type TransactItem } from "../dynamo.ts";
import { readGrantId } from "./grant-id.ts";
import { stillAllowed } from "./live-grants.ts";
import type { ProviderParts } from "./parts.ts";
import type { Redemption } from "./request-scope.ts";

const puts = (dynamo: Dynamo, table: "tokens" | "events", rows: readonly Row[]): TransactItem[] =>
  rows.map((Item) => ({ Put: { TableName: dynamo.name(table), Item } }));

/**
 * T39: what a code gives, with the record of the sign-in, all or nothing, and only while consent, account and session stand as they were
 * read: nothing leaves after a revocation or a sign-out was answered. False when one of them is gone.
 */
export async function redeem(
  { dynamo }: Pick<ProviderParts, "dynamo">,
  { grantId, sessionKey }: Redemption,
  tokens: readonly Row[],
  events: readonly Row[],
): Promise<boolean> {
  const grant = readGrantId(grantId);
  if (grant === undefined) return false;
  const refused = await dynamo.transact([
    ...puts(dynamo, "tokens", tokens),
    ...puts(dynamo, "events", events),
    ...stillAllowed(dynamo, grant),
    {
      ConditionCheck: {
        TableName: dynamo.name("sessions"),
        Key: { userId: grant.userId, sessionKey },
        ConditionExpression: "attribute_exists(userId)",
      },
    },
  ]);
  return refused.size === 0;
}

/** A person's decision is good for one code, however often their browser, or a copy of it, comes with it. False when it was used. */
export async function spendDecision(
  { dynamo, clock, policy }: Pick<ProviderParts, "dynamo" | "clock" | "policy">,
  { uid }: Interaction,
  tokens: readonly Row[],
): Promise<boolean> {
  const refused = await dynamo.transact([
    ...puts(dynamo, "tokens", tokens),
    {
      Put: {
        TableName: dynamo.name("once"),
        Item: { id: `interaction#${uid}`, cleanAt: cleanAt(clock.now() + 2 * policy.oidc.interaction * 1_000) },
        ConditionExpression: "attribute_not_exists(id)",
      },
    },
  ]);
  return refused.size === 0;
}
