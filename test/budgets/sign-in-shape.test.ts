import { AdminDeleteUserCommand, CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, describe, expect, it } from "vitest";
import { startProxiedService } from "../faults/proxied-service.ts";
import { rowsBehind } from "../faults/rows.ts";
import { changeAccount } from "../reset-password/holder.ts";
import type { Reply } from "../service/browser.ts";
import { apply, enrol, goodPassword, publicPerson, solvedCaptcha, withAccount } from "../service/people.ts";
import { disabled } from "../verify-code/forgetful.ts";
import { expectSteps } from "./same-steps.ts";

const { service, proxy, lane } = await startProxiedService();
const rows = rowsBehind(proxy.behind.dynamodb, service.prefix);
const vault = new CognitoIdentityProviderClient({ endpoint: proxy.behind.cognito });
afterAll(() => vault.destroy());

/** Every kind of account that cannot be signed in to, each fresh, with the password that is tried at it. */
const kinds: Record<string, () => Promise<{ accountName: string; password: string }>> = {
  "wrong password": async () => ({ ...(await withAccount(service)), password: "Wombats-2026-x" }),
  "wrong password of an account with a second factor": async () => {
    const { accountName } = await withAccount(service);
    const row = (await rows.all("accounts")).find((account) => account.accountName === accountName);
    await rows.put("accounts", { ...row, secondFactor: "on" });
    return { accountName, password: "Wombats-2026-x" };
  },
  "unknown name": async () => ({ accountName: `u${service.random(5)}`, password: goodPassword }),
  "e-mail account, wrong password (M20)": async () => {
    const { email } = await publicPerson(service);
    return { accountName: email, password: "Wombats-2026-x" };
  },
  "disabled e-mail account, right password (M20)": async () => {
    const { email, userId } = await publicPerson(service);
    await changeAccount(rows, userId, disabled);
    return { accountName: email, password: goodPassword };
  },
  "e-mail address without an account (M20)": async () => ({
    accountName: `U${service.random(5)}@home.test`,
    password: goodPassword,
  }),
  "text that is no account name": async () => ({ accountName: "王小明 <x>", password: goodPassword }),
  "disabled account, right password": async () => {
    const { accountName } = await withAccount(service);
    const row = (await rows.all("accounts")).find((account) => account.accountName === accountName);
    await rows.put("accounts", { ...row, status: "DISABLED" });
    return { accountName, password: goodPassword };
  },
  "account held by a reset, right password": async () => {
    const { accountName } = await withAccount(service);
    const row = (await rows.all("accounts")).find((account) => account.accountName === accountName);
    await rows.put("accounts", { ...row, holdUntil: service.clock.now() + 600_000, heldBy: "a reset" });
    return { accountName, password: goodPassword };
  },
  "name that is only claimed so far": async () => {
    const [person] = await enrol(service);
    const browser = service.browser();
    const accountName = `u${service.random(5)}`;
    await apply.identity(browser, person!);
    await apply.consent(browser);
    const chosen = await apply.account(browser, { accountName, email: `${accountName}@mail.test` });
    if (chosen.status !== 200) throw new Error(`the name was not claimed: ${chosen.body.code}`);
    return { accountName, password: goodPassword };
  },
  "account whose user is gone from the vault": async () => {
    const { accountName } = await withAccount(service);
    const row = (await rows.all("accounts")).find((account) => account.accountName === accountName);
    await vault.send(
      new AdminDeleteUserCommand({ UserPoolId: service.pool.userPoolId, Username: String(row?.userId) }),
    );
    return { accountName, password: goodPassword };
  },
};

async function tryAt(accountName: string, password: string) {
  const browser = service.browser();
  const captcha = await solvedCaptcha(browser, "sign-in");
  lane.mend();
  return browser.call("POST /api/sign-in", { accountName, password, captcha });
}

const shown = ({ status, headers, body, setCookies }: Reply<"POST /api/sign-in">) => ({
  status,
  headers,
  body: { ...body, id: "masked" },
  setCookies,
});

const refusal = {
  status: 401,
  headers: {
    "cache-control": "no-store",
    "content-type": "application/problem+json",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  },
  body: {
    type: "about:blank",
    title: "The account, the password or both are wrong, or the account cannot be used",
    status: 401,
    code: "sign-in-failed",
    id: "masked",
  },
  setCookies: [],
};

const evaluated = [
  ["dynamodb.PutItem once", "dynamodb.BatchGetItem claims+limits"],
  "dynamodb.UpdateItem accounts",
  "cognito.AdminInitiateAuth",
  "dynamodb.UpdateItem limits",
];
/** After a wait the row that refused was read by the refusal itself, and one more update takes the one try there is. */
const afterWait = [...evaluated.slice(0, 2), "dynamodb.UpdateItem accounts", ...evaluated.slice(2)];

describe("a sign-in that fails looks the same whatever the account is (T04, SHAPE)", () => {
  it.each(Object.keys(kinds))("%s: same answer and same calls at first, inside the wait and after it", async (kind) => {
    const { accountName, password } = await kinds[kind]!();
    for (let free = 0; free < 5; free += 1) {
      expect(shown(await tryAt(accountName, password))).toEqual(refusal);
      expectSteps(lane.names(), evaluated);
    }
    expect(shown(await tryAt(accountName, password))).toEqual(refusal);
    expectSteps(lane.names(), evaluated);

    service.clock.advanceBy({ seconds: 31 });
    expect(shown(await tryAt(accountName, password))).toEqual(refusal);
    expectSteps(lane.names(), afterWait);
  });

  it("the right password inside the wait gets the answer of a wrong one and is not evaluated (T01)", async () => {
    const { accountName } = await withAccount(service);
    for (let free = 0; free < 5; free += 1) await tryAt(accountName, "Wombats-2026-x");
    expect(shown(await tryAt(accountName, goodPassword))).toEqual(refusal);
    expectSteps(lane.names(), evaluated);
    const { AuthParameters } = lane.calls.find(({ service: name }) => name === "cognito")!.input as {
      AuthParameters: { USERNAME: string };
    };
    expect(AuthParameters.USERNAME).toMatch(/^decoy-/);

    service.clock.advanceBy({ seconds: 31 });
    expect((await tryAt(accountName, goodPassword)).status).toBe(200);
  });

  it("a second wait is as long for a name nobody has as for an account (T01, T04)", async () => {
    const names = { account: (await withAccount(service)).accountName, nobody: `u${service.random(5)}` };
    for (const accountName of Object.values(names)) {
      for (let free = 0; free < 5; free += 1) await tryAt(accountName, "Wombats-2026-x");
      service.clock.advanceBy({ seconds: 31 });
      await tryAt(accountName, "Wombats-2026-x");
      expectSteps(lane.names(), afterWait);
      service.clock.advanceBy({ seconds: 31 });
      await tryAt(accountName, "Wombats-2026-x");
      expectSteps(lane.names(), evaluated);
      service.clock.advanceBy({ seconds: 30 });
      await tryAt(accountName, "Wombats-2026-x");
      expectSteps(lane.names(), afterWait);
    }
  });
});
