import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  AdminGetUserCommand,
  AdminInitiateAuthCommand,
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  DeleteUserPoolCommand,
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
  ListUserPoolClientsCommand,
  ListUserPoolsCommand,
  SignUpCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startCognito, tooManyRequests } from "../../lib/local/cognito/cognito.ts";
import { type EmbeddedDynamoDb, startDynamoDb } from "../../lib/local/dynamodb.ts";
import type { LoopbackServer } from "../../lib/local/loopback-server.ts";
import { userPool, userPoolContract, userPoolRefusals } from "./cognito-contract.ts";
import { clientOf, temporaryFolder } from "./temporary-folder.ts";

const dataDir = temporaryFolder();
const warnings: string[] = [];
let refuse: ((operation: string) => void) | undefined;
let dynamoDb: EmbeddedDynamoDb;
let server: LoopbackServer;
let cognito: CognitoIdentityProviderClient;

async function connect(): Promise<void> {
  server = await startCognito({
    dynamoDbEndpoint: dynamoDb.endpoint,
    beforeOperation: (operation) => refuse?.(operation),
    warn: (sentence) => warnings.push(sentence),
  });
  cognito = new CognitoIdentityProviderClient(clientOf(server.endpoint));
}

async function disconnect(): Promise<void> {
  cognito.destroy();
  await server.stop();
}

beforeAll(async () => {
  dynamoDb = await startDynamoDb({ dataDir });
  await connect();
});
afterEach(() => {
  refuse = undefined;
  warnings.length = 0;
});
afterAll(async () => {
  await disconnect();
  await dynamoDb.stop();
});

describe("the stand-in for Cognito", () => {
  userPoolContract(() => cognito);
  userPoolRefusals(() => cognito);

  it("keeps pools and users over a restart", async () => {
    const users = await userPool(cognito);
    await users.create("u1");
    await users.setPassword("u1", "right-password-1");
    await disconnect();
    await connect();
    const { UserPoolId, ClientId } = users;
    expect(await cognito.send(new AdminGetUserCommand({ UserPoolId, Username: "u1" }))).toMatchObject({
      UserStatus: "CONFIRMED",
    });
    const { UserPoolClient } = await cognito.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId }));
    expect(UserPoolClient).toMatchObject({ ClientName: "service", PreventUserExistenceErrors: "ENABLED" });
  });

  it("writes no password to the disk in clear (I4)", async () => {
    const users = await userPool(cognito);
    await users.create("u1", "temporary-seen-nowhere-1");
    await users.setPassword("u1", "permanent-seen-nowhere-2");
    const files = readdirSync(dataDir).map((name) => readFileSync(join(dataDir, name)));
    const seen = (text: string) => files.some((file) => file.includes(text));
    expect(seen("$scrypt$ln=14,r=8,p=1$")).toBe(true);
    expect(seen(users.UserPoolId ?? "")).toBe(true);
    expect(seen("seen-nowhere")).toBe(false);
  });

  it("refuses an operation it does not know loudly", async () => {
    await expect(
      cognito.send(new SignUpCommand({ ClientId: "c", Username: "u", Password: "p" })),
    ).rejects.toMatchObject({
      name: "UnsupportedOperationException",
      message: "the stand-in does not support SignUp",
      $metadata: { httpStatusCode: 400 },
    });
    expect(warnings).toEqual(["Cognito: SignUp: the stand-in does not support SignUp"]);
  });

  it("refuses a parameter or a value it would have to ignore, without repeating it", async () => {
    const unsupported = { name: "UnsupportedOperationException" };
    const wants = (more: object) => cognito.send(new CreateUserPoolCommand({ PoolName: "p", ...more }));
    await expect(wants({ MfaConfiguration: "ON" })).rejects.toMatchObject(unsupported);
    await expect(wants({ LambdaConfig: { PreSignUp: "secret-arn" } })).rejects.toMatchObject({
      ...unsupported,
      message: "the stand-in does not support the parameter LambdaConfig",
    });
    expect(warnings).toHaveLength(2);
    expect(warnings.join()).not.toContain("secret-arn");
  });

  it("lets a test throttle an operation", async () => {
    const users = await userPool(cognito);
    refuse = (operation) => {
      if (operation === "AdminGetUser") throw tooManyRequests();
    };
    await expect(users.get("u1")).rejects.toMatchObject({ name: "TooManyRequestsException" });
    await users.create("u1");
  });

  it("names a missing pool or client as Cognito does", async () => {
    const { UserPoolId } = await userPool(cognito);
    const missing = { name: "ResourceNotFoundException" };
    await expect(
      cognito.send(new AdminGetUserCommand({ UserPoolId: "local_none", Username: "u" })),
    ).rejects.toMatchObject(missing);
    await expect(
      cognito.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId: "none" })),
    ).rejects.toMatchObject(missing);
  });

  it("refuses the password flow to a client that was not made for it", async () => {
    const { UserPoolId } = await userPool(cognito);
    const { UserPoolClient } = await cognito.send(new CreateUserPoolClientCommand({ UserPoolId, ClientName: "other" }));
    const signIn = new AdminInitiateAuthCommand({
      UserPoolId,
      ClientId: UserPoolClient?.ClientId,
      AuthFlow: "ADMIN_USER_PASSWORD_AUTH",
      AuthParameters: { USERNAME: "u1", PASSWORD: "right-password-1" },
    });
    await expect(cognito.send(signIn)).rejects.toMatchObject({
      name: "InvalidParameterException",
      message: "Auth flow not enabled for this client",
    });
  });

  it("finds pools and their clients again by listing, page by page", async () => {
    const { UserPoolId, ClientId } = await userPool(cognito);
    const found: (string | undefined)[] = [];
    let NextToken: string | undefined;
    do {
      const page = await cognito.send(new ListUserPoolsCommand({ MaxResults: 2, NextToken }));
      found.push(...(page.UserPools ?? []).map((pool) => pool.Id));
      NextToken = page.NextToken;
    } while (NextToken !== undefined);
    expect(found.filter((id) => id === UserPoolId)).toHaveLength(1);
    expect(new Set(found).size).toBe(found.length);
    const { UserPoolClients } = await cognito.send(new ListUserPoolClientsCommand({ UserPoolId, MaxResults: 10 }));
    expect(UserPoolClients).toEqual([{ ClientId, ClientName: "service", UserPoolId }]);
  });

  it("gives a pool without a policy Cognito's own, and forgets a deleted pool", async () => {
    const { UserPool } = await cognito.send(new CreateUserPoolCommand({ PoolName: "plain" }));
    const UserPoolId = UserPool?.Id;
    const described = await cognito.send(new DescribeUserPoolCommand({ UserPoolId }));
    expect(described.UserPool?.Policies?.PasswordPolicy).toMatchObject({ MinimumLength: 8, RequireSymbols: true });
    await cognito.send(new DeleteUserPoolCommand({ UserPoolId }));
    await expect(cognito.send(new DescribeUserPoolCommand({ UserPoolId }))).rejects.toMatchObject({
      name: "ResourceNotFoundException",
    });
  });
});
