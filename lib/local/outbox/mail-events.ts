import { QueryError } from "./query-protocol.ts";

/** What the cloud's rules make of an event of SES: the job's event, without an address. */
export interface MailEvent {
  readonly job: "mail-event";
  readonly messageId: string;
  readonly happened: "delivered" | "bounced-for-good" | "rejected";
}

/** What becomes of a mail on this machine, by its address: `bounce@…` and `reject@…` are for trying out, everything else arrives. */
export function mailEventOf(messageId: string, to: string): MailEvent {
  const happened = /^bounce@/i.test(to) ? "bounced-for-good" : /^reject@/i.test(to) ? "rejected" : "delivered";
  return { job: "mail-event", messageId, happened };
}

/**
 * The tag by which the service knows its own mail again. SES API reference, MessageTag: ASCII letters, digits, _ and - (a value also
 * . and @), up to 256. Undefined when the mail has none.
 */
export function messageIdTag(parameters: URLSearchParams): string | undefined {
  for (let entry = 1; ; entry += 1) {
    const name = parameters.get(`Tags.member.${entry}.Name`);
    if (name === null) return undefined;
    const value = parameters.get(`Tags.member.${entry}.Value`) ?? "";
    if (!/^[\w-]{1,256}$/.test(name) || !/^[\w.@-]{1,256}$/.test(value))
      throw new QueryError("InvalidParameterValue", "A message tag has a character that is not allowed");
    if (name === "messageId") return value;
  }
}
