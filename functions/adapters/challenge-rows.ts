import type { CodeSubject } from "../ports/challenges.ts";
import type { Intent } from "../ports/messages.ts";
import { cleanAt, type Row, type TransactItem } from "./dynamo.ts";
import type { Parts } from "./parts.ts";

export interface Writing {
  readonly challengeId: string;
  readonly contacts: string;
  readonly expiresAt: number;
  readonly now: number;
}

/** A new challenge where there is none, or where the one there is used, expired, out of tries or for other contacts, and its gap is over. */
export function newChallenge(
  { dynamo, policy }: Parts,
  subject: CodeSubject,
  { challengeId, contacts, expiresAt, now }: Writing,
  { messageId }: Intent,
): TransactItem {
  return {
    Put: {
      TableName: dynamo.name("challenges"),
      Item: {
        subject: subject.subject,
        challengeId,
        messageId,
        contactKey: contacts,
        expiresAt,
        sentAt: now,
        tries: 0,
        cleanAt: cleanAt(expiresAt) + 3_600,
      },
      ConditionExpression:
        "attribute_not_exists(subject) OR ((expiresAt < :now OR attribute_exists(usedBy) OR tries >= :most OR contactKey <> :contacts) AND sentAt <= :before)",
      ExpressionAttributeValues: {
        ":now": now,
        ":most": policy.code.tries,
        ":contacts": contacts,
        ":before": now - policy.code.gap * 1_000,
      },
      ReturnValuesOnConditionCheckFailure: "ALL_OLD",
    },
  };
}

export function sentAgain(
  { dynamo, policy }: Parts,
  subject: CodeSubject,
  row: Row,
  { messageId }: Intent,
  now: number,
): TransactItem {
  return {
    Update: {
      TableName: dynamo.name("challenges"),
      Key: { subject: subject.subject },
      UpdateExpression: "SET sentAt = :now, messageId = :message",
      ConditionExpression:
        "challengeId = :id AND sentAt = :sent AND expiresAt >= :now AND tries < :most AND attribute_not_exists(usedBy)",
      ExpressionAttributeValues: {
        ":now": now,
        ":message": messageId,
        ":id": row.challengeId,
        ":sent": row.sentAt,
        ":most": policy.code.tries,
      },
      ReturnValuesOnConditionCheckFailure: "ALL_OLD",
    },
  };
}

export function liveFlow(
  { dynamo }: Parts,
  { flowId, revision }: NonNullable<CodeSubject["flow"]>,
  contacts: string,
): TransactItem {
  return {
    ConditionCheck: {
      TableName: dynamo.name("flows"),
      Key: { flowId },
      ConditionExpression: "#status IN (:pending, :verified) AND revision = :revision AND contactKey = :contacts",
      ExpressionAttributeNames: { "#status": "status" },
      ExpressionAttributeValues: {
        ":pending": "PENDING",
        ":verified": "VERIFIED",
        ":revision": revision,
        ":contacts": contacts,
      },
    },
  };
}
