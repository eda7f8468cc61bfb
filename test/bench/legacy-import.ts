import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { dynamoLegacyImport } from "../../functions/adapters/legacy-import.ts";
import { partsOf } from "../../functions/adapters/parts.ts";
import { slowHash } from "../../functions/adapters/slow-hash.ts";
import { systemClock, systemIds } from "../../functions/adapters/system.ts";
import { readSettings } from "../../functions/contract/settings.ts";
import { importLegacy } from "../../functions/jobs/import-legacy/import-legacy.ts";
import { importFile } from "../../lib/legacy-commands/import-file.ts";
import { lookThrough } from "../../lib/legacy-commands/read-rows.ts";
import { answerParent } from "./child.ts";

// `npm run legacy` without its argument parser: file, job and database are the real ones. Only the slow hash costs next to nothing, for the
// number of rows; what one really costs is measured beside it.
const [folder = ""] = process.argv.slice(2);
const surroundings = { environment: process.env, clock: systemClock, ids: systemIds };
const parts = partsOf(readSettings(process.env), surroundings);
const job = {
  applications: { list: async () => [{ legacyPlatform: { id: "bench", hashes: ["md5"] } }] as never },
  legacyImport: dynamoLegacyImport({ ...parts, slowCost: { memory: 8, passes: 1, parallelism: 1 } }),
};

export interface MeasuredImport {
  readonly rows: number;
  readonly seconds: number;
  readonly cpuMs: number;
  readonly peakMb: number;
  /** Of one slow hash as it is stored otherwise. */
  readonly wrapMs: number;
}

async function measure(rows: number): Promise<MeasuredImport> {
  const file = join(folder, "legacy.csv");
  await pipeline(function* () {
    yield "account,format,hash,salt,email,name,hint\n";
    for (let row = 0; row < rows; row += 1)
      yield `learner.${row},md5,${row.toString(16).padStart(32, "0")},,learner.${row}@mail.test,王小明,第一隻狗\n`;
  }, createWriteStream(file));
  const [began, before] = [performance.now(), process.cpuUsage()];
  const result = await importFile(
    await lookThrough(file, "utf-8"),
    (event) => importLegacy(event as Parameters<typeof importLegacy>[0], job),
    { platform: "bench", by: "bench", dryRun: false, atOnce: 1 },
    { problems: () => undefined, progress: () => undefined },
  );
  const seconds = (performance.now() - began) / 1_000;
  const { user, system } = process.cpuUsage(before);
  if (result.refused !== undefined || result.added !== rows)
    throw new Error(`the import did not add all rows: ${JSON.stringify(result)}`);
  return {
    rows,
    seconds,
    cpuMs: (user + system) / 1_000 / rows,
    peakMb: (process.resourceUsage().maxRSS * 1_024) / 1_000_000,
    wrapMs: await oneWrap(),
  };
}

/** CPU of one, of twenty in turn. */
async function oneWrap(): Promise<number> {
  const before = process.cpuUsage();
  for (let times = 0; times < 20; times += 1) await slowHash(systemIds, "a digest");
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / 20;
}

answerParent({ measure }, async () => undefined);
