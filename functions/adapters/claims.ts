import { isAccountEmail } from "../person/account-name.ts";
import type { Keys } from "../ports/keys.ts";
import type { Dynamo, Row, TransactItem } from "./dynamo.ts";

/** Rows that point from an identifier to a user id: uniqueness by key, expiry in the condition (T44). */
export const nameClaim = (accountName: string): string => `name#${accountName}`;
/** Of an account as typed to sign in: a name, or the address of 其他, which stands in no key (M20). */
export const accountClaim = async (keys: Keys, account: string): Promise<string> =>
  isAccountEmail(account) ? `email#${await keys.mac("account-email", account)}` : nameClaim(account);
/** Of an account's row: 其他 have theirs there in place of a name. */
export const rowClaim = ({ accountName }: Row): string =>
  isEmailClaim(accountName) ? accountName : nameClaim(String(accountName));
export const isEmailClaim = (accountName: unknown): accountName is string => String(accountName).startsWith("email#");
export const personClaim = (personKey: string): string => `person#${personKey}`;

interface Holder {
  readonly flowId: string;
  readonly userId: string;
}

/** Takes a claim that is free, already this flow's, or held past its time by a flow that gave up. */
export function holdClaim(dynamo: Dynamo, claim: string, holder: Holder, now: number, heldUntil: number): TransactItem {
  return {
    Put: {
      TableName: dynamo.name("claims"),
      Item: { claim, flowId: holder.flowId, userId: holder.userId, state: "HELD", heldUntil },
      ConditionExpression:
        "attribute_not_exists(claim) OR (flowId = :flow AND #state = :held) OR (#state = :held AND heldUntil < :now)",
      ExpressionAttributeNames: { "#state": "state" },
      ExpressionAttributeValues: { ":flow": holder.flowId, ":held": "HELD", ":now": now },
      ReturnValuesOnConditionCheckFailure: "ALL_OLD",
    },
  };
}

/** Changes a claim that this flow still holds: a later `heldUntil`, or OWNED for good. */
export function keepClaim(
  dynamo: Dynamo,
  claim: string,
  flowId: string,
  change: { heldUntil: number } | "own",
): TransactItem {
  const own = change === "own";
  const values: Row = {
    ":flow": flowId,
    ":held": "HELD",
    ...(own ? { ":owned": "OWNED" } : { ":until": change.heldUntil }),
  };
  return {
    Update: {
      TableName: dynamo.name("claims"),
      Key: { claim },
      UpdateExpression: own ? "SET #state = :owned REMOVE heldUntil" : "SET heldUntil = :until",
      ConditionExpression: "flowId = :flow AND #state = :held",
      ExpressionAttributeNames: { "#state": "state" },
      ExpressionAttributeValues: values,
    },
  };
}

/** A claim that is this account's for good: taken when it is free, when its holder gave up, or when it is the account's already. */
export function ownClaim(dynamo: Dynamo, claim: string, userId: string, now: number) {
  return {
    TableName: dynamo.name("claims"),
    Item: { claim, userId, state: "OWNED" },
    ConditionExpression: "attribute_not_exists(claim) OR userId = :user OR (#state = :held AND heldUntil < :now)",
    ExpressionAttributeNames: { "#state": "state" },
    ExpressionAttributeValues: { ":user": userId, ":held": "HELD", ":now": now },
  };
}

/** A claim that becomes this account's for good, once: refused with the row as it stands when it is anybody's already, its own too. */
export function newClaim(dynamo: Dynamo, claim: string, userId: string, now: number) {
  return {
    TableName: dynamo.name("claims"),
    Item: { claim, userId, state: "OWNED" },
    ConditionExpression: "attribute_not_exists(claim) OR (#state = :held AND heldUntil < :now)",
    ExpressionAttributeNames: { "#state": "state" },
    ExpressionAttributeValues: { ":held": "HELD", ":now": now },
    ReturnValuesOnConditionCheckFailure: "ALL_OLD" as const,
  };
}

/** Deletes a claim if this flow still holds it; somebody else's is left alone. */
export function freeClaim(dynamo: Dynamo, claim: string, flowId: string) {
  return {
    TableName: dynamo.name("claims"),
    Key: { claim },
    ConditionExpression: "flowId = :flow AND #state = :held",
    ExpressionAttributeNames: { "#state": "state" },
    ExpressionAttributeValues: { ":flow": flowId, ":held": "HELD" },
  };
}
