import { RemovalPolicy } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import { HttpApi, HttpStage, LogGroupLogDestination } from "aws-cdk-lib/aws-apigatewayv2";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import type { StageSettings } from "../stages.ts";

/** Nothing of a person: no address, no user agent, no query. What a request did is told by its route and its id. */
const logged = {
  id: "$context.requestId",
  at: "$context.requestTimeEpoch",
  route: "$context.routeKey",
  status: "$context.status",
  milliseconds: "$context.responseLatency",
  bytes: "$context.responseLength",
  error: "$context.error.message",
  integration: "$context.integrationErrorMessage",
};

/** The HTTP API without its routes. No CORS: the site and the API are one origin (architecture decision 3). */
export class FrontDoor extends Construct {
  readonly api: HttpApi;
  readonly host: string;

  constructor(scope: Construct, id: string, props: { apiName: string; stage: StageSettings; region: string }) {
    super(scope, id);
    const { apiName, stage, region } = props;
    this.api = new HttpApi(this, "api", { apiName, createDefaultStage: false });
    this.host = `${this.api.apiId}.execute-api.${region}.amazonaws.com`;
    // The prefix spares the account's log policy, which has a size limit, an entry for each group.
    const logGroup = new LogGroup(this, "access-log", {
      logGroupName: `/aws/vendedlogs/apigateway/${apiName}`,
      retention: stage.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new HttpStage(this, "default", {
      httpApi: this.api,
      stageName: "$default",
      autoDeploy: true,
      throttle: { rateLimit: stage.throttle.rate, burstLimit: stage.throttle.burst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(logGroup),
        format: AccessLogFormat.custom(JSON.stringify(logged)),
      },
    });
  }
}
