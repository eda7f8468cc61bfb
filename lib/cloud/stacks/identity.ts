import { Duration, RemovalPolicy, Stack, type StackProps } from "aws-cdk-lib";
import {
  AccountRecovery,
  type CfnUserPoolClient,
  FeaturePlan,
  Mfa,
  UserPool,
  type UserPoolClient,
} from "aws-cdk-lib/aws-cognito";
import type { Construct } from "constructs";
import { accept } from "../constructs/accept.ts";

/**
 * Cognito as the password vault and nothing else (architecture decision 4): no self sign-up, no aliases, no attributes, no
 * messages, no hosted pages. The user name is our random user id.
 */
export class IdentityStack extends Stack {
  readonly userPool: UserPool;
  readonly client: UserPoolClient;

  constructor(scope: Construct, id: string, props: StackProps & { poolName: string }) {
    super(scope, id, { ...props, terminationProtection: true, description: "Password vault" });
    this.userPool = new UserPool(this, "user-pool", {
      userPoolName: props.poolName,
      selfSignUpEnabled: false,
      signInAliases: { username: true },
      signInCaseSensitive: true,
      accountRecovery: AccountRecovery.NONE,
      mfa: Mfa.OFF,
      // The rules in words are ours, one table per flow (contract/policy.ts): Cognito must refuse nothing that they allow.
      passwordPolicy: {
        minLength: 8,
        requireLowercase: false,
        requireUppercase: false,
        requireDigits: false,
        requireSymbols: false,
        tempPasswordValidity: Duration.days(1),
      },
      // US$ 0.0055 a monthly user, 0.015 in Essentials and 0.020 in Plus (https://aws.amazon.com/cognito/pricing/): what the
      // dearer plans add (hosted pages, passkeys, risk scores) is not used.
      featurePlan: FeaturePlan.LITE,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.client = this.userPool.addClient("functions", {
      authFlows: { adminUserPassword: true },
      disableOAuth: true,
      preventUserExistenceErrors: true,
      generateSecret: false,
      // A sign-in only asks whether the password is right: the tokens are thrown away, so they live as short as Cognito lets them.
      accessTokenValidity: Duration.minutes(5),
      idTokenValidity: Duration.minutes(5),
      refreshTokenValidity: Duration.hours(1),
      enableTokenRevocation: true,
    });
    // The library always adds the refresh flow, which nobody here uses.
    (this.client.node.defaultChild as CfnUserPoolClient).explicitAuthFlows = ["ALLOW_ADMIN_USER_PASSWORD_AUTH"];
    accept(this.userPool, {
      "AwsSolutions-COG1":
        "Length is Cognito's, composition is ours: contract/policy.ts has a rule per flow (manual M17, M55) and refuses the 50,000 commonest passwords before Cognito is asked.",
      "AwsSolutions-COG2":
        "The second factor is the service's own (M63), kept with the account and asked after the password; Cognito never meets a person.",
      "AwsSolutions-COG8":
        "Plus scores sign-ins by the client's address, which Cognito does not see behind our functions; the wait ladder of T01-T03 is ours. It costs US$ 0.020 a monthly user against 0.0055.",
    });
  }
}
