import type { RouteKey } from "../../functions/contract/routes.ts";
import type { FaultRule } from "./lane.ts";

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

const columns: Record<string, Pick<FaultRule, "mode" | "tries">> = {
  "all tries fail before their effect": { mode: "before" },
  "all answers are lost after their effect": { mode: "after" },
  "one answer is lost after its effect": { mode: "after", tries: "one" },
  "it runs twice": { mode: "dup" },
  "the handler crashes right after": { mode: "crash" },
};

export const activateCells = activateSteps.flatMap((step) =>
  Object.entries(columns).map(([column, fault]) => ({
    cell: `${step.name}, ${column}`,
    fault: { ...fault, at: step.at, during: activateRoute } satisfies FaultRule,
  })),
);
