import { Metrics as EmbeddedMetrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import { metricNamespace } from "../contract/metrics.ts";
import type { Metrics } from "../ports/metrics.ts";

/** CloudWatch embedded metric format on standard output: no call, no cost a request. */
export function embeddedMetrics(serviceName: string): Metrics {
  const metrics = new EmbeddedMetrics({ namespace: metricNamespace, serviceName });
  return {
    count(name) {
      metrics.addMetric(name, MetricUnit.Count, 1);
      metrics.publishStoredMetrics();
    },
  };
}
