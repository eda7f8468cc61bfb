import { messageIdTag } from "./mail-events.ts";
import type { Posting } from "./message.ts";
import { members, QueryError } from "./query-protocol.ts";
import { readRawMail } from "./raw-mail.ts";

export const sesNamespace = "http://ses.amazonaws.com/doc/2010-12-01/";

/** SES API reference, SendEmail: the whole message is given in parts. */
export function sendEmail(parameters: URLSearchParams): Posting {
  const lists = ["Destination.ToAddresses", "Destination.CcAddresses", "Destination.BccAddresses"];
  const posting: Posting = {
    channel: "email",
    recipients: lists.flatMap((list) => members(parameters, list)),
    from: required(parameters, "Source"),
    subject: required(parameters, "Message.Subject.Data"),
    text: parameters.get("Message.Body.Text.Data"),
    html: parameters.get("Message.Body.Html.Data"),
    tag: messageIdTag(parameters),
  };
  if (posting.text === null && posting.html === null) throw missing("Message.Body");
  return checked(posting);
}

/** SES API reference, SendRawEmail: recipients come from Destinations, else from the message's own header. */
export function sendRawEmail(parameters: URLSearchParams): Posting {
  const mail = readRawMail(Buffer.from(required(parameters, "RawMessage.Data"), "base64"));
  const named = members(parameters, "Destinations");
  const from = parameters.get("Source") ?? mail.from;
  if (from === null) throw new QueryError("InvalidParameterValue", "Missing required header 'From'.");
  const { subject, text, html } = mail;
  return checked({ channel: "email", recipients: named.length > 0 ? named : mail.to, from, subject, text, html });
}

/** What SES refuses too; a line break in a header field would let a text add headers (T24). */
function checked(posting: Posting): Posting {
  if (posting.recipients.length === 0) throw new QueryError("InvalidParameterValue", "No recipients specified");
  if (posting.recipients.length > 50) throw new QueryError("InvalidParameterValue", "Recipient count exceeds 50.");
  for (const address of [posting.from ?? "", ...posting.recipients]) checkAddress(address);
  if (hasControl(posting.subject ?? "")) {
    throw new QueryError("InvalidParameterValue", "Subject contains control characters");
  }
  return posting;
}

function checkAddress(address: string): void {
  if (hasControl(address)) throw new QueryError("InvalidParameterValue", "Address contains control or whitespace");
  const bare = /<([^<>]*)>$/.exec(address)?.[1] ?? address;
  if (!bare.includes("@")) throw new QueryError("InvalidParameterValue", "Missing final '@domain'");
  if (!/^[^\s@]+@[^\s@]+$/.test(bare)) throw new QueryError("InvalidParameterValue", "Illegal address");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const hasControl = (text: string): boolean => /[\u0000-\u001f\u007f]/.test(text);

function required(parameters: URLSearchParams, name: string): string {
  const value = parameters.get(name);
  if (value === null || value === "") throw missing(name);
  return value;
}

const missing = (name: string) =>
  new QueryError(
    "ValidationError",
    `1 validation error detected: Value null at '${name}' failed to satisfy constraint: Member must not be null`,
  );
