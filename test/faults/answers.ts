import type { ServiceName } from "./calls.ts";

export interface Answered {
  readonly status: number;
  readonly headers: Record<string, string | string[]>;
  readonly body: Buffer;
}

/** What AWS itself answers when it is broken, too busy, or a transaction met another one: names the SDK knows and tries again. */
const broken: Record<ServiceName, [number, string]> = {
  dynamodb: [500, "InternalServerError"],
  cognito: [500, "InternalErrorException"],
  ses: [500, "InternalFailure"],
  sns: [500, "InternalError"],
  s3: [500, "InternalError"],
};
const busy: Record<ServiceName, [number, string]> = {
  dynamodb: [400, "ProvisionedThroughputExceededException"],
  cognito: [400, "TooManyRequestsException"],
  ses: [400, "Throttling"],
  sns: [400, "Throttling"],
  s3: [503, "SlowDown"],
};

export const brokenAnswer = (service: ServiceName) => errorAnswer(service, ...broken[service]);
export const busyAnswer = (service: ServiceName) => errorAnswer(service, ...busy[service]);
/** An error that no SDK tries again: a handler that has crashed makes no further call. */
export const crashedAnswer = (service: ServiceName) => errorAnswer(service, 400, "HandlerHasCrashed");
export const conflictAnswer = () =>
  errorAnswer("dynamodb", 400, "TransactionCanceledException", {
    CancellationReasons: [{ Code: "TransactionConflict" }],
  });

function errorAnswer(service: ServiceName, status: number, code: string, more: object = {}): Answered {
  const isXml = service === "ses" || service === "sns" || service === "s3";
  const type = status >= 500 ? "Receiver" : "Sender";
  const error = `<Error><Type>${type}</Type><Code>${code}</Code><Message>made by the proxy</Message></Error>`;
  const body = isXml
    ? service === "s3"
      ? error
      : `<ErrorResponse>${error}</ErrorResponse>`
    : JSON.stringify({ __type: code, message: "made by the proxy", ...more });
  return {
    status,
    headers: { "content-type": isXml ? "text/xml" : "application/x-amz-json-1.0" },
    body: Buffer.from(body),
  };
}
