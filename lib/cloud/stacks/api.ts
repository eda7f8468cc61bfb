import { Stack, type StackProps } from "aws-cdk-lib";
import { type HttpMethod, HttpRoute, HttpRouteKey } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { Rule, RuleTargetInput, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import type { Construct } from "constructs";
import { type FunctionName, type FunctionSpec, functions } from "../../../functions/contract/functions.ts";
import { type Route, type RouteKey, routes } from "../../../functions/contract/routes.ts";
import { accept } from "../constructs/accept.ts";
import { ContractFunction } from "../constructs/contract-function.ts";
import { environmentOf, type Surroundings } from "../constructs/environment.ts";
import type { FrontDoor } from "../constructs/front-door.ts";

export interface ApiStackProps extends StackProps, Surroundings {
  readonly prefix: string;
  readonly door: FrontDoor;
  readonly bundles: Readonly<Record<FunctionName, { readonly dir: string }>>;
}

const authorised: Readonly<Record<Route["access"], string>> = {
  anyone:
    "Open by the contract: a person who applies or signs in has nothing to show yet. Only the edge gets an answer (T29).",
  "signed-in":
    "The session is a random id in a cookie, checked by the function before anything else (SEC 1); an authoriser would read the same row a second time.",
};

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
        return [name, made];
      }),
    ) as Record<FunctionName, ContractFunction>;
    this.route(props.door);
  }

  private route({ api }: FrontDoor): void {
    const integrations = new Map<FunctionName, HttpLambdaIntegration>();
    for (const [key, row] of Object.entries(routes) as [RouteKey, Route][]) {
      const [method, path] = key.split(" ") as [HttpMethod, string];
      const integration =
        integrations.get(row.function) ?? new HttpLambdaIntegration(row.function, this.functions[row.function].lambda);
      integrations.set(row.function, integration);
      const route = new HttpRoute(this, key, { httpApi: api, routeKey: HttpRouteKey.with(path, method), integration });
      accept(route, { "AwsSolutions-APIG4": authorised[row.access] });
    }
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
}
