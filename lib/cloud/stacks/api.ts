import { Duration, Stack, type StackProps } from "aws-cdk-lib";
import { type HttpMethod, HttpRoute, HttpRouteKey } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { EventField, Rule, RuleTargetInput, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import { FilterCriteria, FilterRule, StartingPosition } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { type FunctionName, type FunctionSpec, functions } from "../../../functions/contract/functions.ts";
import { oidcRoutes } from "../../../functions/contract/oidc.ts";
import { type Route, type RouteKey, routes } from "../../../functions/contract/routes.ts";
import { accept } from "../constructs/accept.ts";
import { ContractFunction } from "../constructs/contract-function.ts";
import { environmentOf, type Surroundings } from "../constructs/environment.ts";
import type { FrontDoor } from "../constructs/front-door.ts";
import { mailEventPatterns } from "../constructs/mail-events.ts";

export interface ApiStackProps extends StackProps, Surroundings {
  readonly prefix: string;
  readonly door: FrontDoor;
  readonly bundles: Readonly<Record<FunctionName, { readonly dir: string }>>;
}

const authorised: Readonly<Record<Route["access"] | "protocol", string>> = {
  anyone:
    "Open by the contract: a person who applies or signs in has nothing to show yet. Only the edge gets an answer (T29).",
  "signed-in":
    "The session is a random id in a cookie, checked by the function before anything else (SEC 1); an authoriser would read the same row a second time.",
  protocol:
    "OpenID Connect authorises in its own ways, each checked by the provider: a client's secret, a code, an access token. Only the edge gets an answer (T29).",
};

/** How the jobs follow a table's stream. */
interface Following {
  readonly batchSize: number;
  readonly parallelizationFactor: number;
  readonly retryAttempts?: number;
  readonly maxRecordAge: Duration;
}

/**
 * Ten at a time and ten batches at once a shard, so that a slow mail or receiver delays few others. What fails is given twice again; the
 * sweep does it in any case (decision 009).
 */
const atOnce: Following = {
  batchSize: 10,
  parallelizationFactor: 10,
  retryAttempts: 2,
  maxRecordAge: Duration.minutes(5),
};

/** No sweep follows: a record is given again for as long as the stream has it (24 hours), and one batch at a time, which meets itself nowhere. */
const untilItIsDone: Following = { batchSize: 100, parallelizationFactor: 1, maxRecordAge: Duration.hours(20) };

/** The contract's functions, its routes to them, and its schedules. */
export class ApiStack extends Stack {
  readonly functions: Readonly<Record<FunctionName, ContractFunction>>;

  constructor(scope: Construct, id: string, props: ApiStackProps) {
    super(scope, id, { ...props, description: "Functions and routes" });
    const entries = Object.entries(functions) as [FunctionName, FunctionSpec][];
    this.functions = Object.fromEntries(
      entries.map(([name, spec]) => {
        const made = new ContractFunction(this, name, {
          spec,
          functionName: `${props.prefix}-${name}`,
          code: props.bundles[name].dir,
          environment: environmentOf(spec, props),
          resources: props.resources,
          logRetention: props.stage.logRetentionDays,
        });
        this.schedule(made, spec);
        this.follow(made, spec, props);
        if (spec.hearsOfMail) this.hearOfMail(made, props);
        return [name, made];
      }),
    ) as Record<FunctionName, ContractFunction>;
    this.route(props.door);
  }

  private route({ api }: FrontDoor): void {
    const integrations = new Map<FunctionName, HttpLambdaIntegration>();
    const add = (key: string, name: FunctionName, access: keyof typeof authorised) => {
      const [method, path] = key.split(" ") as [HttpMethod, string];
      const integration = integrations.get(name) ?? new HttpLambdaIntegration(name, this.functions[name].lambda);
      integrations.set(name, integration);
      const routeKey = HttpRouteKey.with(path, method);
      const route = new HttpRoute(this, key, { httpApi: api, routeKey, integration });
      accept(route, { "AwsSolutions-APIG4": authorised[access] });
    };
    for (const [key, row] of Object.entries(routes) as [RouteKey, Route][]) add(key, row.function, row.access);
    for (const key of oidcRoutes) add(key, "oidc", "protocol");
  }

  private schedule({ lambda, deadLetters }: ContractFunction, spec: FunctionSpec): void {
    for (const [job, rate] of Object.entries(spec.schedules ?? {})) {
      new Rule(this, job, {
        schedule: Schedule.expression(`rate(${rate})`),
        targets: [
          new LambdaFunction(lambda, {
            event: RuleTargetInput.fromObject({ job }),
            ...(deadLetters && { deadLetterQueue: deadLetters }),
          }),
        ],
      });
    }
  }

  /** New rows within a second. What fails is split, so that one row holds up no other. A letter holds the place in the stream, no content. */
  private follow({ lambda, deadLetters }: ContractFunction, spec: FunctionSpec, { resources }: ApiStackProps): void {
    for (const name of spec.streams ?? []) {
      const { tableStreamArn } = resources.tables[name];
      const following = name === "audit" ? untilItIsDone : atOnce;
      lambda.addEventSourceMapping(`${name}-stream`, {
        ...(tableStreamArn && { eventSourceArn: tableStreamArn }),
        startingPosition: StartingPosition.LATEST,
        filters: [FilterCriteria.filter({ eventName: FilterRule.isEqual("INSERT") })],
        maxBatchingWindow: Duration.seconds(0),
        bisectBatchOnError: true,
        ...following,
        ...(deadLetters && { onFailure: { bind: () => ({ destination: deadLetters.queueArn }) } }),
      });
    }
  }

  /** T48: the job hears which message it was and what happened, and not to whom: its letters and logs hold no address. */
  private hearOfMail({ lambda, deadLetters }: ContractFunction, { resources }: ApiStackProps): void {
    const messageId = EventField.fromPath("$.detail.mail.tags.messageId[0]");
    for (const [happened, eventPattern] of mailEventPatterns(resources.configurationSet.configurationSetName)) {
      new Rule(this, `mail-${happened}`, {
        eventPattern,
        targets: [
          new LambdaFunction(lambda, {
            event: RuleTargetInput.fromObject({ job: "mail-event", messageId, happened }),
            ...(deadLetters && { deadLetterQueue: deadLetters }),
          }),
        ],
      });
    }
  }
}
