import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type FunctionName, functions } from "../../functions/contract/functions.ts";
import { routes } from "../../functions/contract/routes.ts";
import { bundleFunctions } from "../../lib/build/bundle.ts";

const bundles = await bundleFunctions({ outDir: mkdtempSync(join(tmpdir(), "educloud-bundles-")) });
const names = Object.keys(functions) as FunctionName[];
const ofApi = names.filter((name) => name !== "jobs");

const environment = {
  SITE_ORIGIN: "https://account.example.com",
  EDGE_SECRET: "an edge secret of this test",
  TABLE_PREFIX: "test-",
  KEY_RING_SECRET_ID: "key-ring",
  COUNTIES_SECRET_ID: "counties",
  USER_POOL_ID: "ap-northeast-1_pool",
  USER_POOL_CLIENT_ID: "client",
  PICTURE_BUCKET: "educloud-account-pictures",
  MAIL_FROM: "no-reply@account.example.com",
  SERVICE_DESK_MAIL: "service-desk@account.example.com",
  ACCOUNT_DOMAIN: "account.example.com",
  AWS_REGION: "ap-northeast-1",
  POWERTOOLS_LOG_LEVEL: "SILENT",
};

describe.each(names)("%s", (name) => {
  const { dir, inputs } = bundles[name];

  test("/local/* does not exist in the cloud: no bundle has anything of it", () => {
    expect(inputs.filter((path) => /^lib\//.test(path))).toEqual([]);
    for (const file of readdirSync(dir)) expect(readFileSync(join(dir, file), "utf8")).not.toContain("/local/");
  });
});

describe.each(ofApi)("%s", (name) => {
  const { dir, loadedAtInit } = bundles[name];

  const most = name === "oidc" ? 1_000 : 400;

  test(`${most} KB at most are loaded before the first request`, () => {
    expect(loadedAtInit).toBeLessThanOrEqual(most * 1_000);
  });

  test("has its own routes whole, and no other function's", () => {
    const text = readdirSync(dir)
      .filter((file) => file.endsWith(".mjs"))
      .map((file) => readFileSync(join(dir, file), "utf8"))
      .join("\n");
    for (const [key, { function: of, summary }] of Object.entries(routes))
      expect([key, text.includes(JSON.stringify(summary).slice(1, -1))]).toEqual([key, of === name]);
  });

  test("starts from its bundle alone, as Lambda starts it, and answers 404 to a request that did not come through the edge (T29)", () => {
    const event = {
      version: "2.0",
      routeKey: "GET /api/session",
      rawPath: "/api/session",
      rawQueryString: "",
      headers: {},
      requestContext: { requestId: "r1", http: { method: "GET", path: "/api/session" } },
    };
    const script = `const { handler } = await import(${JSON.stringify(join(dir, "index.mjs"))});
      const answer = await handler(${JSON.stringify(event)}, {});
      process.stdout.write(JSON.stringify(answer));`;
    const answer = JSON.parse(
      execFileSync(process.execPath, ["--input-type=module", "-e", script], { env: environment, encoding: "utf8" }),
    );
    expect(answer).toMatchObject({
      statusCode: 404,
      headers: { "content-type": "application/problem+json", "cache-control": "no-store" },
    });
  });
});

test("jobs starts from its bundle alone and refuses an event that is no job of its", () => {
  const script = `const { handler } = await import(${JSON.stringify(join(bundles.jobs.dir, "index.mjs"))});
    process.stdout.write(await handler({ job: "unknown" }, {}).then(() => "done", () => "refused"));`;
  expect(
    execFileSync(process.execPath, ["--input-type=module", "-e", script], { env: environment, encoding: "utf8" }),
  ).toBe("refused");
});
