import { appendFileSync, writeFileSync } from "node:fs";
import type { JobsHandler } from "../local/handlers.ts";
import { openJobs } from "../roster-commands/local-jobs.ts";
import type { Terminal } from "../roster-commands/run.ts";
import { type LegacyCommand, readArguments, usage } from "./arguments.ts";
import { cloudJobs } from "./cloud-jobs.ts";
import { LegacyFileError } from "./file-error.ts";
import { importFile } from "./import-file.ts";
import { lookThrough } from "./read-rows.ts";
import { problemSentence, progressSentence, reportHeading, reportLine } from "./report.ts";

/** So many calls at a time: on this machine one keeps every core busy. */
const atOnce = { machine: 1, cloud: 4 } as const;
/** Told on the screen; all of them stand in the report. */
const mostTold = 20;
const rowsBetweenProgress = 5_000;

/** What `unlink` says: done, and not. */
const sentences = {
  account: [
    "已解除合併，並通知平台 / Taken off, and the platform is told",
    "這個原平台帳號不存在，或沒有人合併 / There is no such account, or nobody has joined it",
  ],
  registered: [
    "已取消「尚未有平台資訊」，下次登入時會再問一次 / Taken back: the person is asked again at the next sign-in",
    "這個帳號不存在，或沒有選過「尚未有平台資訊」 / There is no such account, or it did not come to the platform that way",
  ],
} as const;

/** `npm run legacy`: the exit code. 0 done, 1 rows were left out or it was not done, 2 wrong use. */
export async function runLegacyCommand(
  typed: readonly string[],
  environment: NodeJS.ProcessEnv,
  terminal: Terminal,
): Promise<0 | 1 | 2> {
  const command = readArguments(typed);
  if (command === undefined) {
    terminal.remark(usage);
    return 2;
  }
  if (command.stage !== undefined) return runOver(command, cloudJobs(command.stage, environment), terminal);
  const { jobs, stop } = await openJobs(environment);
  try {
    return await runOver(command, jobs, terminal);
  } finally {
    await stop();
  }
}

/** The same over jobs that are given. */
export async function runOver(command: LegacyCommand, jobs: JobsHandler, terminal: Terminal): Promise<0 | 1> {
  if (command.verb === "import") return importOver(command, jobs, terminal);
  const { platform, of, reason, by: operator } = command;
  const { unlinked } = (await jobs({ job: "unlink-legacy-account", platform, ...of, reason, operator })) as {
    unlinked: boolean;
  };
  const [done, not] = "account" in of ? sentences.account : sentences.registered;
  if (unlinked) terminal.say(done);
  else terminal.remark(not);
  return unlinked ? 0 : 1;
}

async function importOver(
  command: Extract<LegacyCommand, { verb: "import" }>,
  jobs: JobsHandler,
  { say, remark }: Terminal,
): Promise<0 | 1> {
  const { file, encoding, report, dryRun, platform, by, stage } = command;
  try {
    const given = await lookThrough(file, encoding);
    if (given.unused.length > 0) remark(`沒有用到的欄位 / Columns that are not used: ${given.unused.join(", ")}`);
    if (report !== undefined) writeFileSync(report, reportHeading, { mode: 0o600 });
    let [told, next] = [0, rowsBetweenProgress];
    const options = { platform, by, dryRun, atOnce: stage === undefined ? atOnce.machine : atOnce.cloud };
    const result = await importFile(given, jobs, options, {
      problems(found) {
        if (report !== undefined) appendFileSync(report, found.map(reportLine).join(""));
        for (const problem of found.slice(0, Math.max(0, mostTold - told))) remark(problemSentence(problem));
        told += found.length;
      },
      progress(soFar) {
        if (soFar.rows < next || soFar.rows >= given.rows) return;
        remark(progressSentence(soFar, given.rows));
        next = soFar.rows + rowsBetweenProgress;
      },
    });
    if (result.refused !== undefined) {
      const known = result.platforms.join(", ") || "–";
      remark(`沒有登錄這個平台 / No application is registered as the platform ${platform}（有 / there are: ${known}）`);
      return 1;
    }
    if (told > mostTold)
      remark(`還有 ${told - mostTold} 項；全部請用 --report / and ${told - mostTold} more, all of them with --report`);
    if (dryRun)
      say(
        `只檢查，沒有寫入：可匯入 ${result.good}，不可 ${result.bad} / Checked and not written: ${result.good} good, ${result.bad} not`,
      );
    else say(progressSentence(result, given.rows));
    if (result.stoppedAt === undefined) return result.bad === 0 ? 0 : 1;
    remark(
      `在第 ${result.stoppedAt} 列中斷，再執行一次就會接著做 / Stopped at line ${result.stoppedAt}: run it again and it goes on: ${String((result.cause as Error)?.message ?? result.cause)}`,
    );
    return 1;
  } catch (error) {
    if (!(error instanceof LegacyFileError)) throw error;
    remark(error.message);
    return 1;
  }
}
