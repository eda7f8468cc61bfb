import type { MetricName } from "../contract/metrics.ts";

/** Business counts for alarms (OPS 1). */
export interface Metrics {
  count(name: MetricName): void;
}
