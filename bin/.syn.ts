import { readFileSync } from "node:fs";
import { addService } from "/work/main/lib/cloud/service.ts";
import { stages } from "/work/main/lib/cloud/stages.ts";
import { App, Validations } from "/work/main/node_modules/aws-cdk-lib/index.js";
import { AwsSolutionsChecks } from "/work/main/node_modules/cdk-nag/lib/index.js";

const t = Date.now();
const app = new App({
  outdir: "/tmp/cdkout",
  context: JSON.parse(readFileSync("/work/main/cdk.json", "utf8")).context,
});
const code: any = {};
for (const n of ["captcha", "register", "verify-code", "sign-in", "my-account", "jobs"]) code[n] = {dir:`/tmp/code/${n}`};
for (const s of stages) addService(app, s, { bundles: code, siteDir: "/tmp/site" });
const r = new AwsSolutionsChecks(app).validateScope(app);
for (const v of r.violations) {
  console.log(v.ruleName, v.severity, v.description.slice(0, 120));
  for (const x of v.violatingResources) console.log("   ", (x as any).constructPath);
}
const asm = app.synth();
for (const s of asm.stacks) for (const m of s.messages) console.log(m.level, m.id, m.entry.data);
console.log(Date.now() - t);
