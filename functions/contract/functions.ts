import { accountFunctions } from "./functions/accounts.ts";
import { applicationFunctions } from "./functions/applications.ts";
import { applyingFunctions } from "./functions/applying.ts";
import { jobFunctions } from "./functions/jobs.ts";
import type { FunctionSpec } from "./functions/spec.ts";
import type { ApiFunction } from "./routes.ts";

export type { CognitoAction, DynamoAction, FunctionSpec, PictureAction } from "./functions/spec.ts";

/** Every Lambda of the service, once: what it does and all it may touch. */
export const functions = {
  ...applyingFunctions,
  ...accountFunctions,
  ...applicationFunctions,
  ...jobFunctions,
} as const satisfies Record<ApiFunction | "jobs", FunctionSpec>;

export type FunctionName = keyof typeof functions;
