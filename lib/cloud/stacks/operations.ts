import { Stack, type StackProps } from "aws-cdk-lib";
import { Dashboard, GraphWidget, type IMetric } from "aws-cdk-lib/aws-cloudwatch";
import { ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Construct } from "constructs";
import { runbookAlarm, window } from "../constructs/runbook-alarm.ts";
import { type WatchedParts, watch } from "../constructs/watched.ts";
import type { StageSettings } from "../stages.ts";

export interface OperationsStackProps extends StackProps, WatchedParts {
  readonly prefix: string;
}

/** What wakes somebody, and the one page that shows how the service does (OPS 1). */
export class OperationsStack extends Stack {
  constructor(scope: Construct, id: string, props: OperationsStackProps) {
    super(scope, id, { ...props, description: "Alarms and dashboard" });
    const tells = this.alarms(props.stage);
    const watched = watch(props);
    for (const [runbook, alarm] of Object.entries(watched)) runbookAlarm(this, runbook, { ...alarm, tells });
    const dashboard = new Dashboard(this, "dashboard", { dashboardName: props.prefix });
    const graphs = Object.entries(watched).map(([runbook, { metric }]) => graph(runbook, [metric]));
    for (let row = 0; row < graphs.length; row += 3) dashboard.addWidgets(...graphs.slice(row, row + 3));
    dashboard.addWidgets(
      graph("requests", [props.api.metricCount({ period: window })]),
      graph(
        "milliseconds",
        ["p50", "p95", "p99"].map((statistic) => props.api.metricLatency({ statistic, period: window })),
      ),
    );
  }

  private alarms(stage: StageSettings): Topic {
    const topic = new Topic(this, "alarms", { enforceSSL: true });
    // A policy of our own replaces the default one, so the alarms must be let in by name.
    topic.grantPublish(
      new ServicePrincipal("cloudwatch.amazonaws.com", {
        conditions: { StringEquals: { "aws:SourceAccount": this.account } },
      }),
    );
    if (stage.alarmEmail !== undefined) topic.addSubscription(new EmailSubscription(stage.alarmEmail));
    return topic;
  }
}

function graph(title: string, left: readonly IMetric[]): GraphWidget {
  return new GraphWidget({ title, left: [...left], width: 8, leftYAxis: { min: 0 } });
}
