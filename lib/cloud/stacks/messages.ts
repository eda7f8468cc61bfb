import { CfnOutput, Stack, type StackProps } from "aws-cdk-lib";
import { EventBus } from "aws-cdk-lib/aws-events";
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from "aws-cdk-lib/aws-ses";
import { Topic } from "aws-cdk-lib/aws-sns";
import type { Construct } from "constructs";
import { toldOfMail } from "../constructs/mail-events.ts";
import type { StageSettings } from "../stages.ts";

/** Who the mail comes from, and where what became of it is told. SMS needs no resource, only account settings: see the output. */
export class MessagesStack extends Stack {
  readonly identity: EmailIdentity;
  readonly configurationSet: ConfigurationSet;
  /** Bounces and complaints, one message each: accepted is not delivered (T48). */
  readonly undelivered: Topic;

  constructor(scope: Construct, id: string, props: StackProps & { stage: StageSettings; prefix: string }) {
    super(scope, id, { ...props, description: "Mail and SMS" });
    const { mail, sms } = props.stage;
    this.configurationSet = new ConfigurationSet(this, "configuration-set", {
      configurationSetName: `${props.prefix}-mail`,
      reputationMetrics: true,
      // An address that bounced or complained is not written to again: SES pauses an account at 10 % bounces.
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
      // A mail with a code or a personal link waits rather than travel in clear.
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
    });
    this.undelivered = new Topic(this, "undelivered", { enforceSSL: true });
    this.configurationSet.addEventDestination("undelivered", {
      destination: EventDestination.snsTopic(this.undelivered),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT, EmailSendingEvent.REJECT],
    });
    this.configurationSet.addEventDestination("told", {
      // SES takes the account's default bus only. What the rules of the api stack pass on has no address in it.
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, "default-bus", "default")),
      events: [...toldOfMail],
    });
    this.identity = new EmailIdentity(this, "identity", {
      identity:
        mail.verify === "domain"
          ? Identity.domain(mail.from.slice(mail.from.lastIndexOf("@") + 1))
          : Identity.email(mail.from),
      configurationSet: this.configurationSet,
      feedbackForwarding: false,
    });
    for (const { name, value } of mail.verify === "domain" ? this.identity.dkimRecords : []) {
      new CfnOutput(this, `dkim-${this.identity.dkimRecords.findIndex((record) => record.name === name) + 1}`, {
        description: "CNAME record that proves the domain to SES",
        value: `${name} CNAME ${value}`,
      });
    }
    // CloudFormation has no resource for the SMS settings of an account (runbook first-deployment).
    new CfnOutput(this, "sms-settings", {
      description: "Run once per account and region: SMS settings are not resources",
      value: `aws sns set-sms-attributes --region ${this.region} --attributes DefaultSMSType=Transactional,MonthlySpendLimit=${sms.monthlySpendLimit}`,
    });
  }
}
