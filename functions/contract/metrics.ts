/** The CloudWatch namespace of the business counts (OPS 1): the functions write it, the operations stack alarms on it. */
export const metricNamespace = "educloud-account";

/** Names only, with the function as the one dimension: nothing that could name a person. */
export type MetricName =
  | "SignInSucceeded"
  | "SignInFailed"
  | "CodeSent"
  | "CodeWrong"
  | "CodeRight"
  | "MessageFailed"
  | "RegistrationAbandoned"
  | "CountySignIn"
  | "CountyRefused"
  | "CountyDown"
  | "PasswordReset"
  | "AccountActivated"
  | "AccountDisabled"
  | "CaseOpened"
  | "MailBounced";
