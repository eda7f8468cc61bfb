import { MathExpression, Metric, Stats } from "aws-cdk-lib/aws-cloudwatch";
import type { FunctionName } from "../../../functions/contract/functions.ts";
import { type MetricName, metricNamespace } from "../../../functions/contract/metrics.ts";
import { window } from "./runbook-alarm.ts";

/** A count as the functions write it, in the embedded metric format; `service` is the function. */
export function counted(metricName: MetricName, service: FunctionName): Metric {
  return new Metric({
    namespace: metricNamespace,
    metricName,
    dimensionsMap: { service },
    statistic: Stats.SUM,
    period: window,
    label: metricName,
  });
}

/** Percent of `bad` among both, and 0 below `least` of them: a ratio of few says nothing. */
export function ratio(label: string, bad: Metric, good: Metric, least: number): MathExpression {
  return new MathExpression({
    label,
    expression: `IF(FILL(bad, 0) + FILL(good, 0) >= ${least}, 100 * FILL(bad, 0) / (FILL(bad, 0) + FILL(good, 0)), 0)`,
    usingMetrics: { bad, good },
    period: window,
  });
}

/** The sum of several metrics, those without data counting nothing. */
export function total(label: string, metrics: readonly Metric[]): MathExpression {
  const usingMetrics = Object.fromEntries(metrics.map((metric, index) => [`m${index}`, metric]));
  return new MathExpression({
    label,
    expression: Object.keys(usingMetrics)
      .map((name) => `FILL(${name}, 0)`)
      .join(" + "),
    usingMetrics,
    period: window,
  });
}
