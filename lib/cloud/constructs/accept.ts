import { Validations } from "aws-cdk-lib";
import type { IConstruct } from "constructs";

/** A cdk-nag rule, or one finding of it: `AwsSolutions-IAM5[Resource::*]`. */
export type Rule = `AwsSolutions-${string}`;

/** Accepts findings of cdk-nag on a construct and all below it, each with its reason: there is no way to leave the reason out. */
export function accept(construct: IConstruct, reasons: Readonly<Record<Rule, string>>): void {
  Validations.of(construct).acknowledge(...Object.entries(reasons).map(([id, reason]) => ({ id, reason })));
}
