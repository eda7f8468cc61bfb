import { describe, expect, test } from "vitest";
import { type FunctionName, type FunctionSpec, functions } from "../../functions/contract/functions.ts";
import { oidcRoutes } from "../../functions/contract/oidc.ts";
import { policies } from "../../functions/contract/policy.ts";
import { routes } from "../../functions/contract/routes.ts";
import { readSettings, settingsSchema } from "../../functions/contract/settings.ts";
import { tables } from "../../functions/contract/tables.ts";
import { mailEvent as jobsEvent } from "../../functions/jobs/mail-event.ts";
import { dev, everythingSet, prod, type Resource, synthesise } from "./synthesised.ts";

const cloud = synthesise(dev);
const live = synthesise(prod);
const full = synthesise(everythingSet);
const prefix = "educloud-account-dev";
const specs = Object.entries(functions) as [FunctionName, FunctionSpec][];

const lambda = (name: FunctionName, from = cloud): Resource => {
  const found = from
    .ofType("api", "AWS::Lambda::Function")
    .find(([, { Properties }]) => `${Properties.FunctionName}`.endsWith(`-${name}`));
  if (found === undefined) throw new Error(`no function ${name}`);
  return found[1];
};

describe("routes", () => {
  test("every route of the contract reaches its function, and there is no other", () => {
    const made = cloud.ofType("api", "AWS::ApiGatewayV2::Route").map(([, { Properties }]) => {
      const target = cloud
        .meaning("api", Properties.Target)
        .replace("integrations/AWS::ApiGatewayV2::Integration ", "");
      const integration = cloud.resources("api")[target];
      return [Properties.RouteKey, cloud.meaning("api", integration?.Properties.IntegrationUri)];
    });
    expect(Object.fromEntries(made)).toEqual(
      Object.fromEntries([
        ...Object.entries(routes).map(([key, row]) => [key, `${prefix}-${row.function}`]),
        ...oidcRoutes.map((key) => [key, `${prefix}-oidc`]),
      ]),
    );
    expect(made).toHaveLength(Object.keys(routes).length + oidcRoutes.length);
  });

  test("the gateway may call a function for its own routes only", () => {
    for (const [, { Properties }] of cloud.ofType("api", "AWS::Lambda::Permission")) {
      expect(["apigateway.amazonaws.com", "events.amazonaws.com"]).toContain(Properties.Principal);
      expect(Properties.SourceArn).toBeDefined();
    }
  });
});

describe("functions", () => {
  test.each(specs)("%s runs on Node 24, arm64, the memory of its row, and stops before the edge does", (name, spec) => {
    expect(lambda(name).Properties).toMatchObject({
      Runtime: "nodejs24.x",
      Architectures: ["arm64"],
      MemorySize: ["jobs", "oidc", "pictures"].includes(name) ? 1_024 : 512,
      Handler: "index.handler",
      Timeout: spec.schedules ? 300 : name === "county-callback" ? 25 : ["oidc", "pictures"].includes(name) ? 15 : 10,
    });
  });

  test("who asks a county waits for five slow answers and has its own time left, and stops before the gateway does at 30 s", () => {
    for (const [name, spec] of specs.filter(([, { counties }]) => counties)) {
      const timeout = Number(lambda(name).Properties.Timeout);
      for (const { county } of Object.values(policies)) expect(timeout).toBeGreaterThan(5 * county.patience);
      expect([name, spec.counties, timeout < 30]).toEqual([name, true, true]);
    }
  });

  test.each(specs)("%s keeps its log for the stage's days and no longer", (name) => {
    for (const [made, stage] of [
      [cloud, dev],
      [live, prod],
    ] as const) {
      const group = (lambda(name, made).Properties.LoggingConfig as { LogGroup: { Ref: string } }).LogGroup.Ref;
      expect(made.resources("api")[group]?.Properties.RetentionInDays).toBe(stage.logRetentionDays);
    }
  });

  test.each(specs)(
    "%s gets settings that it can read, and those of Cognito, of counties and of sending only if it uses them",
    (name, spec) => {
      const { Variables } = lambda(name, full).Properties.Environment as { Variables: Record<string, unknown> };
      const values = Object.fromEntries(
        Object.entries(Variables).map(([key, value]) => [key, full.meaning("api", value)]),
      );
      expect(readSettings(values)).toMatchObject({
        SITE_ORIGIN: "https://account.example.com",
        TABLE_PREFIX: "educloud-account-prod-",
        ACCOUNT_DOMAIN: "account.example.com",
        POLICY_PROFILE: "seed",
        SCHOOL_RANGES: "192.0.2.0/24,2001:db8::/32",
      });
      const all = Object.keys(settingsSchema.shape);
      const [ofCognito, ofSending] = [
        ["USER_POOL_ID", "USER_POOL_CLIENT_ID"],
        ["MAIL_FROM", "SMS_SENDER"],
      ];
      const kept = all.filter(
        (key) =>
          (spec.cognito || !ofCognito.includes(key)) &&
          (spec.counties || key !== "COUNTIES_SECRET_ID") &&
          (spec.pictures || key !== "PICTURE_BUCKET") &&
          (spec.tables.cases || key !== "SERVICE_DESK_MAIL") &&
          (spec.sends || !ofSending.includes(key)),
      );
      expect(Object.keys(values).toSorted()).toEqual(kept.toSorted());
    },
  );

  test("no template holds a secret: each is a reference (13.3.1)", () => {
    const { Variables } = lambda("register").Properties.Environment as { Variables: Record<string, unknown> };
    expect(cloud.meaning("api", Variables.EDGE_SECRET)).toMatch(/^\{\{resolve:secretsmanager:.*:SecretString:::\}\}$/);
    expect(cloud.meaning("api", Variables.KEY_RING_SECRET_ID)).toMatch(/^AWS::SecretsManager::Secret keyring/);
    const ofCounties = lambda("county-callback").Properties.Environment as { Variables: Record<string, unknown> };
    expect(cloud.meaning("api", ofCounties.Variables.COUNTIES_SECRET_ID)).toMatch(
      /^AWS::SecretsManager::Secret counties/,
    );
  });
});

