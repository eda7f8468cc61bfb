import { readArguments, usage } from "./arguments.ts";
import { openJobs } from "./local-jobs.ts";
import { csvOf, type IssueReport, remarksOf, tableOf } from "./report.ts";

/** Where the lines go: `say` is the output, which may be kept in a file; `remark` is beside it. */
export interface Terminal {
  say(line: string): void;
  remark(line: string): void;
}

/** `npm run roster`: the exit code. 0 issued, 1 nobody was issued one, 2 wrong use. The default passwords are said once and kept nowhere. */
export async function runRosterCommand(
  typed: readonly string[],
  environment: NodeJS.ProcessEnv,
  { say, remark }: Terminal,
): Promise<0 | 1 | 2> {
  const given = readArguments(typed);
  if (given === undefined) {
    remark(usage);
    return 2;
  }
  const { jobs, stop } = await openJobs(environment);
  try {
    const event = { job: "issue-default-passwords", by: "roster command", ...given.whose };
    const report = (await jobs(event)) as IssueReport;
    if (report.issued.length > 0) for (const line of given.csv ? csvOf(report) : tableOf(report)) say(line);
    for (const line of remarksOf(report)) remark(line);
    return report.issued.length > 0 ? 0 : 1;
  } finally {
    await stop();
  }
}
