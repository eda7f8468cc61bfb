import { randomUUID } from "node:crypto";
import { type LoopbackAnswer, type LoopbackServer, serveLoopback } from "./loopback-server.ts";

const maxBytes = 64 * 1024;

/** An error in the shape of AWS JSON 1.1; `type` is the name the SDK gives the error it throws. */
export class AwsJsonError extends Error {
  readonly type: string;
  readonly status: number;

  constructor(type: string, message: string, status = 400) {
    super(message);
    this.type = type;
    this.status = status;
  }
}

export type AwsJsonOptions = {
  /** What stands before the dot in X-Amz-Target. */
  service: string;
  /** Given the operation's name and the parsed body; returns the answer's body or throws AwsJsonError. */
  answer: (operation: string, body: unknown) => Promise<object>;
  host?: string | undefined;
};

/** Serves one AWS service of the protocol JSON 1.1 on a free port of this machine. */
export function serveAwsJson({ service, answer, host }: AwsJsonOptions): Promise<LoopbackServer> {
  return serveLoopback(
    async ({ headers, body }) => {
      try {
        const operation = operationOf(headers["x-amz-target"], service);
        return json(200, await answer(operation, parsed(body)));
      } catch (error) {
        if (error instanceof AwsJsonError) return json(error.status, { __type: error.type, message: error.message });
        console.error(`The stand-in for ${service} failed:`, error);
        return json(500, { __type: "InternalErrorException", message: "The stand-in failed: its console says why." });
      }
    },
    { host, maxBytes },
  );
}

function operationOf(target: string | string[] | undefined, service: string): string {
  const prefix = `${service}.`;
  if (typeof target !== "string" || !target.startsWith(prefix)) {
    throw new AwsJsonError("UnknownOperationException", `X-Amz-Target must name an operation of ${service}.`);
  }
  return target.slice(prefix.length);
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // The parser's own message quotes the body, which may hold a password.
    throw new AwsJsonError("SerializationException", "The body is not JSON.");
  }
}

function json(status: number, body: object): LoopbackAnswer {
  return {
    status,
    headers: { "content-type": "application/x-amz-json-1.1", "x-amzn-requestid": randomUUID() },
    body: JSON.stringify(body),
  };
}
