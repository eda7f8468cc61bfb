import type { Posting } from "./message.ts";
import { QueryError } from "./query-protocol.ts";

export const snsNamespace = "http://sns.amazonaws.com/doc/2010-03-31/";

/** SNS cuts a text message into parts and takes at most this many bytes in all (API reference, Publish). */
const maxBytes = 1600;

/** SNS API reference, Publish: here only to one phone number. */
export function publish(parameters: URLSearchParams): Posting {
  const to = parameters.get("PhoneNumber");
  const text = parameters.get("Message");
  if (to === null) throw new QueryError("UnsupportedOperation", "the stand-in publishes to a PhoneNumber only");
  if (!/^\+[1-9]\d{6,14}$/.test(to)) {
    throw invalid(`PhoneNumber Reason: ${to} is not valid to publish to`);
  }
  if (text === null || text === "") throw invalid("Empty message");
  if (Buffer.byteLength(text) > maxBytes) throw invalid("Message too long");
  return { channel: "sms", recipients: [to], from: senderId(parameters), subject: null, text, html: null };
}

const invalid = (reason: string) => new QueryError("InvalidParameter", `Invalid parameter: ${reason}`);

function senderId(parameters: URLSearchParams): string | null {
  for (let entry = 1; ; entry += 1) {
    const name = parameters.get(`MessageAttributes.entry.${entry}.Name`);
    if (name === null) return null;
    if (name === "AWS.SNS.SMS.SenderID") return parameters.get(`MessageAttributes.entry.${entry}.Value.StringValue`);
  }
}
