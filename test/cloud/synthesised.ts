import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { type FunctionName, functions } from "../../functions/contract/functions.ts";
import { addService, type Service } from "../../lib/cloud/service.ts";
import { type StageSettings, stages } from "../../lib/cloud/stages.ts";

export type Resource = { Type: string; Properties: Record<string, unknown> } & Record<string, unknown>;
export type StackName = keyof Service;
export interface Synthesised {
  readonly app: App;
  /** All resources of a stack by logical id. */
  readonly resources: (stack: StackName) => Readonly<Record<string, Resource>>;
  /** The first resource of a type. Throws when there is none. */
  readonly one: (stack: StackName, type: string) => Resource;
  readonly ofType: (stack: StackName, type: string) => [id: string, resource: Resource][];
  /** What a value of a template points to: the name that a resource was given, or `<type> <logical id>`; texts are joined. */
  readonly meaning: (stack: StackName, value: unknown) => string;
}

const names = Object.keys(functions) as FunctionName[];
export const [dev, prod] = stages;
export const everythingSet: StageSettings = {
  ...prod,
  account: "111122223333",
  region: "us-east-1",
  domain: { name: "account.example.com", certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/one" },
  sms: { sender: "EduCloud", monthlySpendLimit: 50 },
  schoolRanges: ["192.0.2.0/24", "2001:db8::/32"],
  alarmEmail: "operator@example.com",
};

/** The templates of one stage, with empty code and an empty site: what the stacks say does not depend on either. */
export function synthesise(stage: StageSettings): Synthesised {
  const folder = mkdtempSync(join(tmpdir(), "educloud-cloud-"));
  const bundles = Object.fromEntries(names.map((name) => [name, { dir: withFile(join(folder, name), "index.mjs") }]));
  const { context } = JSON.parse(readFileSync("cdk.json", "utf8"));
  const app = new App({ context, outdir: join(folder, "cdk.out") });
  const siteDir = withFile(join(folder, "site"), "index.html");
  for (const notPublished of ["local", ".vite"]) withFile(join(siteDir, notPublished), "one-machine.js");
  withFile(join(siteDir, "news"), "rss.xml");
  const service = addService(app, stage, { bundles: bundles as Record<FunctionName, { dir: string }>, siteDir });
  const templates = new Map<string, Template>();
  const template = (stack: StackName) => {
    const made = templates.get(stack) ?? Template.fromStack(service[stack]);
    templates.set(stack, made);
    return made.toJSON() as { Resources: Record<string, Resource>; Outputs?: Record<string, Output> };
  };
  const exported = (name: string): string => {
    const stack = (Object.keys(service) as StackName[]).find((key) => name.startsWith(`${service[key].stackName}:`));
    const outputs = stack === undefined ? [] : Object.values(template(stack).Outputs ?? {});
    return meaning(stack as StackName, outputs.find((output) => output.Export?.Name === name)?.Value);
  };
  const meaning = (stack: StackName, value: unknown): string => {
    if (typeof value !== "object" || value === null) return String(value);
    const [[kind, inner] = []] = Object.entries(value);
    if (kind === "Fn::Join") return (inner[1] as unknown[]).map((part) => meaning(stack, part)).join(inner[0]);
    if (kind === "Fn::ImportValue") return exported(inner);
    const id: string = kind === "Ref" ? inner : kind === "Fn::GetAtt" ? inner[0] : "";
    const found = template(stack).Resources[id];
    return found === undefined ? id || JSON.stringify(value) : nameOf(found, id);
  };
  const one = (stack: StackName, type: string) => {
    const found = Object.values(template(stack).Resources).find(({ Type }) => Type === type);
    if (found === undefined) throw new Error(`${stack} has no ${type}`);
    return found;
  };
  return {
    app,
    meaning,
    one,
    resources: (stack) => template(stack).Resources,
    ofType: (stack, type) => Object.entries(template(stack).Resources).filter(([, { Type }]) => Type === type),
  };
}

interface Output {
  readonly Value: unknown;
  readonly Export?: { readonly Name: string };
}

function nameOf({ Type, Properties = {} }: Resource, id: string): string {
  const given = ["TableName", "FunctionName", "UserPoolName", "LogGroupName", "EmailIdentity"].flatMap(
    (key) => Properties[key] ?? [],
  );
  return given.length > 0 ? String(given[0]) : `${Type} ${id}`;
}

function withFile(folder: string, file: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, file), "");
  return folder;
}
