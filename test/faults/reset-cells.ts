import type { RouteKey } from "../../functions/contract/routes.ts";
import { cellsOf } from "./cells.ts";

export const resetRoute = "POST /api/reset-password" satisfies RouteKey;

/** R2–R4 and the notice as the calls they are. The sessions of before are dead from R2 on. */
export const resetSteps = [
  { name: "the read of the grant", at: "dynamodb.BatchGetItem accounts+flows" },
  { name: "R2 take away", at: "dynamodb.TransactWriteItems accounts+audit+flows+logouts+messages" },
  { name: "R3 AdminSetUserPassword", at: "cognito.AdminSetUserPassword" },
  { name: "R4 give back", at: "dynamodb.TransactWriteItems accounts+flows" },
  { name: "the mail of the notice", at: "ses.SendEmail" },
  { name: "the SMS of the notice", at: "sns.Publish" },
  { name: "the booking of the notice", at: "dynamodb.UpdateItem messages" },
] as const;

export const resetCells = cellsOf(resetRoute, resetSteps);
