import { type CognitoOptions, startCognito } from "./cognito/cognito.ts";
import { startDynamoDb } from "./dynamodb.ts";
import { type Outbox, startOutbox } from "./outbox/outbox.ts";
import { startS3 } from "./s3/s3.ts";
import { type Secrets, startSecrets } from "./secrets.ts";

export interface AwsParts {
  /** There unless both SES and SNS are somewhere else. */
  readonly outbox: Outbox | undefined;
  /** There unless Secrets Manager is somewhere else. */
  readonly secrets: Secrets | undefined;
  /** The stand-ins that were started, by service. */
  readonly started: readonly string[];
  stop(): Promise<void>;
}

const endpoint = (service: string) => `AWS_ENDPOINT_URL_${service}`;

/**
 * Starts a stand-in for each AWS service whose `AWS_ENDPOINT_URL_<SERVICE>` is not set yet, and sets it: the SDK finds them by
 * its own variables, and nothing in the functions knows. What is set already (DynamoDB Local, LocalStack, moto, AWS itself) is used.
 */
export async function startAwsParts(
  environment: NodeJS.ProcessEnv,
  dataDir: string,
  { passwordCost }: Pick<CognitoOptions, "passwordCost"> = {},
): Promise<AwsParts> {
  environment.AWS_REGION ??= environment.AWS_DEFAULT_REGION ?? "us-east-1";
  environment.AWS_ACCESS_KEY_ID ??= "local";
  environment.AWS_SECRET_ACCESS_KEY ??= "local";
  const parts: { service: string; stop(): Promise<void> }[] = [];
  const stop = async () => {
    for (const part of parts.toReversed()) await part.stop();
  };
  const start = async <P extends { endpoint: string; stop(): Promise<void> }>(
    services: string[],
    make: () => Promise<P>,
  ) => {
    const missing = services.filter((service) => !environment[endpoint(service)]);
    if (missing.length === 0) return undefined;
    const part = await make();
    parts.push({ service: missing.join("+"), stop: () => part.stop() });
    for (const service of missing) environment[endpoint(service)] = part.endpoint;
    return part;
  };
  try {
    const secrets = await start(["SECRETS_MANAGER"], () => startSecrets({ dataDir }));
    await start(["DYNAMODB"], () => startDynamoDb({ dataDir }));
    await start(["S3"], () => startS3({ dataDir }));
    await start(["COGNITO_IDENTITY_PROVIDER"], () => startCognito({ ...overDynamoDb(environment), passwordCost }));
    const outbox = await start(["SES", "SNS"], () => startOutbox({ dataDir }));
    return { outbox, secrets, started: parts.map(({ service }) => service), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The Cognito stand-in keeps its users in the same DynamoDB as everything else, wherever that is. */
function overDynamoDb(environment: NodeJS.ProcessEnv) {
  const {
    AWS_REGION: region = "",
    AWS_ACCESS_KEY_ID: accessKeyId = "",
    AWS_SECRET_ACCESS_KEY: secretAccessKey = "",
  } = environment;
  const session = environment.AWS_SESSION_TOKEN === undefined ? {} : { sessionToken: environment.AWS_SESSION_TOKEN };
  return {
    dynamoDbEndpoint: environment[endpoint("DYNAMODB")] ?? "",
    dynamoDb: { region, credentials: { accessKeyId, secretAccessKey, ...session } },
  };
}
