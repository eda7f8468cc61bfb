import type { UserPoolClient } from "aws-cdk-lib/aws-cognito";
import type { Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { FunctionSpec } from "../../../functions/contract/functions.ts";
import type { Settings } from "../../../functions/contract/settings.ts";
import type { StageSettings } from "../stages.ts";
import type { Resources } from "./permissions.ts";

/** Where the functions of a stage are. */
export interface Surroundings {
  readonly stage: StageSettings;
  readonly tablePrefix: string;
  /** `https://…`, without a path. */
  readonly siteOrigin: string;
  readonly edgeSecret: Secret;
  readonly client: UserPoolClient;
  readonly resources: Resources;
}

/** Every setting there is: one that is added to the contract does not compile here until the cloud gives it. */
type Environment = { readonly [K in keyof Required<Settings>]: string | undefined };

/** The settings of one function: those of Cognito, of the counties, of pictures and of sending only where the contract says that it does. */
export function environmentOf(spec: FunctionSpec, around: Surroundings): Record<string, string> {
  const { stage, siteOrigin, edgeSecret, tablePrefix, resources, client } = around;
  const environment: Environment = {
    SITE_ORIGIN: siteOrigin,
    // Resolved when CloudFormation deploys, not in the template; a read of the secret at each cold start is saved.
    EDGE_SECRET: edgeSecret.secretValue.unsafeUnwrap(),
    TABLE_PREFIX: tablePrefix,
    KEY_RING_SECRET_ID: resources.keyRing.secretArn,
    COUNTIES_SECRET_ID: spec.counties ? resources.counties.secretArn : undefined,
    USER_POOL_ID: spec.cognito && resources.userPool.userPoolId,
    USER_POOL_CLIENT_ID: spec.cognito && client.userPoolClientId,
    PICTURE_BUCKET: spec.pictures && resources.pictures.bucketName,
    MAIL_FROM: spec.sends ? stage.mail.from : undefined,
    SERVICE_DESK_MAIL: spec.tables.cases && stage.mail.serviceDesk,
    SMS_SENDER: spec.sends ? stage.sms.sender : undefined,
    ACCOUNT_DOMAIN: stage.accountDomain,
    POLICY_PROFILE: stage.policyProfile,
    SCHOOL_RANGES: stage.schoolRanges.join(","),
  };
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
