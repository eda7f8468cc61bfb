import type { CodeProof } from "../ports/challenges.ts";
import { idleDueAt } from "../ports/idle-accounts.ts";
import type { Intent } from "../ports/messages.ts";
import type { PublicFlow } from "../ports/public-registrations.ts";
import { auditItem } from "./audit-item.ts";
import { provedAnew } from "./bounces.ts";
import { provedItems } from "./challenges.ts";
import { accountClaim, keepClaim } from "./claims.ts";
import { cleanAt, type TransactItem } from "./dynamo.ts";
import { intentRow } from "./intents.ts";
import type { Parts } from "./parts.ts";
import { publicAccountRow } from "./public-account-row.ts";

/** The one transaction that makes an account of a registration of 其他 (S8): refused where the flow is not CREATING any more. */
export async function activationItems(
  parts: Parts,
  { flowId, ...made }: Pick<PublicFlow, "flowId" | "userId" | "person" | "picture">,
  welcome: Intent,
  proof: CodeProof | undefined,
): Promise<TransactItem[]> {
  const { dynamo, keys, clock, policy } = parts;
  const { userId, person } = made;
  const now = clock.now();
  const at = new Date(now).toISOString();
  return [
    {
      Update: {
        TableName: dynamo.name("flows"),
        Key: { flowId },
        UpdateExpression: "SET #status = :done, cleanAt = :clean REMOVE dueShard, dueAt, picture",
        ConditionExpression: "#status = :creating",
        ExpressionAttributeNames: { "#status": "status" },
        ExpressionAttributeValues: {
          ":done": "DONE",
          ":creating": "CREATING",
          ":clean": cleanAt(now + policy.registration.resultLife * 1_000),
        },
      },
    },
    keepClaim(dynamo, await accountClaim(keys, person.account), flowId, "own"),
    {
      Put: {
        TableName: dynamo.name("accounts"),
        Item: await publicAccountRow(keys, made, { createdAt: at, idleDueAt: idleDueAt(now, policy) }),
        ConditionExpression: "attribute_not_exists(userId)",
      },
    },
    auditItem(parts, { subject: userId, event: "account.created", now, detail: { flowId } }),
    { Put: await intentRow(dynamo, keys, welcome, now, policy) },
    await provedAnew(dynamo, keys, person.email),
    ...(proof === undefined ? [] : await provedItems(parts, proof, "any")),
  ];
}
