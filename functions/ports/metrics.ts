/** Business counts for alarms (OPS 1): names only, no dimensions that could name a person. */
export type MetricName =
  | "SignInSucceeded"
  | "SignInFailed"
  | "CodeSent"
  | "CodeWrong"
  | "CodeRight"
  | "MessageFailed"
  | "RegistrationAbandoned";

export interface Metrics {
  count(name: MetricName): void;
}
