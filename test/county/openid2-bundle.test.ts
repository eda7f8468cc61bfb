import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bundle } from "../../lib/build/bundle.ts";
import { openId2, setupOf, xrds } from "./openid2-world.ts";

const endpoint = "https://county.example/op/server";
const setup = setupOf(
  "TNN",
  { identifier: "https://county.example/op/", endpoint, claimedIdPrefix: "https://county.example/op/user/" },
  false,
);

/** Begins a round trip with a fetch that never leaves the process, and says what was asked of it. */
const script = (module: string) => `
  const { openid2 } = await import(${JSON.stringify(module)});
  const asked = [];
  const fetch = async (url) => {
    asked.push(url);
    return new Response(${JSON.stringify(xrds(endpoint))}, { headers: { "content-type": "application/xrds+xml" } });
  };
  const { url } = await openid2({ fetch }).begin(${JSON.stringify(setup)}, "https://account.example/api/county/TNN/callback");
  process.stdout.write(JSON.stringify({ asked, url }));`;

async function built(): Promise<string> {
  const { dir } = await bundle(
    "functions/adapters/counties/openid2.ts",
    mkdtempSync(join(tmpdir(), "educloud-openid2-")),
  );
  return join(dir, "index.mjs");
}

test.each([
  ["plain Node", async () => join(process.cwd(), "functions/adapters/counties/openid2.ts")],
  ["the bundle", built],
])("under %s too the library asks through our fetch and no other way (T33)", async (_name, module) => {
  const said = execFileSync(process.execPath, ["--input-type=module", "-e", script(await module())], {
    encoding: "utf8",
  });
  const { asked, url } = JSON.parse(said);
  expect(asked).toEqual(["https://county.example/op/"]);
  expect(new URL(url).searchParams.get("openid.ns")).toBe(openId2);
});
