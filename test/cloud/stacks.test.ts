import { once } from "node:events";
import { readdirSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test, vi } from "vitest";
import { secretsManagerKeys } from "../../functions/adapters/keys.ts";
import { countyConfigurations } from "../../functions/contract/counties.ts";
import type { MetricName } from "../../functions/contract/metrics.ts";
import { type Table, tables } from "../../functions/contract/tables.ts";
import { chooseStages, stages } from "../../lib/cloud/stages.ts";
import { dev, everythingSet, prod, type Resource, synthesise } from "./synthesised.ts";

const cloud = synthesise(dev);
const live = synthesise(prod);
const full = synthesise(everythingSet);

function secretOf(name: "keyring" | "counties"): Resource {
  const found = cloud.ofType("data", "AWS::SecretsManager::Secret").find(([id]) => id.startsWith(name));
  if (found === undefined) throw new Error(`no secret ${name}`);
  return found[1];
}

/** Secrets Manager holding one secret, for as long as `use` runs. */
async function withSecret(SecretString: string, use: () => Promise<void>): Promise<void> {
  const server = createServer((_, answer) => answer.end(JSON.stringify({ SecretString }))).listen(0, "127.0.0.1");
  await once(server, "listening");
  vi.stubEnv("AWS_ENDPOINT_URL_SECRETS_MANAGER", `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  vi.stubEnv("AWS_REGION", dev.region);
  vi.stubEnv("AWS_ACCESS_KEY_ID", "test");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "test");
  try {
    await use();
  } finally {
    vi.unstubAllEnvs();
    server.closeAllConnections();
    server.close();
  }
}

describe("data", () => {
  test("pictures of people are in a bucket of their own: private, encrypted, by TLS only, kept, and without older versions", () => {
    const { Properties, DeletionPolicy } = cloud.one("data", "AWS::S3::Bucket");
    expect(DeletionPolicy).toBe("Retain");
    expect(Properties).toMatchObject({
      BucketEncryption: { ServerSideEncryptionConfiguration: [{}] },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
    expect(Properties).not.toHaveProperty("VersioningConfiguration");
    const policy = JSON.stringify(cloud.one("data", "AWS::S3::BucketPolicy").Properties.PolicyDocument);
    expect(policy).toContain('"aws:SecureTransport":"false"');
    expect(policy).not.toContain('"Allow"');
  });

  test.each(Object.entries(tables) as [string, Table][])(
    "%s has the contract's keys, time to live and protection",
    (name, declared) => {
      const made = cloud
        .ofType("data", "AWS::DynamoDB::Table")
        .find(([, { Properties }]) => Properties.TableName === `educloud-account-dev-${name}`);
      const keys = [declared.partitionKey, declared.sortKey].flatMap((key) => key ?? []);
      expect(made?.[1]).toMatchObject({
        DeletionPolicy: declared.keep ? "Retain" : "Delete",
        UpdateReplacePolicy: declared.keep ? "Retain" : "Delete",
        Properties: {
          BillingMode: "PAY_PER_REQUEST",
          DeletionProtectionEnabled: declared.keep,
          KeySchema: keys.map((AttributeName, index) => ({ AttributeName, KeyType: index === 0 ? "HASH" : "RANGE" })),
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: declared.keep },
          SSESpecification: { SSEEnabled: true },
        },
      });
      const { TimeToLiveSpecification, GlobalSecondaryIndexes, StreamSpecification } = made?.[1].Properties ?? {};
      expect(StreamSpecification).toEqual(declared.stream && { StreamViewType: "KEYS_ONLY" });
      expect(TimeToLiveSpecification).toEqual(declared.ttl && { AttributeName: declared.ttl, Enabled: true });
      const index = (IndexName: string, ...keys: string[]) => ({
        IndexName,
        KeySchema: keys.map((AttributeName, place) => ({ AttributeName, KeyType: place === 0 ? "HASH" : "RANGE" })),
        Projection: { ProjectionType: "KEYS_ONLY" },
      });
      const indexes = [
        ...(declared.due ? [index("due", "dueShard", "dueAt")] : []),
        ...(declared.byClass ? [index("byClass", "classKey")] : []),
        ...(declared.byApplication ? [index("byApplication", "clientId", "userId")] : []),
      ];
      expect(GlobalSecondaryIndexes ?? []).toEqual(indexes);
    },
  );

  test("there is no table beside the contract's", () => {
    expect(cloud.ofType("data", "AWS::DynamoDB::Table")).toHaveLength(Object.keys(tables).length);
  });

  test("the key ring that Secrets Manager makes is one that the functions can read, and outlives its stack", async () => {
    const secret = secretOf("keyring");
    expect(secret.DeletionPolicy).toBe("Retain");
    const { SecretStringTemplate, GenerateStringKey, PasswordLength, ExcludePunctuation } = secret.Properties
      .GenerateSecretString as {
      SecretStringTemplate: string;
      GenerateStringKey: string;
      PasswordLength: number;
      ExcludePunctuation: boolean;
    };
    const ring = { ...JSON.parse(SecretStringTemplate), [GenerateStringKey]: "s".repeat(PasswordLength) };
    expect(ExcludePunctuation).toBe(true);
    await withSecret(JSON.stringify(ring), async () => {
      const keys = secretsManagerKeys("key-ring");
      expect(await keys.unseal("person-data", await keys.seal("person-data", "王小明"))).toBe("王小明");
    });
  });
});

describe("what is configured of the counties", () => {
  const secret = secretOf("counties");

  test("begins with no county, and a value that no deployment changes: CloudFormation writes it once (M3)", () => {
    expect(secret.Properties).toMatchObject({ SecretString: "{}" });
    expect(secret.Properties).not.toHaveProperty("GenerateSecretString");
    expect(countyConfigurations.parse(JSON.parse(`${secret.Properties.SecretString}`))).toEqual({});
  });

  test("outlives its stack, and changes by hand only", () => {
    expect([secret.DeletionPolicy, secret.UpdateReplacePolicy]).toEqual(["Retain", "Retain"]);
    expect(cloud.ofType("data", "AWS::SecretsManager::RotationSchedule")).toEqual([]);
  });
});

describe("identity", () => {
  test("only the functions make users and check passwords; nobody signs up, recovers or signs in at Cognito itself", () => {
    expect(cloud.one("identity", "AWS::Cognito::UserPool")).toMatchObject({
      DeletionPolicy: "Retain",
      Properties: {
        AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
        AccountRecoverySetting: { RecoveryMechanisms: [{ Name: "admin_only", Priority: 1 }] },
        DeletionProtection: "ACTIVE",
        UserPoolTier: "LITE",
      },
    });
    const { AliasAttributes, UsernameAttributes } = cloud.one("identity", "AWS::Cognito::UserPool").Properties;
    expect([AliasAttributes, UsernameAttributes]).toEqual([undefined, undefined]);
    expect(cloud.one("identity", "AWS::Cognito::UserPoolClient").Properties).toMatchObject({
      ExplicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH"],
      AllowedOAuthFlowsUserPoolClient: false,
      PreventUserExistenceErrors: "ENABLED",
    });
  });

  test("Cognito refuses no password that our own rules allow (M17, M55)", () => {
    const { Policies } = cloud.one("identity", "AWS::Cognito::UserPool").Properties as {
      Policies: { PasswordPolicy: object };
    };
    expect(Policies.PasswordPolicy).toMatchObject({
      MinimumLength: 8,
      RequireLowercase: false,
      RequireUppercase: false,
      RequireNumbers: false,
      RequireSymbols: false,
    });
  });
});

describe("messages", () => {
  test("bounces, complaints and refusals are told, and who bounced is not written to again (T48)", () => {
    const destination = cloud.one("messages", "AWS::SES::ConfigurationSetEventDestination");
    expect(destination.Properties).toMatchObject({
      EventDestination: { MatchingEventTypes: ["bounce", "complaint", "reject"] },
    });
    const told = cloud
      .ofType("messages", "AWS::SES::ConfigurationSetEventDestination")
      .map(([, made]) => made.Properties);
    expect(told).toContainEqual({
      ConfigurationSetName: expect.anything(),
      EventDestination: {
        Enabled: true,
        EventBridgeDestination: { EventBusArn: expect.anything() },
        MatchingEventTypes: ["delivery", "bounce", "complaint", "reject"],
      },
    });
    expect(cloud.one("messages", "AWS::SES::ConfigurationSet").Properties).toMatchObject({
      SuppressionOptions: { SuppressedReasons: ["BOUNCE", "COMPLAINT"] },
      DeliveryOptions: { TlsPolicy: "REQUIRE" },
    });
    expect(cloud.one("messages", "AWS::SES::EmailIdentity").Properties.ConfigurationSetAttributes).toBeDefined();
  });

  test("production proves its whole domain, a stage for trying out one address", () => {
    expect(live.one("messages", "AWS::SES::EmailIdentity").Properties.EmailIdentity).toBe("account.example.com");
    expect(cloud.one("messages", "AWS::SES::EmailIdentity").Properties.EmailIdentity).toBe(dev.mail.from);
  });
});

describe("operations", () => {
  const alarms = full.ofType("operations", "AWS::CloudWatch::Alarm").map(([, { Properties }]) => Properties);

  test("every alarm names its runbook page, which is there, and tells somebody", () => {
    const pages = readdirSync("lib/cloud/runbooks");
    for (const { AlarmDescription, AlarmActions } of alarms) {
      expect(pages).toContain(/lib\/cloud\/runbooks\/([a-z-]+\.md)$/.exec(`${AlarmDescription}`)?.[1]);
      expect(AlarmActions).toHaveLength(1);
    }
    expect(full.one("operations", "AWS::SNS::Subscription").Properties).toMatchObject({
      Protocol: "email",
      Endpoint: "operator@example.com",
    });
  });

  test("failing, throttling, stuck jobs, guessing and unsent messages each wake somebody (OPS 1)", () => {
    const pages = alarms.map(({ AlarmDescription }) => /([a-z-]+)\.md$/.exec(`${AlarmDescription}`)?.[1]);
    expect(pages.toSorted()).toEqual([
      "abandoned-applications",
      "api-errors",
      "audit-chain",
      "county-down",
      "county-refused",
      "dead-letters",
      "failed-sign-ins",
      "jobs-stopped",
      "logout-failed",
      "messages-not-sent",
      "notification-failed",
      "sms-spending",
      "throttled",
      "tokens-replayed",
      "undelivered-mail",
      "wrong-codes",
      "wrong-legacy-passwords",
    ]);
  });

  test("the alarms read the metrics that the functions write", () => {
    const written: readonly MetricName[] = [
      "SignInSucceeded",
      "SignInFailed",
      "CodeWrong",
      "CodeRight",
      "MessageFailed",
      "RegistrationAbandoned",
      "CountySignIn",
      "CountyRefused",
      "CountyDown",
      "TokensReplayed",
      "LegacyPasswordWrong",
      "LegacyPasswordRight",
      "LogoutFailed",
      "NotificationFailed",
      "AuditBroken",
    ];
    const read = JSON.stringify(alarms).matchAll(/"MetricName":"(\w+)","Namespace":"educloud-account"/g);
    expect(new Set([...read].map(([, name]) => name))).toEqual(new Set(written));
  });

  test("an alarm may publish to its topic, whose policy would else shut CloudWatch out", () => {
    expect(JSON.stringify(full.one("operations", "AWS::SNS::TopicPolicy").Properties)).toContain(
      "cloudwatch.amazonaws.com",
    );
  });
});

describe("stages", () => {
  test("synth makes every stage, a deployment only the one that is named", () => {
    expect(chooseStages({})).toEqual(stages);
    expect(chooseStages({ stage: "dev", deploying: "1" })).toEqual([dev]);
    expect(() => chooseStages({ deploying: "1" })).toThrow(
      "Name the stage: --context stage=dev or --context stage=prod",
    );
    expect(() => chooseStages({ stage: "production" })).toThrow("Name the stage");
  });

  test("two stages share no name that an account or a region has once", () => {
    const namesOf = (made: typeof cloud) =>
      JSON.stringify(
        (["data", "identity", "messages", "firewall", "site", "edgeLog", "api", "pages", "operations"] as const).map(
          (stack) => made.resources(stack),
        ),
      ).matchAll(/"(?:TableName|FunctionName|LogGroupName|UserPoolName|DashboardName|Name)":"(educloud[^"]+)"/g);
    const [ours = [], theirs = []] = [cloud, live].map((made) => [...namesOf(made)].map(([, name]) => name));
    expect(ours.length).toBeGreaterThan(20);
    expect(ours.filter((name) => theirs.includes(name))).toEqual([]);
  });
});
