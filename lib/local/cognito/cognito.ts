import { DynamoDBClient, type DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { AwsJsonError, serveAwsJson } from "../aws-json.ts";
import type { LoopbackServer } from "../loopback-server.ts";
import { StartUpError } from "../start-up-error.ts";
import { cognitoError } from "./cognito-error.ts";
import { operations } from "./operations.ts";
import { passwordHashes } from "./password-hash.ts";
import { createStore } from "./store.ts";
import { createMissingTables } from "./tables.ts";

export type CognitoOptions = {
  dynamoDbEndpoint: string;
  /** Region and credentials for that endpoint; any do for an embedded one. */
  dynamoDb?: Pick<DynamoDBClientConfig, "region" | "credentials"> | undefined;
  host?: string | undefined;
  /** Runs before each operation with its name; what it throws is the answer (a token bucket throws tooManyRequests()). */
  beforeOperation?: ((operation: string) => void) | undefined;
  now?: (() => Date) | undefined;
  /** What a password's hash costs, as `passwordHashes` takes it; a test's that is about something else. */
  passwordCost?: number | undefined;
  warn?: ((sentence: string) => void) | undefined;
};

/** What Cognito answers above its quota. */
export const tooManyRequests = () => new AwsJsonError("TooManyRequestsException", "Rate exceeded");

/**
 * Stands in for Cognito user pools, for exactly the operations this service uses; anything else is refused with
 * UnsupportedOperationException and a warning. Pools and users live in DynamoDB, passwords as scrypt hashes only.
 * @throws StartUpError when that DynamoDB does not answer
 */
export async function startCognito(options: CognitoOptions): Promise<LoopbackServer> {
  const { dynamoDbEndpoint, host, beforeOperation, now = () => new Date(), warn = console.warn } = options;
  const database = new DynamoDBClient({
    endpoint: dynamoDbEndpoint,
    region: "us-east-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    ...options.dynamoDb,
  });
  await createMissingTables(database).catch((cause: unknown) => {
    database.destroy();
    throw new StartUpError(
      `The Cognito stand-in cannot make its tables at ${dynamoDbEndpoint}: check that AWS_ENDPOINT_URL_DYNAMODB names a DynamoDB that runs.`,
      { cause },
    );
  });
  const store = createStore(
    DynamoDBDocumentClient.from(database, { marshallOptions: { removeUndefinedValues: true } }),
  );

  const passwords = passwordHashes(options.passwordCost);

  const server = await serveAwsJson({
    service: "AWSCognitoIdentityProviderService",
    host,
    async answer(name, body) {
      try {
        const operation = operations.get(name);
        if (operation === undefined) throw cognitoError.unsupported(name);
        beforeOperation?.(name);
        return await operation(body, { store, now, passwords });
      } catch (error) {
        if (error instanceof AwsJsonError && error.type === "UnsupportedOperationException") {
          warn(`Cognito: ${name}: ${error.message}`);
        }
        throw error;
      }
    },
  });
  return {
    endpoint: server.endpoint,
    async stop() {
      await server.stop();
      database.destroy();
    },
  };
}
