import { join } from "node:path";
import { App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { bundleFunctions } from "../lib/build/bundle.ts";
import { addService } from "../lib/cloud/service.ts";
import { chooseStages } from "../lib/cloud/stages.ts";

// The CDK app: each stage, its stacks. `vite build` made the site; the functions are bundled here.
const built = join(import.meta.dirname, "..", "dist");
const app = new App();
const [stage, deploying] = [app.node.tryGetContext("stage"), app.node.tryGetContext("deploying")];
const stages = chooseStages({ stage, deploying });
const bundles = await bundleFunctions({ outDir: join(built, "functions") });
for (const settings of stages) addService(app, settings, { bundles, siteDir: join(built, "site") });
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
