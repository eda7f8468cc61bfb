import { afterAll, describe } from "vitest";
import { cognitoCredentials } from "../../functions/adapters/credentials.ts";
import { systemIds } from "../../functions/adapters/system.ts";
import { ensureUserPool } from "../../lib/local/user-pool.ts";
import { temporaryFolder } from "../local/temporary-folder.ts";
import { startCognitoLocal } from "./cognito-local.ts";
import { credentialsContract } from "./credentials-contract.ts";

// cognito-local is written by others: where it agrees, our idea of Cognito is not ours alone.
const cognito = await startCognitoLocal(temporaryFolder());
afterAll(() => cognito.stop());
Object.assign(process.env, {
  AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: cognito.endpoint,
  AWS_REGION: "us-east-1",
  AWS_ACCESS_KEY_ID: "test",
  AWS_SECRET_ACCESS_KEY: "test",
});
const credentials = cognitoCredentials(await ensureUserPool(), systemIds);

describe("the password vault on cognito-local, an independent opinion", () => {
  credentialsContract(() => credentials);
});
