import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { startDynamoDb } from "../local/dynamodb.ts";
import type { JobsHandler } from "../local/handlers.ts";
import { startSecrets } from "../local/secrets.ts";
import { localSettings } from "../local/settings.ts";
import { StartUpError } from "../local/start-up-error.ts";
import { ensureTables } from "../local/tables.ts";

/**
 * The jobs over the data of the service on this machine, without the service: DynamoDB and the key ring are those the SDK's own
 * variables name, or the embedded ones over `DATA_DIR`. SQLite lets a running service and this one at the same file.
 * @throws StartUpError when there is no data in that folder, or it cannot be read
 */
export async function openJobs(environment: NodeJS.ProcessEnv): Promise<{ jobs: JobsHandler; stop(): Promise<void> }> {
  const { dataDir } = localSettings(environment);
  const started: { stop(): Promise<void> }[] = [];
  const stop = async () => {
    for (const part of started.toReversed()) await part.stop();
  };
  try {
    environment.AWS_REGION ??= environment.AWS_DEFAULT_REGION ?? "us-east-1";
    environment.AWS_ACCESS_KEY_ID ??= "local";
    environment.AWS_SECRET_ACCESS_KEY ??= "local";
    if (!environment.AWS_ENDPOINT_URL_DYNAMODB) {
      if (!existsSync(join(dataDir, "dynamodb.sqlite")))
        throw new StartUpError(
          `There is no data in ${dataDir}: set DATA_DIR to the service's folder, or start it once.`,
        );
      const dynamoDb = await startDynamoDb({ dataDir });
      started.push(dynamoDb);
      environment.AWS_ENDPOINT_URL_DYNAMODB = dynamoDb.endpoint;
    }
    if (!environment.AWS_ENDPOINT_URL_SECRETS_MANAGER) {
      const secrets = await startSecrets({ dataDir });
      started.push(secrets);
      environment.AWS_ENDPOINT_URL_SECRETS_MANAGER = secrets.endpoint;
    }
    Object.assign(environment, surroundings(environment));
    await ensureTables(environment.TABLE_PREFIX ?? "");
    // Loaded after the environment is set: the handler reads it as it loads.
    const { handler } = await import("../../functions/jobs/handler.ts");
    return { jobs: handler, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What the jobs' settings ask for. No job that is started here speaks to the user pool, to the post, to pictures or to a browser. */
function surroundings(environment: NodeJS.ProcessEnv) {
  const own = {
    SITE_ORIGIN: "http://localhost",
    EDGE_SECRET: randomBytes(24).toString("base64url"),
    TABLE_PREFIX: "educloud-",
    KEY_RING_SECRET_ID: "educloud/key-ring",
    USER_POOL_ID: "none",
    USER_POOL_CLIENT_ID: "none",
    PICTURE_BUCKET: "none",
    MAIL_FROM: "no-reply@educloud.example",
    ACCOUNT_DOMAIN: "educloud.example",
    POWERTOOLS_METRICS_DISABLED: "true",
  };
  return Object.fromEntries(Object.entries(own).map(([name, value]) => [name, environment[name] ?? value]));
}
