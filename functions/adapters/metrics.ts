import { Metrics as EmbeddedMetrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import { metricNamespace } from "../contract/metrics.ts";
import type { Metrics } from "../ports/metrics.ts";

/** CloudWatch embedded metric format on standard output: no call, no cost a request. */
export function embeddedMetrics(serviceName: string): Metrics {
  // Made when something is counted: most requests count nothing.
  let made: EmbeddedMetrics | undefined;
  return {
    count(name) {
      made ??= new EmbeddedMetrics({ namespace: metricNamespace, serviceName });
      made.addMetric(name, MetricUnit.Count, 1);
      made.publishStoredMetrics();
    },
  };
}
