import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { type LoopbackAnswer, type LoopbackServer, serveLoopback } from "../loopback-server.ts";
import { type MailEvent, mailEventOf } from "./mail-events.ts";
import type { OutboxMessage, Posting } from "./message.ts";
import { openMessageFile } from "./message-file.ts";
import { answerPage, type PageAnswer, type PageRequest } from "./page.ts";
import { errorAnswer, messageIdAnswer, QueryError } from "./query-protocol.ts";
import { sendEmail, sendRawEmail, sesNamespace } from "./ses.ts";
import { publish, snsNamespace } from "./sns.ts";

export type { MailEvent } from "./mail-events.ts";
export type { OutboxMessage } from "./message.ts";
export type { PageAnswer, PageRequest } from "./page.ts";

/** SES takes messages of up to 10 MB; base64 and percent signs make the request longer. */
const maxBytes = 16 * 1024 * 1024;

const actions: ReadonlyMap<string, { namespace: string; read: (parameters: URLSearchParams) => Posting }> = new Map([
  ["SendEmail", { namespace: sesNamespace, read: sendEmail }],
  ["SendRawEmail", { namespace: sesNamespace, read: sendRawEmail }],
  ["Publish", { namespace: snsNamespace, read: publish }],
]);

export type Outbox = LoopbackServer & {
  /** Newest first, at most 1,000. */
  messages(): OutboxMessage[];
  /** Answers GET /local/outbox: a page, or `{"messages": […]}` for `Accept: application/json`; `?to=` names one recipient. */
  handlePage(request: PageRequest): PageAnswer;
  /** Tells this one listener, from now on, what becomes of each mail that came with the service's own id. */
  hearOfMails(listener: (event: MailEvent) => unknown): void;
};

export type OutboxOptions = {
  dataDir: string;
  host?: string | undefined;
  now?: (() => Date) | undefined;
  warn?: ((sentence: string) => void) | undefined;
};

/**
 * Stands in for SES and SNS at one address: SendEmail, SendRawEmail and Publish to a phone number are kept under
 * `<dataDir>/outbox/` and nothing leaves this machine. Any other action is refused with a warning.
 * @throws StartUpError when the folder cannot be written or its file is damaged
 */
export async function startOutbox(options: OutboxOptions): Promise<Outbox> {
  const { dataDir, host, now = () => new Date(), warn = console.warn } = options;
  const kept = await openMessageFile(join(dataDir, "outbox"));
  let listener: (event: MailEvent) => unknown = () => undefined;

  async function deliver(body: string): Promise<LoopbackAnswer> {
    const parameters = new URLSearchParams(body);
    const name = parameters.get("Action") ?? "";
    const action = actions.get(name);
    if (action === undefined) {
      warn(`Outbox: the stand-in for SES and SNS does not support ${JSON.stringify(name.slice(0, 100))}`);
      throw new QueryError("InvalidAction", `the stand-in does not support ${name}`);
    }
    const { recipients, tag, ...message } = action.read(parameters);
    const messageId = randomUUID();
    const receivedAt = now().toISOString();
    await kept.add(recipients.map((to) => ({ messageId, to, receivedAt, ...message })));
    if (tag !== undefined) listener(mailEventOf(tag, recipients[0] ?? ""));
    return messageIdAnswer(name, action.namespace, messageId);
  }

  const server = await serveLoopback(
    ({ body }) =>
      deliver(body).catch((error: unknown) => {
        if (error instanceof QueryError) return errorAnswer(error);
        throw error;
      }),
    { host, maxBytes },
  );
  return {
    ...server,
    messages: kept.messages,
    handlePage: (request) => answerPage(request, kept.messages()),
    hearOfMails(next) {
      listener = next;
    },
  };
}
