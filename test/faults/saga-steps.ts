import { routeOf, type Step } from "./applicant.ts";

/** The steps of the saga (S0–S9) that go over the wire, as the calls they are. */
export interface SagaStep {
  readonly name: string;
  readonly step: Step;
  readonly at: string;
}

export const sagaSteps: readonly SagaStep[] = [
  { name: "S0 captcha and limiter", step: "identity", at: "dynamodb.TransactWriteItems limits+once" },
  { name: "S0 roster match", step: "identity", at: "dynamodb.BatchGetItem claims+roster" },
  { name: "S0 booking of the look-up", step: "identity", at: "dynamodb.UpdateItem limits" },
  { name: "S1 claims", step: "account", at: "dynamodb.TransactWriteItems claims+flows" },
  { name: "S2 code and intents", step: "send", at: "dynamodb.TransactWriteItems challenges+flows+limits+messages" },
  { name: "S3 mail", step: "send", at: "ses.SendEmail" },
  { name: "S4 SMS", step: "send", at: "sns.Publish" },
  { name: "S4 booking of what was sent", step: "send", at: "dynamodb.UpdateItem messages" },
  { name: "S5 breaker", step: "check", at: "dynamodb.BatchGetItem limits" },
  { name: "S5 reserved try", step: "check", at: "dynamodb.UpdateItem challenges" },
  { name: "S5 success", step: "check", at: "dynamodb.TransactWriteItems challenges+flows+limits+messages" },
  { name: "S6a CREATING", step: "complete", at: "dynamodb.TransactWriteItems claims+flows" },
  { name: "S6 AdminCreateUser", step: "complete", at: "cognito.AdminCreateUser" },
  { name: "S7 AdminSetUserPassword", step: "complete", at: "cognito.AdminSetUserPassword" },
  {
    name: "S8 ACTIVE",
    step: "complete",
    at: "dynamodb.TransactWriteItems accounts+audit+claims+flows+messages",
  },
  { name: "S9 welcome mail", step: "complete", at: "ses.SendEmail" },
  { name: "S9 booking of the welcome", step: "complete", at: "dynamodb.UpdateItem messages" },
];

export const rule = ({ step, at }: SagaStep) => ({ at, during: routeOf[step] });
