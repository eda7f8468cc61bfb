import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { constants, existsSync } from "node:fs";
import { access } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import { prepareDataFolder } from "./data-folder.ts";
import { StartUpError } from "./start-up-error.ts";

const startsWithinMs = 15_000;
const stopsWithinMs = 5_000;

/**
 * The server runs under a small shell that holds the reading end of a pipe from us. However we die, kill -9 included, the
 * pipe closes and the shell ends the server: no orphan keeps the data file open. Closing the pipe is also how stop() asks.
 */
const endsWithItsParent = `
exec 3<&0 </dev/null
"$@" 3<&- & server=$!
(read -r _ <&3; kill -TERM "$server") 2>/dev/null & watch=$!
exec 3<&-
wait "$server"; code=$?
kill "$watch" 2>/dev/null
exit "$code"`;

export type EmbeddedDynamoDb = {
  /** An http address for AWS_ENDPOINT_URL_DYNAMODB. */
  endpoint: string;
  /** Ends the server and resolves when its process is gone and the data file is closed. */
  stop(): Promise<void>;
};

export type DynamoDbOptions = {
  dataDir: string;
  host?: string | undefined;
  /** The server's program; the one of the installed package when left out. */
  binary?: string | undefined;
};

/**
 * Starts the embedded DynamoDB (package `@dynoxide/linux-x64`) on a free port over `<dataDir>/dynamodb.sqlite`; resolves
 * when it answers.
 * @throws StartUpError when the program is missing or ends at once, the folder cannot be written, or the data is damaged
 */
export async function startDynamoDb(options: DynamoDbOptions): Promise<EmbeddedDynamoDb> {
  const { dataDir, host = "127.0.0.1" } = options;
  const binary = options.binary ?? installedBinary();
  await access(binary, constants.X_OK).catch(() => {
    throw missingBinary();
  });
  await prepareDataFolder(dataDir);
  const file = join(dataDir, "dynamodb.sqlite");
  await refuseReadOnlyData(file);
  refuseDamagedData(file, dataDir);

  for (let tries = 1; ; tries += 1) {
    const port = await freePort(host);
    const server = spawn(
      "sh",
      ["-c", endsWithItsParent, "sh", binary, "--host", host, "-p", `${port}`, "--db-path", file],
      {
        // Its own process group: Ctrl-C in a terminal reaches only us, so requests in flight end before their database.
        detached: true,
        stdio: ["pipe", "ignore", "pipe"],
      },
    );
    const said = lastWords(server);
    const endpoint = `http://${host}:${port}`;
    if (await answers(server, endpoint)) return running(server, endpoint);
    await end(server);
    if (/already in use/.test(said()) && tries < 3) continue;
    throw new StartUpError(
      `The embedded DynamoDB does not start (${said() || "it gave no reason"}): run \`npm ci\` again, or set AWS_ENDPOINT_URL_DYNAMODB to another DynamoDB.`,
    );
  }
}

function installedBinary(): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve("@dynoxide/linux-x64/package.json")), "dynoxide");
  } catch {
    throw missingBinary();
  }
}

function missingBinary(): StartUpError {
  return new StartUpError(
    `The embedded DynamoDB (npm package @dynoxide/linux-x64) is not installed here (${process.platform} ${process.arch}): run \`npm ci\` again on Linux x64, or set AWS_ENDPOINT_URL_DYNAMODB to a DynamoDB-compatible server.`,
  );
}

async function refuseReadOnlyData(file: string): Promise<void> {
  await access(file, constants.R_OK | constants.W_OK).catch((cause: unknown) => {
    if (!existsSync(file)) return;
    throw new StartUpError(
      `The data file ${file} cannot be written: give this user the right to write it, or set DATA_DIR to another folder.`,
      { cause },
    );
  });
}

/** The server itself notices only some damage, and some of it as an answer 500 in the middle of a request: look before. */
function refuseDamagedData(file: string, dataDir: string): void {
  try {
    const database = new DatabaseSync(file);
    try {
      const verdict = database.prepare("PRAGMA quick_check(1)").get()?.quick_check;
      if (verdict !== "ok") throw new Error(`quick_check: ${verdict}`);
    } finally {
      database.close();
    }
  } catch (cause) {
    throw new StartUpError(
      `The data file ${file} is damaged or cannot be opened: move the folder ${dataDir} away or delete it to start anew, put a copy back, or set DATA_DIR to another folder.`,
      { cause },
    );
  }
}

async function freePort(host: string): Promise<number> {
  const probe = createServer().listen(0, host);
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("a TCP server has a port");
  return address.port;
}

/** What the process last wrote as errors, on one line. */
function lastWords(server: ChildProcess): () => string {
  let words = "";
  server.stderr?.setEncoding("utf8").on("data", (text: string) => {
    words = (words + text).slice(-500);
  });
  return () => words.replace(/\s+/g, " ").trim();
}

async function answers(server: ChildProcess, endpoint: string): Promise<boolean> {
  const deadline = AbortSignal.timeout(startsWithinMs);
  const gone = once(server, "close").then(() => "gone" as const);
  while (!deadline.aborted) {
    const health = fetch(endpoint, { signal: deadline }).then((answer) => answer.text());
    const seen = await Promise.race([gone, health.catch(() => "not yet")]);
    if (seen === "gone") return false;
    if (seen.startsWith("healthy")) return true;
    await pause(20);
  }
  return false;
}

function running(server: ChildProcess, endpoint: string): EmbeddedDynamoDb {
  let stopping = false;
  server.once("close", (code) => {
    if (!stopping)
      console.error(`The embedded DynamoDB ended by itself (code ${code}): stop the service and start it again.`);
  });
  return {
    endpoint,
    stop() {
      stopping = true;
      return end(server);
    },
  };
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const closed = once(server, "close");
  server.stdin?.end();
  const killer = setTimeout(() => {
    // The whole process group: the shell, its watcher and the server.
    if (server.pid !== undefined) process.kill(-server.pid, "SIGKILL");
  }, stopsWithinMs);
  await closed;
  clearTimeout(killer);
}
