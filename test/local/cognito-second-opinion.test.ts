import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, describe } from "vitest";
import { userPoolContract } from "./cognito-contract.ts";
import { clientOf, temporaryFolder } from "./temporary-folder.ts";

// cognito-local is written by others: where it agrees, our idea of Cognito is not ours alone.
const folder = temporaryFolder();
let server: ChildProcess;
let cognito: CognitoIdentityProviderClient;

beforeAll(async () => {
  mkdirSync(join(folder, ".cognito"));
  writeFileSync(join(folder, ".cognito", "config.json"), '{"UserPoolDefaults":{"UsernameAttributes":[]}}');
  const program = createRequire(import.meta.url)
    .resolve("cognito-local")
    .replace(/index\.js$/, "bin/start.js");
  const started = spawn(process.execPath, [program], {
    cwd: folder,
    env: { HOST: "127.0.0.1", PORT: "0" },
    stdio: ["ignore", "pipe", "ignore"],
  });
  server = started;
  for await (const line of createInterface(started.stdout)) {
    const endpoint = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (endpoint === undefined) continue;
    cognito = new CognitoIdentityProviderClient(clientOf(endpoint));
    break;
  }
  started.stdout.resume();
});
afterAll(async () => {
  cognito.destroy();
  const gone = once(server, "close");
  server.kill();
  await gone;
});

describe("cognito-local, an independent opinion", () => {
  userPoolContract(() => cognito);
});
