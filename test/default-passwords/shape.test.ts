import { describe, expect, it } from "vitest";
import { expectSteps } from "../budgets/same-steps.ts";
import { startProxiedService } from "../faults/proxied-service.ts";
import { rowsBehind } from "../faults/rows.ts";
import { changeAccount, userIdOf } from "../reset-password/holder.ts";
import { solvedCaptcha, withAccount } from "../service/people.ts";
import { issuedTo, wrongOne } from "./issued.ts";

const { service, proxy, lane } = await startProxiedService();
const rows = rowsBehind(proxy.behind.dynamodb, service.prefix);

/** An account with a default password, changed as given; tried at with the right one. */
async function changed(change: object) {
  const { accountName } = await withAccount(service);
  const defaultPassword = await issuedTo(service, accountName);
  await changeAccount(rows, await userIdOf(service, accountName), { ...change });
  return { accountName, defaultPassword };
}

const kinds: Record<string, () => Promise<{ accountName: string; defaultPassword: string }>> = {
  "wrong one": async () => ({ ...(await changed({})), defaultPassword: wrongOne }),
  "account without one": async () => ({ ...(await withAccount(service)), defaultPassword: wrongOne }),
  "unknown name": async () => ({ accountName: `u${service.random(5)}`, defaultPassword: wrongOne }),
  "text that is no account name": async () => ({ accountName: "王小明 <x>", defaultPassword: wrongOne }),
  "empty one": async () => ({ ...(await changed({})), defaultPassword: "" }),
  "disabled account, right one": () => changed({ status: "DISABLED" }),
  "frozen account, right one": () => changed({ status: "DISABLED", frozen: true }),
  "locked account, right one (M51)": () => changed({ lockedUntil: service.clock.now() + 3_600_000 }),
  "account with a second factor, wrong one": async () => ({
    ...(await changed({ secondFactor: "on" })),
    defaultPassword: wrongOne,
  }),
};

const steps = [
  [
    "dynamodb.PutItem once",
    "dynamodb.BatchGetItem limits",
    "dynamodb.BatchGetItem claims",
    "dynamodb.BatchGetItem accounts",
  ],
  "dynamodb.UpdateItem accounts",
  "dynamodb.UpdateItem limits",
];

describe("a default password that is not good looks the same whatever the account is (T04, T16, SHAPE)", () => {
  it.each(Object.keys(kinds))("%s: same answer and same calls, within the tries and past them", async (kind) => {
    const { accountName, defaultPassword } = await kinds[kind]!();
    for (let tries = 0; tries < 7; tries += 1) {
      const browser = service.browser();
      const captcha = await solvedCaptcha(browser, "reset-password");
      lane.mend();
      const body = { accountName, defaultPassword, captcha };
      const reply = await browser.call("POST /api/reset-password/default-password", body);
      expect({ ...reply, body: { ...reply.body, id: "masked" } }).toEqual({
        status: 422,
        headers: {
          "cache-control": "no-store",
          "content-type": "application/problem+json",
          "referrer-policy": "no-referrer",
          "x-content-type-options": "nosniff",
        },
        body: {
          type: "about:blank",
          title: "The account, the default password or both are wrong or used up",
          status: 422,
          code: "default-password-wrong",
          id: "masked",
        },
        setCookies: [],
      });
      expectSteps(lane.names(), steps);
    }
  });

  it("a stranger's tries leave no row at a name that nobody has but one that is cleaned", async () => {
    const before = (await rows.all("accounts")).length;
    const { accountName, defaultPassword } = await kinds["unknown name"]!();
    const browser = service.browser();
    const captcha = await solvedCaptcha(browser, "reset-password");
    await browser.call("POST /api/reset-password/default-password", { accountName, defaultPassword, captcha });
    const after = await rows.all("accounts");
    expect(after.length).toBe(before + 1);
    const decoys = after.filter((row) => row.accountName === undefined);
    expect(decoys.every((row) => typeof row.cleanAt === "number")).toBe(true);
    expect(JSON.stringify(decoys)).not.toContain(accountName);
  });
});
