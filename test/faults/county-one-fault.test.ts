import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { CountyAccount } from "../../lib/local/counties/accounts.ts";
import type { Browser } from "../service/browser.ts";
import { accountAt, arrive, enrolAccounts, fillIn, roundTrip } from "../service/counties.ts";
import { apply, codeSentTo, signIn } from "../service/people.ts";
import { allRows } from "../service/rows.ts";
import type { FaultRule } from "./lane.ts";
import { startProxiedCountyService } from "./proxied-service.ts";

const { service, lane } = await startProxiedCountyService();
afterEach(() => lane.mend());

const rowsOf = async (table: string) => (await allRows(service.prefix)).filter((row) => row.startsWith(`${table} `));

/** An account made by hand, and linked by the county's word when `linked`. */
async function accountOf(account: CountyAccount, accountName: string, linked: boolean): Promise<string> {
  await enrolAccounts(service, [account]);
  const browser = service.browser();
  if (linked) await arrive(browser, account, "apply");
  else await fillIn(browser, account);
  await apply.consent(browser);
  await apply.account(browser, { accountName, email: `${accountName}@mail.test` });
  await apply.send(browser);
  await apply.check(browser, codeSentTo(service, `${accountName}@mail.test`));
  expect((await apply.complete(browser)).status).toBe(200);
  return accountName;
}

/** What the SDK mends by itself, and what it cannot. */
const mended: Record<string, Pick<FaultRule, "mode" | "tries">> = {
  "one answer is lost after its effect": { mode: "after", tries: "one" },
  "one try fails before its effect": { mode: "before", tries: "one" },
  "it runs twice": { mode: "dup" },
};
const broken: Record<string, Pick<FaultRule, "mode" | "tries">> = {
  "all tries fail before their effect": { mode: "before" },
  "all answers are lost after their effect": { mode: "after" },
  "it is throttled": { mode: "busy" },
};
const cells = (steps: readonly string[], columns: typeof mended) =>
  steps.flatMap((at) => Object.entries(columns).map(([column, fault]) => ({ at, column, fault })));

describe("signing in by a county with one fault (T45, T46, T47)", () => {
  const pupil = accountAt("TNN");
  const steps = ["PutItem once", "BatchGetItem claims", "UpdateItem accounts", "BatchWriteItem sessions"].map(
    (step) => `dynamodb.${step}`,
  );
  beforeAll(async () => void (await accountOf(pupil, "fault.signin", true)));

  /** A session is written with its record, and from the eleventh on with the word to applications that the oldest ended. */
  const withoutOthers = (name: string) => name.replace(/(BatchWriteItem) .*\bsessions$/, "$1 sessions");

  async function finish(at: string, fault: Pick<FaultRule, "mode" | "tries">, nth = 1) {
    const browser = service.browser();
    const answer = await roundTrip(browser, pupil, "sign-in");
    const armed = lane.fault({ ...fault, at: ({ name }) => withoutOthers(name) === at, nth });
    const reply = await browser.call("POST /api/county/finish", { county: "TNN", answer });
    expect(armed.struck()).toBeGreaterThan(0);
    lane.mend();
    return { browser, reply };
  }

  it.each([...cells(steps, mended), ...cells(["dynamodb.PutItem once"], mended).map((cell) => ({ ...cell, nth: 2 }))])(
    "$at: $column, and nobody notices (try $nth)",
    async (cell) => {
      const before = [await rowsOf("sessions"), await rowsOf("audit")] as const;
      const { reply } = await finish(cell.at, cell.fault, "nth" in cell ? Number(cell.nth) : 1);
      expect(reply.body).toMatchObject({ outcome: "signed-in" });
      expect(await rowsOf("audit")).toEqual(before[1]);
      expect((await rowsOf("sessions")).length).toBe(before[0].length + 1);
    },
  );

  it.each(cells(steps, broken))(
    "$at: $column, nobody is signed in, and a fresh round trip does it",
    async ({ at, fault }) => {
      const { browser, reply } = await finish(at, fault);
      expect([reply.status, reply.setCookies]).toEqual([503, []]);
      expect((await browser.call("GET /api/session")).body.signedIn).toBe(false);
      expect((await arrive(browser, pupil, "sign-in")).body).toMatchObject({ outcome: "signed-in" });
    },
  );

  it.each(["before", "after", "dup"] as const)("a refusal whose record meets %s lets nobody in", async (mode) => {
    const before = await rowsOf("audit");
    lane.fault({ mode, at: "dynamodb.PutItem audit" });
    const reply = await service.browser().call("POST /api/county/finish", { county: "TNN", answer: "state=x" });
    expect([reply.status, reply.setCookies]).toEqual([mode === "dup" ? 409 : 503, []]);
    expect((await rowsOf("audit")).length).toBe(before.length + (mode === "before" ? 0 : 1));
  });
});

describe("linking with one fault (T45, T46)", () => {
  const pupils = [...Object.entries(mended), ...Object.entries(broken)].map(([column, fault], index) => {
    return { column, fault, isMended: column in mended, account: accountAt("TAO", undefined, index) };
  });
  const at = "dynamodb.TransactWriteItems accounts+audit+claims+messages";

  it.each(pupils)("$column: linked once, with one record", async ({ fault, isMended, account }) => {
    const accountName = await accountOf(account, `fault.link${account.account.slice(-3)}`, false);
    const browser: Browser = service.browser();
    await arrive(browser, account, "sign-in");
    await signIn(browser, accountName);
    const before = await rowsOf("audit");
    const armed = lane.fault({ ...fault, at });
    const first = await browser.call("POST /api/county/link");
    expect(armed.struck()).toBeGreaterThan(0);
    lane.mend();
    expect(first.status).toBe(isMended ? 200 : 503);
    if (!isMended) expect((await browser.call("POST /api/county/link")).status).toBe(200);
    const records = (await rowsOf("audit")).filter((row) => !before.includes(row));
    expect(records.map((row) => row.includes("county.linked"))).toEqual([true]);
    expect((await arrive(service.browser(), account, "sign-in")).body).toMatchObject({ outcome: "signed-in" });
  });
});
