import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listen } from "../../lib/county-check/listener.ts";
import { runCountyCheck } from "../../lib/county-check/run.ts";
import {
  type CountyAccount,
  countyAccounts,
  type SampleCounty,
  sampleCountyIds,
} from "../../lib/local/counties/accounts.ts";
import { type SampleCounties, startCounties } from "../../lib/local/counties/counties.ts";
import { temporaryFolder } from "../local/temporary-folder.ts";
import { signInAt } from "./county-browser.ts";

const site = "http://localhost:8787";
const folder = temporaryFolder();
const file = join(folder, "counties.json");
let counties: SampleCounties;

beforeAll(async () => {
  counties = await startCounties({ siteOrigin: site });
  writeFileSync(file, JSON.stringify(counties.configurations));
});
afterAll(() => counties.stop());

interface Run {
  readonly code: number;
  readonly text: string;
}

/** Runs the check as a county's engineer: opens the address that it shows, and pastes what `answerTo` gives. */
async function check(
  county: SampleCounty,
  answerTo: (address: string) => Promise<string | undefined>,
  configuration: object = {},
): Promise<Run> {
  const own = join(folder, `${county}.json`);
  writeFileSync(own, JSON.stringify({ [county]: { ...counties.configurations[county], ...configuration } }));
  const lines: string[] = [];
  const code = await runCountyCheck(["check", county, "--file", own], {
    say: (line) => lines.push(line),
    ask: () => answerTo(lines.map((line) => line.trim()).findLast((line) => URL.canParse(line)) ?? ""),
  });
  return { code, text: lines.join("\n") };
}

const person = (county: SampleCounty, is: (account: CountyAccount) => boolean): CountyAccount => {
  const found = countyAccounts(county).find(is);
  if (found === undefined) throw new Error(`${county} has nobody like that`);
  return found;
};
const pupil = (county: SampleCounty) => person(county, ({ role, roster }) => role === "student" && roster === "here");
const signsIn = (account: CountyAccount) => (address: string) => signInAt(address, account, site);

describe("a county that is configured rightly passes (M3)", () => {
  test.each(sampleCountyIds)("%s: a pupil signs in, and the person is told in the normal shape", async (county) => {
    const { code, text } = await check(county, signsIn(pupil(county)));
    expect(text).not.toContain("✘");
    expect(text).toMatch(/結果：通過，\d+ 項提醒\nResult: passed/);
    expect(text).toContain("Roles: student");
    expect(text).toMatch(/School: \d{6} · \p{Script=Han}+/u);
    expect(code).toBe(0);
  });

  test.each(sampleCountyIds)("%s: nothing personal and nothing secret is shown whole (T49)", async (county) => {
    const account = pupil(county);
    const { text } = await check(county, signsIn(account));
    const secret = counties.configurations[county]?.clientSecret;
    for (const shown of [account.name, account.personId, account.email, account.password, secret]) {
      if (shown !== undefined) expect(text).not.toContain(shown);
    }
  });

  test("KHH tells no guid and masks pupils' names: both are said in words", async () => {
    const { code, text } = await check(
      "KHH",
      signsIn(person("KHH", ({ places, role }) => role === "student" && places[0]?.school.level === "國小")),
    );
    expect(text).toContain("people will fill in their data to apply");
    expect(text).toContain("遮罩後的姓名");
    expect(code).toBe(0);
  });

  test("TNN speaks OpenID 2.0: its XRDS document is read, and there are no keys", async () => {
    const { text } = await check("TNN", signsIn(pupil("TNN")));
    expect(text).toContain("The XRDS document leads to the configured endpoint");
    expect(text).toContain("No keys here");
  });
});

describe("what is wrong is found at its step, in words, with exit code 1", () => {
  test("a wrong client secret: the county's answer to the code", async () => {
    const { code, text } = await check("KHH", signsIn(pupil("KHH")), { clientSecret: "not-the-secret" });
    expect(text).toContain("The county does not take clientId or clientSecret");
    expect(code).toBe(1);
  });

  test("another issuer than the county's own document tells (T33)", async () => {
    const { code, text } = await check("KHH", async () => undefined, {
      issuer: `${counties.configurations.KHH?.issuer}/`,
    });
    expect(text).toContain("The issuers differ");
    expect(text).not.toContain("5 回應");
    expect(code).toBe(1);
  });

  test("a county that is not there", async () => {
    const { code, text } = await check("KHH", async () => undefined, { issuer: "http://127.0.0.1:1" });
    expect(text).toContain("cannot be reached");
    expect(code).toBe(1);
  });

  test("another endpoint than the XRDS document leads to", async () => {
    const { code, text } = await check("TNN", async () => undefined, {
      endpoint: `${counties.configurations.TNN?.identifier}elsewhere.aspx`,
    });
    expect(text).toContain("The XRDS document leads to");
    expect(text).toContain("✘");
    expect(code).toBe(1);
  });

  test("an answer of another sign-in is not believed (T34)", async () => {
    const { code, text } = await check("KHH", async () => `${site}/api/county/KHH/callback?code=x&state=forged`);
    expect(text).toContain("not to be believed");
    expect(code).toBe(1);
  });

  test("nothing was pasted", async () => {
    const { code, text } = await check("KHH", async () => undefined);
    expect(text).toContain("There was no address that the browser came back to");
    expect(code).toBe(1);
  });
});

test("--listen on a port that is taken says so, and does not wait", async () => {
  const taken = await listen({ host: "127.0.0.1", port: 0, path: "/" });
  const lines: string[] = [];
  const redirect = `${taken.origin}/api/county/KHH/callback`;
  const code = await runCountyCheck(["check", "KHH", "--file", file, "--redirect", redirect, "--listen"], {
    say: (line) => lines.push(line),
    ask: async () => undefined,
  });
  await taken.stop();
  expect(lines.join("\n")).toContain(`Port ${new URL(redirect).port} is taken`);
  expect(code).toBe(1);
});

describe("wrong use is said with the usage, with exit code 2", () => {
  test.each([
    [[]],
    [["check"]],
    [["check", "ZZZ"]],
    [["verify", "KHH"]],
    [["check", "KHH", "--redirect", "not an address"]],
    [["check", "KHH", "--unknown"]],
    [["check", "KHH", "--file", "/none.json"]],
    [["check", "KHH", "--file", file, "--listen", "--redirect", "https://account.example.com/api/county/KHH/callback"]],
  ])("%j", async (typed) => {
    const lines: string[] = [];
    const code = await runCountyCheck(typed, { say: (line) => lines.push(line), ask: async () => undefined });
    expect(code).toBe(2);
    expect(lines.join("\n")).toMatch(/用法|--listen/);
  });
});
