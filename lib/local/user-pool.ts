import {
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  ListUserPoolClientsCommand,
  ListUserPoolsCommand,
} from "@aws-sdk/client-cognito-identity-provider";

const poolName = "educloud-account";
const clientName = "sign-in";

/** Finds or makes the user pool and its client on whatever Cognito the SDK's own variables name. */
export async function ensureUserPool(): Promise<{ userPoolId: string; clientId: string }> {
  const cognito = new CognitoIdentityProviderClient({});
  const { UserPools = [] } = await cognito.send(new ListUserPoolsCommand({ MaxResults: 60 }));
  const userPoolId = UserPools.find((pool) => pool.Name === poolName)?.Id ?? (await createPool(cognito));
  const { UserPoolClients = [] } = await cognito.send(
    new ListUserPoolClientsCommand({ UserPoolId: userPoolId, MaxResults: 60 }),
  );
  const clientId =
    UserPoolClients.find((client) => client.ClientName === clientName)?.ClientId ??
    (await createClient(cognito, userPoolId));
  cognito.destroy();
  return { userPoolId, clientId };
}

/** The pool's own password policy is the least one: the account rules are ours, in the contract. */
async function createPool(cognito: CognitoIdentityProviderClient): Promise<string> {
  const PasswordPolicy = {
    MinimumLength: 8,
    RequireLowercase: false,
    RequireUppercase: false,
    RequireNumbers: false,
    RequireSymbols: false,
  };
  const { UserPool } = await cognito.send(
    new CreateUserPoolCommand({ PoolName: poolName, Policies: { PasswordPolicy } }),
  );
  if (UserPool?.Id === undefined) throw new Error("Cognito made a user pool without an id");
  return UserPool.Id;
}

async function createClient(cognito: CognitoIdentityProviderClient, UserPoolId: string): Promise<string> {
  const { UserPoolClient } = await cognito.send(
    new CreateUserPoolClientCommand({
      UserPoolId,
      ClientName: clientName,
      ExplicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH"],
      PreventUserExistenceErrors: "ENABLED",
    }),
  );
  if (UserPoolClient?.ClientId === undefined) throw new Error("Cognito made a client without an id");
  return UserPoolClient.ClientId;
}
