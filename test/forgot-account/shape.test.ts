import { describe, expect, it } from "vitest";
import { expectSteps } from "../budgets/same-steps.ts";
import { startProxiedService } from "../faults/proxied-service.ts";
import { rowsBehind } from "../faults/rows.ts";
import { changeAccount, userIdOf } from "../reset-password/holder.ts";
import { enrol, withAccount } from "../service/people.ts";
import { ask } from "./asking.ts";

const { service, proxy, lane } = await startProxiedService({ settings: { POLICY_PROFILE: "strict" } });
const rows = rowsBehind(proxy.behind.dynamodb, service.prefix);

async function accountWith(change: Record<string, unknown>): Promise<string> {
  const { person, accountName } = await withAccount(service);
  await changeAccount(rows, await userIdOf(service, accountName), change);
  return person.personId;
}

const kinds: Record<string, () => Promise<string>> = {
  "nobody at all": async () => `T-${service.random(5)}`,
  "somebody without an account": async () => (await enrol(service))[0]!.personId,
  "an account": () => accountWith({}),
  "a disabled account": () => accountWith({ status: "DISABLED" }),
  "a frozen account": () => accountWith({ status: "DISABLED", frozen: true }),
  "an account with a second factor": () => accountWith({ secondFactor: "on" }),
};

const steps = [
  "dynamodb.TransactWriteItems limits+once",
  "dynamodb.BatchGetItem claims",
  "dynamodb.BatchGetItem accounts",
  ["dynamodb.UpdateItem limits", "dynamodb.UpdateItem limits"],
  "dynamodb.TransactWriteItems audit+messages",
];

describe("profile strict: who asks learns nothing, whoever it is (T04, C8, SHAPE)", () => {
  it.each(Object.keys(kinds))("%s: the same answer by the same calls", async (kind) => {
    const personId = await kinds[kind]!();
    const { status, headers, body, setCookies } = await ask(service.browser(), personId, () => lane.mend());
    expect({ status, headers, body, setCookies }).toEqual({
      status: 200,
      headers: {
        "cache-control": "no-store",
        "content-type": "application/json",
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
      },
      body: { outcome: "sent" },
      setCookies: [],
    });
    expectSteps(lane.names(), steps);
  });
});
