import type { Stack } from "aws-cdk-lib";

export function acceptUploader(_stack: Stack): void {}