describe("schedules", () => {
  test("each job of the contract runs at its rate, gets its name, and leaves what fails in a queue (REL 2)", () => {
    const scheduled = cloud.ofType("api", "AWS::Events::Rule").filter(([, rule]) => rule.Properties.ScheduleExpression);
    const rules = scheduled.map(([, { Properties }]) => {
      const [target] = Properties.Targets as { Input: string; DeadLetterConfig: { Arn: unknown } }[];
      expect(cloud.meaning("api", target?.DeadLetterConfig.Arn)).toContain("AWS::SQS::Queue");
      return [Properties.ScheduleExpression, JSON.parse(target?.Input ?? "{}")];
    });
    const wanted = specs.flatMap(([, spec]) => Object.entries(spec.schedules ?? {}));
    expect(rules).toEqual(wanted.map(([job, rate]) => [`rate(${rate})`, { job }]));
    expect(
      cloud.meaning("api", (lambda("jobs").Properties.DeadLetterConfig as { TargetArn: unknown }).TargetArn),
    ).toContain("AWS::SQS::Queue");
  });
});

describe("what a stream gives to the jobs", () => {
  const mappings = cloud.ofType("api", "AWS::Lambda::EventSourceMapping").map(([, made]) => made.Properties);
  const mappingOf = (table: string) =>
    mappings.find(({ EventSourceArn }) => cloud.meaning("api", EventSourceArn) === `${prefix}-${table}`);

  test("is every new row of the tables that the contract names, within a second; what fails is split and leaves a letter", () => {
    const streamed = Object.entries(tables).flatMap(([name, table]) => ("stream" in table ? [name] : []));
    expect(mappings).toHaveLength(streamed.length);
    for (const table of streamed) {
      const mapping = mappingOf(table);
      expect(mapping).toMatchObject({
        MaximumBatchingWindowInSeconds: 0,
        BisectBatchOnFunctionError: true,
        FilterCriteria: { Filters: [{ Pattern: JSON.stringify({ eventName: ["INSERT"] }) }] },
      });
      expect(cloud.meaning("api", mapping?.FunctionName)).toBe(`${prefix}-jobs`);
      const failed = mapping?.DestinationConfig as { OnFailure: { Destination: unknown } } | undefined;
      expect(cloud.meaning("api", failed?.OnFailure.Destination)).toContain("AWS::SQS::Queue");
    }
  });

  test.each(["messages", "logouts", "notifications"])(
    "%s: one that fails is given twice again, and then left to the sweep",
    (table) => {
      expect(mappingOf(table)).toMatchObject({
        BatchSize: 10,
        ParallelizationFactor: 10,
        MaximumRetryAttempts: 2,
        MaximumRecordAgeInSeconds: 300,
      });
    },
  );

  test("audit: no record is given up while the stream has it, since no sweep looks for it (T27)", () => {
    expect(mappingOf("audit")).toMatchObject({ ParallelizationFactor: 1, MaximumRecordAgeInSeconds: 20 * 60 * 60 });
    expect(mappingOf("audit")).not.toHaveProperty("MaximumRetryAttempts");
  });
});

