import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { intentRow } from "../../functions/adapters/intents.ts";
import { partsOf } from "../../functions/adapters/parts.ts";
import { systemIds } from "../../functions/adapters/system.ts";
import { readSettings } from "../../functions/contract/settings.ts";
import type { Intent } from "../../functions/ports/messages.ts";
import type { Service } from "../service/service.ts";

let messages = 0;

/** A message that the job is to send at once, as a request writes one. Its ways are those it is given contacts for. */
export async function written(
  service: Service,
  to: { email?: string; mobile?: string },
  change: { until?: number; sender?: "writer" | "due-at-once" } = {},
): Promise<Intent> {
  messages += 1;
  const { sender = "due-at-once", ...more } = change;
  const intent: Intent = {
    messageId: `written-${messages}-${service.random()}`,
    attempts: 0,
    states: { ...(to.email && { email: "waiting" }), ...(to.mobile && { sms: "waiting" }) },
    message: { kind: "code-reset", language: "zh-TW", words: { code: "204817", minutes: 10 }, ...to, ...more },
  };
  const { clock, environment } = service;
  const { dynamo, keys, policy } = partsOf(readSettings(environment), { environment, clock, ids: systemIds });
  await dynamo.send(new PutCommand(await intentRow(dynamo, keys, intent, clock.now(), policy, sender)));
  return intent;
}

/** The stream's record of a new row. */
export const recordOf = ({ messageId }: Pick<Intent, "messageId">) => ({
  eventID: "1",
  eventName: "INSERT",
  eventSource: "aws:dynamodb",
  dynamodb: { Keys: { messageId: { S: messageId } }, SequenceNumber: "1", StreamViewType: "KEYS_ONLY" },
});
