import type { Keys } from "../ports/keys.ts";
import type { CodeDeliveries, Intent, MailOutcome } from "../ports/messages.ts";
import { contactKeyOf } from "./contact-key.ts";
import type { Dynamo } from "./dynamo.ts";

/** Two reads by key: the challenge names its last message. One for other contacts is none: they were changed since. */
export function dynamoCodeDeliveries({ dynamo, keys }: { dynamo: Dynamo; keys: Keys }): CodeDeliveries {
  return {
    async last({ subject, ...contacts }) {
      const [challenge] = await dynamo.batchGet([{ table: "challenges", key: { subject } }]);
      if (challenge?.messageId === undefined) return undefined;
      if (challenge.contactKey !== (await contactKeyOf(keys, contacts))) return undefined;
      const [row] = await dynamo.batchGet([{ table: "messages", key: { messageId: challenge.messageId } }]);
      if (row === undefined) return undefined;
      const told = row.mailOutcome as MailOutcome | undefined;
      return { ...(row.states as Intent["states"]), ...(told === undefined ? {} : { email: told }) };
    },
  };
}
