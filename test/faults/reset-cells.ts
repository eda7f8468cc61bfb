import type { RouteKey } from "../../functions/contract/routes.ts";
import type { FaultRule } from "./lane.ts";

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

/** The columns of §5.2: the SDK tries a call three times, and may itself be who runs a step twice. */
const columns: Record<string, Pick<FaultRule, "mode" | "tries">> = {
  "all tries fail before their effect": { mode: "before" },
  "all answers are lost after their effect": { mode: "after" },
  "one answer is lost after its effect": { mode: "after", tries: "one" },
  "it runs twice": { mode: "dup" },
  "the handler crashes right after": { mode: "crash" },
};

export const resetCells = resetSteps.flatMap((step) =>
  Object.entries(columns).map(([column, fault]) => ({
    cell: `${step.name}, ${column}`,
    fault: { ...fault, at: step.at, during: resetRoute } satisfies FaultRule,
  })),
);
