import type { IncomingHttpHeaders } from "node:http";

export const services = {
  dynamodb: "AWS_ENDPOINT_URL_DYNAMODB",
  cognito: "AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER",
  ses: "AWS_ENDPOINT_URL_SES",
  sns: "AWS_ENDPOINT_URL_SNS",
  s3: "AWS_ENDPOINT_URL_S3",
} as const;
export type ServiceName = keyof typeof services;

/** One HTTP request of the SDK to a service, as it came by. */
export interface Call {
  /** `dynamodb.TransactWriteItems claims+flows`, `cognito.AdminCreateUser`, `ses.SendEmail`, `s3.PutObject`: tables without prefix, sorted. */
  readonly name: string;
  readonly service: ServiceName;
  /** The body as the service reads it: JSON, or the fields of a form. */
  readonly input: Record<string, unknown>;
  readonly body: string;
  /** The SDK's own id of the command: its tries share it. */
  readonly command: string;
  /** What the test said was going on, e.g. the route of the request. */
  readonly during: string;
}

const targets: Record<string, ServiceName> = {
  DynamoDB_20120810: "dynamodb",
  AWSCognitoIdentityProviderService: "cognito",
};
const actions: Record<string, ServiceName> = { SendEmail: "ses", SendRawEmail: "ses", Publish: "sns" };

/**
 * Which service and operation a request is for: JSON protocols name it in `X-Amz-Target`, query protocols in `Action`, and S3, the one
 * with paths, in `x-id` where it is about an object.
 */
export function readCall(headers: IncomingHttpHeaders, body: string, during: string, path = "/"): Call {
  const command = String(headers["amz-sdk-invocation-id"] ?? "");
  const { pathname, searchParams } = new URL(path, "http://aws");
  if (pathname !== "/") {
    const name = `s3.${searchParams.get("x-id") ?? "Bucket"}`;
    return { name, service: "s3", input: { path: pathname }, body, command, during };
  }
  const [prefix = "", operation = ""] = String(headers["x-amz-target"] ?? "").split(".");
  const service = targets[prefix];
  if (service !== undefined) {
    const input = JSON.parse(body) as Record<string, unknown>;
    const tables = service === "dynamodb" ? tablesIn(input) : [];
    const name = [`${service}.${operation}`, ...(tables.length === 0 ? [] : [tables.join("+")])].join(" ");
    return { name, service, input, body, command, during };
  }
  const input = Object.fromEntries(new URLSearchParams(body));
  const byAction = actions[input.Action ?? ""];
  if (byAction === undefined) throw new Error(`the proxy does not know the operation ${prefix} ${input.Action}`);
  return { name: `${byAction}.${input.Action}`, service: byAction, input, body, command, during };
}

/** Names of the tables in an input, without the prefix of the service that owns them. */
function tablesIn(input: Record<string, unknown>): string[] {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === "TableName" && typeof inner === "string") found.add(inner);
      else if (key === "RequestItems") for (const table of Object.keys(inner as object)) found.add(table);
      walk(inner);
    }
  };
  walk(input);
  return [...found].map((table) => table.slice(table.lastIndexOf("-") + 1)).sort();
}
