/** The CloudWatch namespace of the business counts (OPS 1): the functions write it, the operations stack alarms on it. */
export const metricNamespace = "educloud-account";

/** Names only, with the function as the one dimension: nothing that could name a person. */
export type MetricName =
  | "SignInSucceeded"
  | "SignInFailed"
  | "SecondFactorAsked"
  | "SecondFactorWrong"
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
  | "LegacyLinked"
  | "LegacyPasswordWrong"
  | "LegacyPasswordRight"
  | "MailBounced"
  /** A code or a refresh token of an application came a second time: its family ended (T31, T38). */
  | "TokensReplayed"
  /** The audit records of a day are not as they were written (T27). */
  | "AuditBroken"
  /** An application was not told of a sign-out, however often it was tried (T41). */
  | "LogoutFailed"
  /** An application did not take an event, however often it was tried (M82). */
  | "NotificationFailed";
