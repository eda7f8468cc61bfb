import type { Stack } from "aws-cdk-lib";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { accept } from "./accept.ts";

/** A new generation is a new secret: CloudFormation does not see that the value behind an unchanged reference is another. */
export function edgeSecret(stack: Stack, generation: number): Secret {
  const secret = new Secret(stack, `edge-secret-${generation}`, {
    description: "What the edge shows to the functions (T29)",
    generateSecretString: { passwordLength: 48, excludePunctuation: true },
  });
  accept(secret, {
    "AwsSolutions-SMG4":
      "CloudFront and the functions must change at one time, by a deployment (runbook edge-secret); a timer would shut the API.",
  });
  return secret;
}
