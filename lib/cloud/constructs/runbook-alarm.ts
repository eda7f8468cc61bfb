import { Duration } from "aws-cdk-lib";
import { Alarm, type ComparisonOperator, type IMetric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import type { Construct } from "constructs";

/** Alarms are counted over this long. */
export const window = Duration.minutes(5);

export interface RunbookAlarmProps {
  readonly metric: IMetric;
  readonly threshold: number;
  /** Greater than or equal when left out. */
  readonly comparison?: ComparisonOperator;
  /** Windows in a row; 1 when left out. */
  readonly windows?: number;
  /** No data is a bad sign; it is a good one when left out. */
  readonly missingIsBad?: boolean;
  /** What it means, in one sentence. */
  readonly says: string;
  readonly tells: ITopic;
}

/** An alarm whose name is the name of its runbook page, which its text gives: whoever is woken knows where to read. */
export function runbookAlarm(scope: Construct, runbook: string, props: RunbookAlarmProps): Alarm {
  const { metric, threshold, comparison, windows = 1, missingIsBad = false, says, tells } = props;
  const alarm = new Alarm(scope, runbook, {
    metric,
    threshold,
    evaluationPeriods: windows,
    ...(comparison && { comparisonOperator: comparison }),
    treatMissingData: missingIsBad ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    alarmDescription: `${says} What to do: lib/cloud/runbooks/${runbook}.md`,
  });
  alarm.addAlarmAction(new SnsAction(tells));
  alarm.addOkAction(new SnsAction(tells));
  return alarm;
}
