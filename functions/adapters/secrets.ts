import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";

/** Gives the text of a secret in Secrets Manager, undefined where it holds bytes. Throws `ResourceNotFoundException` where there is none. */
export function secretReader(): (secretId: string) => Promise<string | undefined> {
  const client = new SecretsManagerClient({});
  return async (SecretId) => (await client.send(new GetSecretValueCommand({ SecretId }))).SecretString;
}
