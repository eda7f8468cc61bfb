import { randomUUID } from "node:crypto";
import type { LoopbackAnswer } from "../loopback-server.ts";

/** An error in the shape of the AWS Query protocol; `code` is what the SDK names the error it throws. */
export class QueryError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** The values of `<prefix>.member.1`, `.2` … in order, as the Query protocol writes a list. */
export function members(parameters: URLSearchParams, prefix: string): string[] {
  const values: string[] = [];
  for (;;) {
    const value = parameters.get(`${prefix}.member.${values.length + 1}`);
    if (value === null) return values;
    values.push(value);
  }
}

export function messageIdAnswer(action: string, namespace: string, messageId: string): LoopbackAnswer {
  const id = escapeXml(messageId);
  return xml(
    200,
    `<${action}Response xmlns="${namespace}"><${action}Result><MessageId>${id}</MessageId></${action}Result>${metadata()}</${action}Response>`,
  );
}

export function errorAnswer({ code, message, status }: QueryError): LoopbackAnswer {
  const type = status < 500 ? "Sender" : "Receiver";
  const detail = `<Type>${type}</Type><Code>${escapeXml(code)}</Code><Message>${escapeXml(message)}</Message>`;
  return xml(status, `<ErrorResponse><Error>${detail}</Error><RequestId>${randomUUID()}</RequestId></ErrorResponse>`);
}

const metadata = () => `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata>`;

const xml = (status: number, body: string): LoopbackAnswer => ({
  status,
  headers: { "content-type": "text/xml" },
  body,
});

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** A control character has no form in XML 1.0: it becomes U+FFFD. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD")
    .replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
