import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { temporaryFolder } from "./temporary-folder.ts";

const root = temporaryFolder();

/** `npm start` without the build: says what it printed and, when it ended, how. */
function start(settings: Record<string, string>) {
  const child: ChildProcess = spawn(process.execPath, ["bin/local.ts"], {
    env: { PATH: process.env.PATH, POWERTOOLS_LOG_LEVEL: "SILENT", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill());
  let printed = "";
  child.stdout?.on("data", (text) => (printed += text));
  child.stderr?.on("data", (text) => (printed += text));
  const ended = once(child, "close").then(([code]) => ({ code, printed: printed.trim() }));
  const started = new Promise<string>((resolve, reject) => {
    const look = () => {
      const origin = /http:\/\/localhost:\d+/.exec(printed)?.[0];
      if (origin !== undefined && printed.includes("Ctrl-C")) resolve(origin);
    };
    child.stdout?.on("data", look);
    ended.then(({ printed }) => reject(new Error(printed)));
  });
  return {
    ended,
    started,
    printed: () => printed,
    async stop() {
      child.kill("SIGTERM");
      return (await ended).code;
    },
  };
}

/** One sentence that says what to do, and exit code 1. */
async function expectSentence(run: ReturnType<typeof start>, sentence: RegExp) {
  run.started.catch(() => undefined);
  const { code, printed } = await run.ended;
  expect(code).toBe(1);
  expect(printed).toMatch(sentence);
  expect(printed.split("\n")).toHaveLength(1);
}

describe("npm start", () => {
  it("says what to do when the port is taken", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    onTestFinished(() => void taken.close());
    const { port } = taken.address() as { port: number };
    await expectSentence(
      start({ PORT: String(port), DATA_DIR: join(root, "port") }),
      /is taken: stop the program that uses it, or choose another with PORT=/,
    );
  });

  it("says what to do when the data folder is damaged, and leaves it alone", async () => {
    const folder = join(root, "damaged");
    mkdirSync(folder);
    writeFileSync(join(folder, "dynamodb.sqlite"), "this is no database, whatever it is called ".repeat(200));
    await expectSentence(start({ PORT: "0", DATA_DIR: folder }), /damaged.*(move|delete|set DATA_DIR)/);
  });

  it("says what is wrong with a port that is no number", async () => {
    await expectSentence(start({ PORT: "http", DATA_DIR: join(root, "number") }), /PORT must be a number/);
  });

  it("starts, stops at once when asked, and starts again over the same data without seeding twice", async () => {
    const settings = { PORT: "0", DATA_DIR: join(root, "twice") };
    const first = start(settings);
    const origin = await first.started;
    expect(first.printed()).toMatch(/The sample roster has 3023 places/);
    expect(await (await fetch(`${origin}/api/session`)).json()).toEqual({ signedIn: false });
    expect(await first.stop()).toBe(0);

    const second = start(settings);
    await second.started;
    expect(second.printed()).not.toMatch(/sample roster/);
    expect(await second.stop()).toBe(0);
  });
});

describe("the gateway is CloudFront and API Gateway in small", () => {
  it("sends pages with the headers of the cloud, files as they are, and nothing from outside the site", async () => {
    const run = start({ PORT: "0", DATA_DIR: join(root, "gateway") });
    const origin = await run.started;
    const page = await fetch(`${origin}/apply/identity`);
    expect(page.headers.get("content-security-policy")).toContain("default-src 'self'");
    expect(page.headers.get("content-type")).toContain("text/html");
    expect((await fetch(`${origin}/data/counties.json`)).headers.get("content-type")).toBe("application/json");
    expect(await (await fetch(`${origin}/api/openapi.json`)).json()).toMatchObject({ openapi: "3.1.0" });
    for (const path of ["/..%2f..%2fpackage.json", "/assets/none.js", "/.vite/../../../package.json"]) {
      expect([path, (await fetch(origin + path)).status]).toEqual([path, 404]);
    }
    expect((await fetch(`${origin}/api/none`)).status).toBe(404);
    const big = await fetch(`${origin}/api/captcha`, {
      method: "POST",
      headers: { origin, "content-type": "application/json" },
      body: "x".repeat(2_000_000),
    });
    expect([big.status, (await big.json()).code]).toEqual([413, "too-large"]);
    const forged = {
      origin,
      "content-type": "application/json",
      "x-origin-secret": "guess",
      "cloudfront-viewer-address": "9.9.9.9:1",
    };
    const captcha = await fetch(`${origin}/api/captcha`, {
      method: "POST",
      headers: forged,
      body: '{"form":"sign-in"}',
    });
    expect(captcha.status).toBe(200);
    await run.stop();
  });
});
