import type { EventPattern } from "aws-cdk-lib/aws-events";
import { EmailSendingEvent } from "aws-cdk-lib/aws-ses";

/** What SES tells EventBridge of. Opens and clicks are not: that would be tracking people. */
export const toldOfMail = [
  EmailSendingEvent.DELIVERY,
  EmailSendingEvent.BOUNCE,
  EmailSendingEvent.COMPLAINT,
  EmailSendingEvent.REJECT,
] as const;

interface Happening {
  readonly detailType: string;
  readonly bounceType?: readonly string[];
}

/** What each event of SES means to the job (`functions/jobs/mail-event.ts`): https://docs.aws.amazon.com/ses/latest/dg/monitoring-eventbridge.html */
const happenings = {
  delivered: { detailType: "Email Delivered" },
  "bounced-for-good": { detailType: "Email Bounced", bounceType: ["Permanent"] },
  bounced: { detailType: "Email Bounced", bounceType: ["Transient", "Undetermined"] },
  complained: { detailType: "Email Complaint Received" },
  rejected: { detailType: "Email Rejected" },
} satisfies Record<string, Happening>;

/** One rule a happening, of the mails of this configuration set that carry our id. */
export function mailEventPatterns(configurationSetName: string): [happened: string, pattern: EventPattern][] {
  return Object.entries<Happening>(happenings).map(([happened, { detailType, bounceType }]) => [
    happened,
    {
      source: ["aws.ses"],
      detailType: [detailType],
      detail: {
        mail: { tags: { "ses:configuration-set": [configurationSetName], messageId: [{ exists: true }] } },
        ...(bounceType === undefined ? {} : { bounce: { bounceType } }),
      },
    },
  ]);
}
