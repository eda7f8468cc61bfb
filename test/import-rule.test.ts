import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "./local/temporary-folder.ts";

const folder = temporaryFolder();
const rules = JSON.parse(readFileSync("biome.json", "utf8"));
writeFileSync(join(folder, "biome.json"), JSON.stringify({ ...rules, $schema: undefined, vcs: { enabled: false } }));

/** What the project's lint says of one import at a place of the tree. */
function lint(path: string, imported: string): string {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), `import { x } from "${imported}";\n\nexport const y = x;\n`);
  const run = spawnSync(join(process.cwd(), "node_modules/.bin/biome"), ["lint", path], {
    cwd: folder,
    encoding: "utf8",
  });
  return run.stdout + run.stderr;
}

describe("who may import whom is a lint rule with a sentence", () => {
  it.each([
    ["functions/sign-in/x.ts", "../register/complete.ts", "never another function's folder"],
    ["functions/sign-in/x.ts", "../adapters/sessions.ts", "Only handler.ts joins ports to adapters"],
    ["functions/sign-in/x.ts", "@aws-sdk/client-dynamodb", "Only functions/adapters speaks to AWS"],
    ["functions/sign-in/x.ts", "../../lib/local/start-up.ts", "know nothing of where they run"],
    ["functions/sign-in/handler.ts", "../register/complete.ts", "never another function's folder"],
    ["functions/county-callback/contract-check.ts", "../register/complete.ts", "never another function's folder"],
    ["functions/county-callback/x.ts", "../adapters/counties/providers.ts", "Only handler.ts joins ports to adapters"],
    ["functions/my-account/x.ts", "../adapters/closing.ts", "Only handler.ts joins ports to adapters"],
    ["functions/sign-in/contract-check.ts", "../adapters/sessions.ts", "Only handler.ts joins ports to adapters"],
    ["lib/county-check/x.ts", "../../functions/adapters/counties/providers.ts", "lib imports functions/contract"],
    ["lib/county-check/x.ts", "../../functions/county-callback/rules/identity.ts", "lib imports functions/contract"],
    ["functions/steps/x.ts", "../adapters/sessions.ts", "Only handler.ts joins ports to adapters"],
    ["functions/steps/x.ts", "../register/complete.ts", "never another function's folder"],
    ["web/x.ts", "../functions/steps/judge-password.ts", "web imports contract and person"],
    ["functions/register/rules/x.ts", "node:crypto", "rules are pure"],
    ["functions/person/x.ts", "../contract/policy.ts", "person is pure"],
    ["functions/contract/x.ts", "../adapters/keys.ts", "contract is zod and plain data only"],
    ["lib/cloud/x.ts", "../local/start-up.ts", "The cloud has nothing of lib/local"],
    ["lib/local/x.ts", "../../functions/sign-in/rules/x.ts", "lib imports functions/contract"],
    ["web/x.ts", "../functions/adapters/keys.ts", "web imports contract and person"],
  ])("%s may not import %s", (path, imported, sentence) => {
    expect(lint(path, imported)).toContain(sentence);
  });

  it.each([
    ["functions/sign-in/handler.ts", "../adapters/sessions.ts"],
    ["functions/county-callback/contract-check.ts", "../adapters/counties/providers.ts"],
    ["functions/my-account/changes.ts", "../adapters/closing.ts"],
    ["functions/register/public/registering.ts", "../../adapters/challenges.ts"],
    ["lib/county-check/x.ts", "../../functions/county-callback/contract-check.ts"],
    ["functions/adapters/x.ts", "@aws-sdk/client-dynamodb"],
    ["functions/register/x.ts", "../steps/judge-password.ts"],
    ["functions/register/x.ts", "./rules/contacts.ts"],
    ["web/x.ts", "../functions/person/phone.ts"],
  ])("%s may import %s", (path, imported) => {
    expect(lint(path, imported)).not.toContain("noRestrictedImports");
  });
});
