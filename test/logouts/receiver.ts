import type { IncomingMessage, ServerResponse } from "node:http";
import { formOf, openSampleServer } from "../../lib/local/sample-server.ts";

export interface Told {
  /** The logout token of a form, or the body that is an event. */
  readonly token: string;
  readonly accept: string | undefined;
  readonly contentType: string | undefined;
  readonly method: string | undefined;
}

type Answer = (response: ServerResponse, request: IncomingMessage) => unknown;

/** An application's address for logout tokens or events, on this machine: notes what it is told and answers as it likes. */
export async function receiver(answer: Answer = answering(200)) {
  const told: Told[] = [];
  let next: Answer[] = [];
  const server = await openSampleServer("A receiver");
  server.serve(async (request, response) => {
    const body = await formOf(request);
    const token = new URLSearchParams(body).get("logout_token") ?? body ?? "";
    const { accept, "content-type": contentType } = request.headers;
    told.push({ token, accept, contentType, method: request.method });
    await (next.shift() ?? answer)(response, request);
  });
  return {
    address: `${server.origin}/back-channel`,
    told,
    /** The next answers; then as before. */
    nextAnswers: (...answers: Answer[]) => {
      next = answers;
    },
    stop: server.stop,
  };
}
export type Receiver = Awaited<ReturnType<typeof receiver>>;

export const answering =
  (status: number, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(status, headers).end();
