import { Duration, RemovalPolicy, Stack, Token } from "aws-cdk-lib";
import { type IRole, PolicyDocument, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Architecture, Code, Function as Lambda, Runtime } from "aws-cdk-lib/aws-lambda";
import { LogGroup, type RetentionDays } from "aws-cdk-lib/aws-logs";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { FunctionSpec } from "../../../functions/contract/functions.ts";
import { accept } from "./accept.ts";
import { permissionsOf, type Resources } from "./permissions.ts";

export interface ContractFunctionProps {
  readonly spec: FunctionSpec;
  readonly functionName: string;
  /** Folder with `index.mjs`. */
  readonly code: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly resources: Resources;
  readonly logRetention: RetentionDays;
}

/**
 * One Lambda of the contract with a role of its own. Not traced: X-Ray can be allowed on `*` only, and the request id stands in
 * the access log, the function's log and the problem document alike. No reserved concurrency: an account starts with 10 in all,
 * and the gateway's throttle bounds the whole.
 */
export class ContractFunction extends Construct {
  readonly lambda: Lambda;
  /** Where an event goes that a function with schedules could not handle; none for functions that are only called. */
  readonly deadLetters: Queue | undefined;

  constructor(scope: Construct, id: string, props: ContractFunctionProps) {
    super(scope, id);
    const { spec, functionName, code, environment, resources, logRetention } = props;
    const logGroup = new LogGroup(this, "log", {
      logGroupName: `/aws/lambda/${functionName}`,
      retention: logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.deadLetters =
      spec.schedules &&
      new Queue(this, "dead-letters", {
        enforceSSL: true,
        encryption: QueueEncryption.SQS_MANAGED,
        retentionPeriod: Duration.days(14),
      });
    this.lambda = new Lambda(this, "function", {
      functionName,
      description: `educloud-account: ${spec.does}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: spec.memory ?? 512,
      timeout: Duration.seconds(spec.seconds ?? (spec.schedules ? 300 : 10)),
      handler: "index.handler",
      code: Code.fromAsset(code),
      environment,
      role: this.role(spec, resources, logGroup),
      logGroup,
      ...(this.deadLetters === undefined
        ? {}
        : // The next run of the schedule is the better retry.
          { deadLetterQueue: this.deadLetters, retryAttempts: 1, maxEventAge: Duration.minutes(5) }),
    });
  }

  private role(spec: FunctionSpec, resources: Resources, logGroup: LogGroup): IRole {
    const role = new Role(this, "role", {
      assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
      inlinePolicies: { own: new PolicyDocument({ statements: permissionsOf(spec, resources, logGroup) }) },
    });
    const { partition, region, account } = Stack.of(this);
    const shown = (value: string, name: string) => (Token.isUnresolved(value) ? `<AWS::${name}>` : value);
    if (spec.sends && resources.mail.sandbox) {
      accept(role, {
        [`AwsSolutions-IAM5[Resource::arn:${shown(partition, "Partition")}:ses:${region}:${shown(account, "AccountId")}:identity/*]`]:
          "In the SES sandbox IAM also asks for the identity of each verified recipient, which are people trying the stage out. The sender is fixed by a condition.",
      });
    }
    if (spec.pictures) {
      const bucket = resources.pictures;
      const arn = Stack.of(bucket).resolve(Stack.of(bucket).exportValue(bucket.bucketArn)) as {
        "Fn::ImportValue": string;
      };
      accept(role, {
        [`AwsSolutions-IAM5[Resource::${arn["Fn::ImportValue"]}/*]`]:
          "Each picture is an object with a random name, in a bucket that holds nothing else; what is done with one is named, and listing them is not among it.",
      });
    }
    return role;
  }
}
