import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { ApiFunction } from "../../functions/contract/routes.ts";

/** One loader a function, spelled out: a templated import() breaks in a bundle. Loaded after the environment is set. */
const loaders = {
  captcha: () => import("../../functions/captcha/handler.ts"),
  register: () => import("../../functions/register/handler.ts"),
  "verify-code": () => import("../../functions/verify-code/handler.ts"),
  "sign-in": () => import("../../functions/sign-in/handler.ts"),
  "my-account": () => import("../../functions/my-account/handler.ts"),
  "county-callback": () => import("../../functions/county-callback/handler.ts"),
  "reset-password": () => import("../../functions/reset-password/handler.ts"),
  "forgot-account": () => import("../../functions/forgot-account/handler.ts"),
  "activate-account": () => import("../../functions/activate-account/handler.ts"),
  "contact-us": () => import("../../functions/contact-us/handler.ts"),
  oidc: () => import("../../functions/oidc/handler.ts"),
  "link-legacy-account": () => import("../../functions/link-legacy-account/handler.ts"),
  pictures: () => import("../../functions/pictures/handler.ts"),
} satisfies Record<ApiFunction, () => Promise<{ handler: unknown }>>;

export type ApiHandler = (
  event: APIGatewayProxyEventV2,
  context: { awsRequestId: string },
) => Promise<APIGatewayProxyStructuredResultV2>;
export type ApiHandlers = Readonly<Record<ApiFunction, ApiHandler>>;
export type JobsHandler = (event: unknown) => Promise<unknown>;

export async function loadHandlers(): Promise<{ api: ApiHandlers; jobs: JobsHandler }> {
  const entries = await Promise.all(
    Object.entries(loaders).map(
      async ([name, load]) => [name, (await load()).handler as unknown as ApiHandler] as const,
    ),
  );
  const { handler } = await import("../../functions/jobs/handler.ts");
  return { api: Object.fromEntries(entries) as ApiHandlers, jobs: handler };
}
