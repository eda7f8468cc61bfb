import { join } from "node:path";
import { App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { type FunctionName, functions } from "../functions/contract/functions.ts";
import { addService } from "../lib/cloud/service.ts";
import { chooseStages } from "../lib/cloud/stages.ts";

// The CDK app: each stage, its stacks. `npm run build` made what they carry.
const built = join(import.meta.dirname, "..", "dist");
const names = Object.keys(functions) as FunctionName[];
const code = Object.fromEntries(names.map((name) => [name, join(built, "functions", name)])) as Record<
  FunctionName,
  string
>;

const app = new App();
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
const [stage, deploying] = [app.node.tryGetContext("stage"), app.node.tryGetContext("deploying")];
for (const settings of chooseStages({ stage, deploying }))
  addService(app, settings, { code, siteDir: join(built, "site") });
