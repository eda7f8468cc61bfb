import type { RouteKey } from "../../functions/contract/routes.ts";
import { cellsOf } from "./cells.ts";

export const activateRoute = "POST /api/activate" satisfies RouteKey;

/** §5.2 Activate as the calls it is: R1–R3, the vault lets the user in, the profile ACTIVE last; then the notice. */
export const activateSteps = [
  { name: "the read of the grant", at: "dynamodb.BatchGetItem accounts+flows" },
  { name: "R2 take away", at: "dynamodb.TransactWriteItems accounts+audit+flows+messages" },
  { name: "R3 AdminSetUserPassword", at: "cognito.AdminSetUserPassword" },
  { name: "AdminEnableUser", at: "cognito.AdminEnableUser" },
  { name: "the profile ACTIVE", at: "dynamodb.TransactWriteItems accounts+flows" },
  { name: "the mail of the notice", at: "ses.SendEmail" },
  { name: "the SMS of the notice", at: "sns.Publish" },
  { name: "the booking of the notice", at: "dynamodb.UpdateItem messages" },
] as const;

export const activateCells = cellsOf(activateRoute, activateSteps);
