/** A message as one recipient gets it; an e-mail to two addresses is two of these with one `messageId`. */
export type OutboxMessage = {
  messageId: string;
  channel: "email" | "sms";
  to: string;
  /** Nobody is named as the sender of most text messages. */
  from: string | null;
  subject: string | null;
  text: string | null;
  /** The source of the HTML part; never to be put into a page unescaped. */
  html: string | null;
  /** ISO 8601, UTC. */
  receivedAt: string;
};

/** What a sending service hands over: one message, any number of recipients. */
export type Posting = Pick<OutboxMessage, "channel" | "from" | "subject" | "text" | "html"> & {
  recipients: string[];
  /** The id that the service gave its mail, for the events of it; not kept. */
  tag?: string | undefined;
};