describe("what became of a mail (T48)", () => {
  const rules = cloud
    .ofType("api", "AWS::Events::Rule")
    .flatMap(([, { Properties }]) => (Properties.EventPattern === undefined ? [] : [Properties]));

  test("each of SES's events becomes the job's, with the message's id and no address", () => {
    const told = rules.map(({ EventPattern, Targets }) => {
      const pattern = EventPattern as { "detail-type": string[]; detail: { bounce?: { bounceType: string[] } } };
      const [target] = Targets as { Arn: unknown; DeadLetterConfig: object; InputTransformer: Transformer }[];
      expect(cloud.meaning("api", target?.Arn)).toBe(`${prefix}-jobs`);
      expect(target?.DeadLetterConfig).toBeDefined();
      const { InputPathsMap = {}, InputTemplate = "" } = target?.InputTransformer ?? {};
      const [[variable, path] = [], ...others] = Object.entries(InputPathsMap);
      expect([path, others]).toEqual(["$.detail.mail.tags.messageId[0]", []]);
      const event = jobsEvent.parse(JSON.parse(InputTemplate.replace(`<${variable}>`, '"an-id_0"')));
      return [event.happened, pattern["detail-type"], pattern.detail.bounce?.bounceType];
    });
    expect(told.toSorted()).toEqual([
      ["bounced", ["Email Bounced"], ["Transient", "Undetermined"]],
      ["bounced-for-good", ["Email Bounced"], ["Permanent"]],
      ["complained", ["Email Complaint Received"], undefined],
      ["delivered", ["Email Delivered"], undefined],
      ["rejected", ["Email Rejected"], undefined],
    ]);
  });

  test("of this stage's mails only, and only of those with our id", () => {
    for (const { EventPattern } of rules) {
      const { source, detail } = EventPattern as { source: string[]; detail: { mail: { tags: object } } };
      expect(source).toEqual(["aws.ses"]);
      expect(Object.keys(detail.mail.tags)).toEqual(["ses:configuration-set", "messageId"]);
    }
  });
});

interface Transformer {
  InputPathsMap: Record<string, string>;
  InputTemplate: string;
}

describe("permissions (SEC 2)", () => {
  test.each(specs)("%s may do exactly what the contract says, on exactly that", (name, spec) => {
    expect(granted(live, name)).toEqual(contracted(name, spec, "educloud-account-prod"));
  });

  test.each(specs)("%s has a role whose policies AWS takes: 10,240 characters in all", (name) => {
    const written = statementsOf(live, name).map(({ Action, Resource, NotResource, Condition }) => ({
      Effect: "Allow",
      Action,
      Resource: [Resource ?? NotResource]
        .flat()
        .map((one) => `arn:aws:dynamodb:ap-northeast-1:111122223333:table/${live.meaning("api", one)}`),
      Condition,
    }));
    expect(JSON.stringify({ Version: "2012-10-17", Statement: written }).length).toBeLessThan(10_240);
  });

  test.each(specs)("%s has a role that no other function has", (name) => {
    const roles = specs.filter(([other]) => other !== name).map(([other]) => roleOf(cloud, other));
    expect(roles).not.toContain(roleOf(cloud, name));
  });

  test("SMS: only what is no ARN can be published to, which is a phone number", () => {
    for (const [name, spec] of specs) {
      const statements = statementsOf(live, name).filter(({ Action }) => [Action].flat().includes("sns:Publish"));
      expect(statements).toEqual(
        spec.sends ? [{ Action: "sns:Publish", Effect: "Allow", NotResource: "arn:aws:sns:*:*:*" }] : [],
      );
    }
  });

  test("mail: only as the stage's sender", () => {
    for (const [name, spec] of specs) {
      const statements = statementsOf(live, name).filter(({ Action }) => [Action].flat().includes("ses:SendEmail"));
      for (const { Condition } of statements)
        expect(Condition).toEqual({ StringEquals: { "ses:FromAddress": prod.mail.from } });
      expect(statements).toHaveLength(spec.sends ? 1 : 0);
    }
  });

  test("nobody may change or delete what is in the audit table and its chains (T27)", () => {
    const harmless =
      /^dynamodb:(PutItem|GetItem|BatchGetItem|Query|ConditionCheckItem|DescribeStream|GetRecords|GetShardIterator|ListStreams) /;
    for (const [name] of specs) {
      const onAudit = granted(live, name).filter((grant) => /-audit(-chain)?$/.test(grant));
      for (const grant of onAudit) expect(grant).toMatch(harmless);
    }
    expect(granted(live, "jobs").filter((grant) => grant.endsWith("-audit-chain"))).not.toEqual([]);
  });
});

