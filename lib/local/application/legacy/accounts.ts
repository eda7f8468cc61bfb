import { fileURLToPath } from "node:url";
import { importFile } from "../../../legacy-commands/import-file.ts";
import { lookThrough, readRows } from "../../../legacy-commands/read-rows.ts";
import type { JobsHandler } from "../../handlers.ts";

/** The platform had these accounts (all made up); one password is right for all of them. */
export const samplePassword = "Learning-2014";
const file = fileURLToPath(new URL("accounts.csv", import.meta.url));

export interface SampleLegacyAccount {
  readonly account: string;
  readonly name: string;
  readonly format: string;
  readonly email?: string;
  readonly hint?: string;
}

export async function sampleLegacyAccounts(): Promise<SampleLegacyAccount[]> {
  const accounts: SampleLegacyAccount[] = [];
  for await (const { rows } of readRows(await lookThrough(file, "utf-8")))
    for (const { account, name = "", format, email, hint } of rows)
      accounts.push({
        account,
        name,
        format,
        ...(email === undefined ? {} : { email }),
        ...(hint === undefined ? {} : { hint }),
      });
  return accounts;
}

/** Imports them as `npm run legacy` imports any file; what is there already is left as it is. Throws when one of them is refused. */
export async function importSampleAccounts(jobs: JobsHandler, platform: string): Promise<void> {
  const options = { platform, by: "start-up", dryRun: false, atOnce: 1 };
  const silent = { problems: () => undefined, progress: () => undefined };
  const result = await importFile(await lookThrough(file, "utf-8"), jobs, options, silent);
  if (result.refused !== undefined || result.bad > 0 || result.stoppedAt !== undefined)
    throw new Error("the sample accounts of the legacy platform were not imported", {
      cause: result.refused ?? result.cause,
    });
}

export interface Course {
  readonly title: string;
  readonly hours: number;
  /** 民國. */
  readonly done: string;
}

const courses: readonly Course[] = [
  { title: "資訊融入教學：從一堂課開始", hours: 3, done: "102年8月14日" },
  { title: "閱讀理解的提問設計", hours: 6, done: "102年11月2日" },
  { title: "網路著作權與創用 CC", hours: 2, done: "103年3月21日" },
  { title: "行動學習的班級經營", hours: 4, done: "103年5月9日" },
  { title: "認識特殊需求學生", hours: 3, done: "103年7月30日" },
  { title: "防災教育：地震", hours: 1, done: "103年9月22日" },
  { title: "數學步道怎麼走", hours: 2, done: "103年12月6日" },
];

/** What somebody learned there: two to four courses, always the same. */
export function coursesOf(account: string): readonly Course[] {
  const sum = [...account.toLowerCase()].reduce((total, sign) => total + sign.charCodeAt(0), 0);
  return Array.from({ length: 2 + (sum % 3) }, (_, step) => courses[(sum + step * 3) % courses.length] as Course);
}
