import { secretsManagerKeys } from "../../functions/adapters/keys.ts";
import { dynamoLegacyImport } from "../../functions/adapters/legacy-import.ts";
import { systemClock, systemIds } from "../../functions/adapters/system.ts";
import { policies } from "../../functions/contract/policy.ts";
import { importLegacy } from "../../functions/jobs/import-legacy/import-legacy.ts";
import { runOver } from "../../lib/legacy-commands/run.ts";
import { startSecrets } from "../../lib/local/secrets.ts";

// The command's and the job's own code over one file, in a process whose memory is looked at: only the database counts in place of
// keeping, and the slow hash costs little, which is memory of the hashing threads and not of the import.
const [file = "", dataDir = ""] = process.argv.slice(2);
const secrets = await startSecrets({ dataDir });
Object.assign(process.env, {
  AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.endpoint,
  AWS_REGION: "us-east-1",
  AWS_ACCESS_KEY_ID: "local",
  AWS_SECRET_ACCESS_KEY: "local",
});
const written = { rows: 0, bytes: 0, records: 0 };
const dynamo = {
  name: (table: string) => table,
  batchGet: async (keys: readonly unknown[]) => keys.map(() => undefined),
  async send({ input }: { readonly input: { readonly TableName: string; readonly Item: object } }) {
    if (input.TableName === "audit") written.records += 1;
    else {
      written.rows += 1;
      written.bytes += JSON.stringify(input.Item).length;
    }
    return {};
  },
};
const parts = {
  dynamo: dynamo as never,
  keys: secretsManagerKeys("educloud/key-ring"),
  clock: systemClock,
  ids: systemIds,
  policy: policies.seed,
};
const job = {
  applications: { list: async () => [{ legacyPlatform: { id: "ups", hashes: ["md5"] } }] as never },
  legacyImport: dynamoLegacyImport({ ...parts, slowCost: { memory: 8, passes: 1, parallelism: 1 } }),
};
const said: string[] = [];
const code = await runOver(
  { verb: "import", platform: "ups", by: "tests", file, encoding: "utf-8", dryRun: false },
  (event) => importLegacy(event as Parameters<typeof importLegacy>[0], job),
  { say: (line) => void said.push(line), remark: () => undefined },
);
console.log(JSON.stringify({ code, said, ...written, peak: process.resourceUsage().maxRSS * 1_024 }));
await secrets.stop();
