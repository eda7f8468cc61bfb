import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Clock } from "../ports/clock.ts";
import type { MailOutcome, MailOutcomes } from "../ports/messages.ts";
import { markBounced } from "./bounces.ts";
import { type Dynamo, type Row, refusedRow } from "./dynamo.ts";

/**
 * Outcomes of mails on their messages' rows, in an attribute of their own: an event may be faster than the booking of "accepted", and
 * neither must undo the other. The address is known by the key that the row keeps, so that no event need carry it.
 */
export function dynamoMailOutcomes({ dynamo, clock }: { dynamo: Dynamo; clock: Clock }): MailOutcomes {
  return {
    async book(messageId, { outcome, unreachable }) {
      const row = await booked(dynamo, messageId, outcome);
      if (row?.messageId === undefined) return false;
      // Also when it was booked before: the run that booked it may have ended before it marked the address.
      if (unreachable && row.addressKey !== undefined) await markBounced(dynamo, clock, String(row.addressKey));
      return true;
    },
  };
}

/** The row as it stands after this event; undefined or empty when there is none. */
async function booked(dynamo: Dynamo, messageId: string, outcome: MailOutcome): Promise<Row | undefined> {
  const isFirst = "attribute_exists(messageId) AND attribute_not_exists(mailOutcome)";
  const afterDelivery =
    "attribute_exists(messageId) AND (attribute_not_exists(mailOutcome) OR mailOutcome = :delivered)";
  try {
    const { Attributes } = await dynamo.send(
      new UpdateCommand({
        TableName: dynamo.name("messages"),
        Key: { messageId },
        UpdateExpression: "SET mailOutcome = :outcome",
        ConditionExpression: outcome === "delivered" ? isFirst : afterDelivery,
        ExpressionAttributeValues: {
          ":outcome": outcome,
          ...(outcome === "delivered" ? {} : { ":delivered": "delivered" }),
        },
        ReturnValues: "ALL_NEW",
        ReturnValuesOnConditionCheckFailure: "ALL_OLD",
      }),
    );
    return Attributes;
  } catch (error) {
    const row = refusedRow(error);
    if (row === undefined) throw error;
    return row;
  }
}
