import type { Application } from "../../functions/contract/applications.ts";
import type { JobsHandler } from "../local/handlers.ts";
import { openJobs } from "../roster-commands/local-jobs.ts";
import type { Terminal } from "../roster-commands/run.ts";
import { type ApplicationCommand, readArguments, usage } from "./arguments.ts";
import { readApplicationFile } from "./read-file.ts";

const by = "application command";

/** `npm run application`: the exit code. 0 done, 1 not done, 2 wrong use. A secret is said once and kept nowhere. */
export async function runApplicationCommand(
  typed: readonly string[],
  environment: NodeJS.ProcessEnv,
  terminal: Terminal,
): Promise<0 | 1 | 2> {
  const command = readArguments(typed);
  if (command === undefined) {
    terminal.remark(usage);
    return 2;
  }
  const event = await eventOf(command, terminal);
  if (event === undefined) return 1;
  const { jobs, stop } = await openJobs(environment);
  try {
    return (await runOver(jobs, event, terminal)) ? 0 : 1;
  } finally {
    await stop();
  }
}

type Event =
  | {
      readonly job: "save-application";
      readonly by: string;
      readonly application: Application;
      readonly takeOver: boolean;
    }
  | { readonly job: "list-applications" }
  | { readonly job: "remove-application" | "new-client-secret"; readonly by: string; readonly clientId: string };

/** Undefined when the file has troubles, each of which was told. */
async function eventOf(command: ApplicationCommand, { remark }: Terminal): Promise<Event | undefined> {
  if (command.verb === "list") return { job: "list-applications" };
  if (command.verb !== "add") {
    const job = command.verb === "remove" ? "remove-application" : "new-client-secret";
    return { job, by, clientId: command.clientId };
  }
  const read = await readApplicationFile(command.file);
  if ("application" in read)
    return { job: "save-application", by, application: read.application, takeOver: command.takeOver };
  for (const trouble of read.troubles) remark(trouble);
  return undefined;
}

/** False when there is no such application. */
async function runOver(jobs: JobsHandler, event: Event, { say, remark }: Terminal): Promise<boolean> {
  const report = await jobs(event);
  if (event.job === "list-applications") {
    const { applications } = report as { applications: readonly Application[] };
    for (const application of applications) say(lineOf(application));
    if (applications.length === 0) remark("還沒有登錄任何應用服務 / No application is registered");
    return true;
  }
  if (event.job === "remove-application") {
    const { removed, consents } = report as { removed: boolean; consents: number };
    if (removed || consents > 0)
      say(`已移除，並取消 ${consents} 人的授權 / Removed, with the consent of ${consents}: ${event.clientId}`);
    else remark(`沒有這個應用服務 / There is no application ${event.clientId}`);
    return removed || consents > 0;
  }
  const { saved, clientId, isNew, secret } = report as {
    saved: boolean;
    clientId: string;
    isNew?: boolean;
    secret?: string;
  };
  if (!saved) {
    remark(`沒有這個應用服務，或它不使用密鑰 / There is no application ${clientId}, or it has no secret`);
    return false;
  }
  remark(isNew ? "已登錄 / Registered" : "已更新 / Saved");
  say(`client_id      ${clientId}`);
  if (secret !== undefined) {
    say(`client_secret  ${secret}`);
    remark("密鑰只顯示這一次，請現在存好 / The secret is shown this once: keep it now");
    if (event.job === "new-client-secret")
      remark("舊密鑰最多還能用一分鐘 / The one before may still work for up to a minute");
  }
  return true;
}

const lineOf = ({ clientId, name, owner, redirectUris }: Application): string =>
  `${clientId}  ${name["zh-TW"]} / ${name.en}  ${owner.name} (${owner.contact})  ${redirectUris[0] ?? ""}`;
