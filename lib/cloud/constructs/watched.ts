import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import { ComparisonOperator, Metric, Stats } from "aws-cdk-lib/aws-cloudwatch";
import type { UserPool, UserPoolClient } from "aws-cdk-lib/aws-cognito";
import { type FunctionName, type FunctionSpec, functions as specs } from "../../../functions/contract/functions.ts";
import type { StageSettings } from "../stages.ts";
import { counted, ratio, total } from "./business-metrics.ts";
import type { ContractFunction } from "./contract-function.ts";
import { type RunbookAlarmProps, window } from "./runbook-alarm.ts";

/** What there is to watch. */
export interface WatchedParts {
  readonly stage: StageSettings;
  readonly api: HttpApi;
  readonly functions: Readonly<Record<FunctionName, ContractFunction>>;
  readonly userPool: UserPool;
  readonly client: UserPoolClient;
}

type Watched = Readonly<Record<string, Omit<RunbookAlarmProps, "tells">>>;

/** Every alarm by the name of its runbook. */
export function watch({ stage, api, functions, userPool, client }: WatchedParts): Watched {
  const sending = (Object.keys(specs) as FunctionName[]).filter((name) => (specs[name] as FunctionSpec).sends);
  const deadLetters = Object.values(functions).flatMap(({ deadLetters: queue }) => queue ?? []);
  const ofPool = { UserPool: userPool.userPoolId, UserPoolClient: client.userPoolClientId };
  return {
    "api-errors": {
      metric: api.metricServerError({ statistic: Stats.SUM, period: window }),
      threshold: 5,
      says: "The API answered 5xx: something of ours or of AWS fails.",
    },
    throttled: {
      metric: total("throttled", [
        // Over the whole account, whose concurrency all functions share.
        new Metric({ namespace: "AWS/Lambda", metricName: "Throttles", statistic: Stats.SUM, period: window }),
        new Metric({
          namespace: "AWS/Cognito",
          metricName: "SignInThrottles",
          dimensionsMap: ofPool,
          statistic: Stats.SUM,
          period: window,
        }),
      ]),
      threshold: 10,
      says: "Lambda or Cognito takes no more: people are told to try again (T47).",
    },
    "dead-letters": {
      metric: total(
        "dead letters",
        deadLetters.map((queue) =>
          queue.metricApproximateNumberOfMessagesVisible({ statistic: Stats.MAXIMUM, period: window }),
        ),
      ),
      threshold: 1,
      says: "A job failed twice on one event, which waits in its queue.",
    },
    "jobs-stopped": {
      metric: functions.jobs.lambda.metricInvocations({ statistic: Stats.SUM, period: window }),
      threshold: 1,
      comparison: ComparisonOperator.LESS_THAN_THRESHOLD,
      windows: 2,
      missingIsBad: true,
      says: "No job ran for ten minutes: waiting messages are not sent, applications not told of sign-outs, broken flows not tidied.",
    },
    "failed-sign-ins": {
      metric: ratio(
        "failed sign-ins, %",
        counted("SignInFailed", "sign-in"),
        counted("SignInSucceeded", "sign-in"),
        200,
      ),
      threshold: 30,
      says: "Over 30 % of 200 or more sign-ins fail: passwords are being tried on many accounts (T02).",
    },
    "wrong-legacy-passwords": {
      metric: ratio(
        "wrong passwords of old accounts, %",
        counted("LegacyPasswordWrong", "link-legacy-account"),
        counted("LegacyPasswordRight", "link-legacy-account"),
        100,
      ),
      threshold: 60,
      says: "Over 60 % of 100 or more passwords of old accounts are wrong: they are being tried on many, most likely through a platform's server (T02, T43).",
    },
    "wrong-codes": {
      metric: ratio("wrong codes, %", counted("CodeWrong", "verify-code"), counted("CodeRight", "verify-code"), 200),
      threshold: 20,
      says: "Over 20 % of 200 or more codes are wrong: codes are being guessed over many accounts (T09).",
    },
    "county-down": {
      metric: counted("CountyDown", "county-callback"),
      threshold: 10,
      windows: 2,
      says: "A county's sign-in does not answer, for ten minutes now: its people cannot sign in that way.",
    },
    "county-refused": {
      metric: ratio(
        "refused county sign-ins, %",
        counted("CountyRefused", "county-callback"),
        counted("CountySignIn", "county-callback"),
        50,
      ),
      threshold: 20,
      says: "Over 20 % of 50 or more answers of counties are not believed: a county changed something, or answers are being forged (T34, T36).",
    },
    "tokens-replayed": {
      metric: counted("TokensReplayed", "oidc"),
      threshold: 20,
      says: "Codes or refresh tokens of applications come twice: they are stolen, or an application repeats itself (T31, T38).",
    },
    "logout-failed": {
      metric: counted("LogoutFailed", "jobs"),
      threshold: 50,
      windows: 2,
      says: "Applications do not take that people signed out, however often they are told (T41).",
    },
    "notification-failed": {
      metric: counted("NotificationFailed", "jobs"),
      threshold: 1,
      says: "A legacy platform did not take for three days that somebody joined an old account, and is not told again (M82).",
    },
    "audit-chain": {
      metric: counted("AuditBroken", "jobs"),
      threshold: 1,
      says: "The audit records of a day are not as they were written: one was changed, removed or not linked (T27).",
    },
    "messages-not-sent": {
      metric: total(
        "messages not taken",
        sending.map((name) => counted("MessageFailed", name)),
      ),
      threshold: 20,
      says: "SES or SNS does not take our messages (T48).",
    },
    "undelivered-mail": {
      metric: new Metric({
        namespace: "AWS/SES",
        metricName: "Reputation.BounceRate",
        statistic: Stats.MAXIMUM,
        period: window,
      }),
      // AWS reviews an account at 5 % and stops its sending at 10 %.
      threshold: 0.04,
      says: "4 % of the mail bounces: SES reviews the account at 5 %.",
    },
    "sms-spending": {
      metric: new Metric({
        namespace: "AWS/SNS",
        metricName: "SMSMonthToDateSpentUSD",
        statistic: Stats.MAXIMUM,
        period: window,
      }),
      threshold: 0.8 * stage.sms.monthlySpendLimit,
      says: "80 % of the month's money for SMS is spent; at 100 % SNS sends none (T12, T48).",
    },
    "abandoned-applications": {
      metric: counted("RegistrationAbandoned", "jobs"),
      threshold: 100,
      windows: 3,
      says: "Many applications are left half done: people give up, or a step does not work.",
    },
  };
}
