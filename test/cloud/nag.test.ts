import { AwsSolutionsChecks } from "cdk-nag";
import { describe, expect, test } from "vitest";
import { dev, everythingSet, prod, type StackName, synthesise } from "./synthesised.ts";

const stacks: readonly StackName[] = [
  "data",
  "identity",
  "messages",
  "firewall",
  "site",
  "edgeLog",
  "api",
  "pages",
  "operations",
];
const made = [dev, prod, everythingSet].map(
  (stage) => [`${stage.name} in ${stage.region}`, synthesise(stage)] as const,
);

describe.each(made)("%s", (_, cloud) => {
  test("cdk-nag AwsSolutions finds nothing that is not accepted with a reason", () => {
    // As `cdk synth` does it: after the references between the stacks are settled, which changes what a finding is called.
    cloud.app.synth();
    const { violations } = new AwsSolutionsChecks(cloud.app).validateScope(cloud.app);
    const found = violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map((resource) => `${ruleName} ${JSON.stringify(resource)}`),
    );
    expect(found).toEqual([]);
  });

  test("the library warns of nothing", () => {
    const messages = cloud.app.synth().stacks.flatMap((stack) => stack.messages.map(({ entry }) => entry.data));
    expect(messages).toEqual([]);
  });

  test("no policy of ours allows a whole service or every resource (SEC 2)", () => {
    for (const stack of stacks) {
      for (const [, { Properties }] of [
        ...cloud.ofType(stack, "AWS::IAM::Role"),
        ...cloud.ofType(stack, "AWS::IAM::Policy"),
      ]) {
        const documents = [
          Properties.PolicyDocument,
          ...((Properties.Policies ?? []) as { PolicyDocument: unknown }[]).map((own) => own.PolicyDocument),
        ];
        for (const { Action, Resource } of documents.flatMap(
          (document) => (document as Document | undefined)?.Statement ?? [],
        )) {
          expect([Action].flat().filter((action) => action.includes("*"))).toEqual([]);
          expect([Resource].flat()).not.toContain("*");
        }
      }
    }
  });
});

interface Document {
  Statement: { Action: string | string[]; Resource: unknown }[];
}
