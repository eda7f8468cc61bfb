import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** cognito-local, a Cognito written by others, on a port of its own, with its files in `folder`. */
export async function startCognitoLocal(folder: string): Promise<{ endpoint: string; stop(): Promise<void> }> {
  mkdirSync(join(folder, ".cognito"));
  // Without it every user name would have to be an e-mail address.
  writeFileSync(join(folder, ".cognito", "config.json"), '{"UserPoolDefaults":{"UsernameAttributes":[]}}');
  const program = createRequire(import.meta.url)
    .resolve("cognito-local")
    .replace(/index\.js$/, "bin/start.js");
  const server = spawn(process.execPath, [program], {
    cwd: folder,
    env: { HOST: "127.0.0.1", PORT: "0" },
    stdio: ["ignore", "pipe", "ignore"],
  });
  const endpoint = await endpointIn(server);
  return {
    endpoint,
    async stop() {
      const gone = once(server, "close");
      server.kill();
      await gone;
    },
  };
}

/** Where it says that it listens. */
async function endpointIn({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error("cognito-local has no output to read");
  for await (const line of createInterface(stdout)) {
    const endpoint = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (endpoint === undefined) continue;
    stdout.resume();
    return endpoint;
  }
  throw new Error("cognito-local ended before it listened");
}
