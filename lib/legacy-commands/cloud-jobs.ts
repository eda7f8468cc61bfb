import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { JobsHandler } from "../local/handlers.ts";
import { StartUpError } from "../local/start-up-error.ts";

/** A little longer than the function may take. */
const patience = "310";

/**
 * The jobs of a stage in the cloud, by the AWS CLI and whatever credentials it has. What is sent goes through a pipe and is on no disk;
 * the answer, in a folder that only this user reads, has no personal data.
 * @throws StartUpError when the CLI is missing or says no
 */
export function cloudJobs(stage: string, environment: NodeJS.ProcessEnv): JobsHandler {
  return async (event) => {
    const folder = await mkdtemp(join(tmpdir(), "educloud-legacy-"));
    try {
      const answer = join(folder, "answer.json");
      const told = await invoke(
        ["--function-name", `educloud-account-${stage}-jobs`, "--payload", "fileb:///dev/stdin", answer],
        JSON.stringify(event),
        environment,
      );
      const body = JSON.parse(await readFile(answer, "utf8"));
      if (told.FunctionError === undefined) return body;
      throw new Error(`the function failed: ${body?.errorType ?? ""} ${body?.errorMessage ?? ""}`);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
}

async function invoke(
  options: readonly string[],
  input: string,
  env: NodeJS.ProcessEnv,
): Promise<{ readonly FunctionError?: string }> {
  const given = ["lambda", "invoke", "--cli-read-timeout", patience, "--output", "json", ...options];
  const child = spawn("aws", given, { env, stdio: ["pipe", "pipe", "inherit"] });
  // A CLI that ends before it has read is told below by its code.
  child.stdin.on("error", () => undefined);
  const failed = once(child, "error").then(([cause]) => {
    throw new StartUpError("The AWS CLI (aws) cannot be started: install it, or import on this machine.", { cause });
  });
  child.stdin.end(input);
  const [out, [code]] = await Promise.race([Promise.all([text(child.stdout), once(child, "close")]), failed]);
  if (code !== 0) throw new StartUpError(`aws lambda invoke ended with ${code}: what it said stands above.`);
  return JSON.parse(out || "{}");
}