interface Statement {
  Action: string | string[];
  Effect: string;
  Resource?: unknown;
  NotResource?: unknown;
  Condition?: unknown;
}

function roleOf(from: typeof cloud, name: FunctionName): string {
  return (lambda(name, from).Properties.Role as { "Fn::GetAtt": [string] })["Fn::GetAtt"][0];
}

/** Of the role itself and of the policies attached to it. */
function statementsOf(from: typeof cloud, name: FunctionName): Statement[] {
  const id = roleOf(from, name);
  const role = from.resources("api")[id]?.Properties as { Policies: Policy[]; ManagedPolicyArns?: unknown };
  expect(role.ManagedPolicyArns).toBeUndefined();
  const attached = from
    .ofType("api", "AWS::IAM::Policy")
    .map(([, { Properties }]) => Properties as unknown as Policy & { Roles: { Ref: string }[] })
    .filter(({ Roles }) => Roles.some(({ Ref }) => Ref === id));
  return [...role.Policies, ...attached].flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
}

interface Policy {
  PolicyDocument: { Statement: Statement[] };
}

/** `action resource`, one a line, sorted. */
function granted(from: typeof cloud, name: FunctionName): string[] {
  const lines = statementsOf(from, name)
    .filter(({ NotResource }) => NotResource === undefined)
    .flatMap(({ Action, Resource }) =>
      [Action]
        .flat()
        .flatMap((action) => [Resource].flat().map((resource) => `${action} ${from.meaning("api", resource)}`)),
    );
  return lines
    .map((line) =>
      line.replace(/AWS::SQS::Queue \w+/, "SQS::Queue").replace(/AWS::(\w+::(?:Secret|Bucket) [a-z]+)\w*/, "$1"),
    )
    .toSorted();
}

function contracted(name: FunctionName, spec: FunctionSpec, stage: string): string[] {
  const onTables = Object.entries(spec.tables).flatMap(([table, actions]) => {
    const swept = "due" in tables[table as keyof typeof tables];
    return actions.map((action) => {
      const [query, index] = action.split(" ");
      if (index !== undefined) return `dynamodb:${query} ${stage}-${table}/index/${index}`;
      return `dynamodb:${action} ${stage}-${table}${swept && action === "Query" ? "/index/due" : ""}`;
    });
  });
  const mail = [
    "ses:SendEmail arn:aws:ses:ap-northeast-1:AWS::AccountId:configuration-set/AWS::SES::ConfigurationSet configurationset476553E7",
    "ses:SendEmail arn:aws:ses:ap-northeast-1:AWS::AccountId:identity/account.example.com",
  ];
  return [
    ...["CreateLogStream", "PutLogEvents"].map((action) => `logs:${action} /aws/lambda/${stage}-${name}`),
    "secretsmanager:GetSecretValue SecretsManager::Secret keyring",
    ...(spec.pictures ?? []).map((action) => `s3:${action} S3::Bucket pictures/*`),
    ...(spec.counties ? ["secretsmanager:GetSecretValue SecretsManager::Secret counties"] : []),
    ...onTables,
    ...(spec.streams ?? []).flatMap((table) =>
      ["DescribeStream", "GetRecords", "GetShardIterator", "ListStreams"].map(
        (action) => `dynamodb:${action} ${stage}-${table}`,
      ),
    ),
    ...(spec.cognito ?? []).map((action) => `cognito-idp:${action} ${stage}`),
    ...(spec.sends ? mail : []),
    ...(spec.schedules ? ["sqs:SendMessage SQS::Queue"] : []),
  ].toSorted();
}
