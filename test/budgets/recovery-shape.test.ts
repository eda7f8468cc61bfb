import { describe, expect, it } from "vitest";
import { dynamoChallenges } from "../../functions/adapters/challenges.ts";
import { dynamo } from "../../functions/adapters/dynamo.ts";
import { secretsManagerKeys } from "../../functions/adapters/keys.ts";
import type { Parts } from "../../functions/adapters/parts.ts";
import { policies } from "../../functions/contract/policy.ts";
import type { GrantPurpose } from "../../functions/ports/reset-grants.ts";
import { startProxiedService } from "../faults/proxied-service.ts";
import { rowsBehind } from "../faults/rows.ts";
import { changeAccount } from "../reset-password/holder.ts";
import type { Browser, Reply } from "../service/browser.ts";
import { apply, enrol, publicPerson, solvedCaptcha } from "../service/people.ts";
import { accountLike, check, disabled, other, type Unlike } from "../verify-code/forgetful.ts";
import { expectSteps } from "./same-steps.ts";

const { service, proxy, lane } = await startProxiedService();
const rows = rowsBehind(proxy.behind.dynamodb, service.prefix);

interface Named {
  readonly accountName: string;
  /** Where a code goes, if there is one. */
  readonly email?: string;
}

const like = (unlike: Unlike) => () => accountLike(service, unlike);
/** Every kind of account a stranger may ask about. What is eligible for one purpose is a decoy for the other. */
const kinds: Record<string, () => Promise<Named>> = {
  "unknown name": async () => ({ accountName: `u${service.random(5)}` }),
  "text that is no account name": async () => ({ accountName: `王小明 <${service.random(3)}>` }),
  "e-mail address without an account (M20)": async () => ({ accountName: `u${service.random(5)}@home.test` }),
  "e-mail account in use (M20)": async () => {
    const { email } = await publicPerson(service);
    return { accountName: email, email };
  },
  "disabled e-mail account (M20)": async () => {
    const { email, userId } = await publicPerson(service);
    await changeAccount(rows, userId, disabled);
    return { accountName: email, email };
  },
  "account in use": like({}),
  "account with a second factor": like({ row: { secondFactor: "on" } }),
  "account whose password was changed today": like({ row: { lockedUntil: service.clock.now() + 86_400_000 } }),
  "account held by a reset": like({ row: { holdUntil: service.clock.now() + 600_000, heldBy: "a reset" } }),
  "account without a proved contact": like({ proved: [] }),
  "disabled account": like({ row: disabled }),
  "disabled account with a second factor": like({ row: { ...disabled, secondFactor: "on" } }),
  "disabled account without a proved contact": like({ proved: [], row: disabled }),
  "account that a manager disabled for good": like({ row: { ...disabled, selfEnable: false } }),
  "frozen account": like({ row: { ...disabled, frozen: true } }),
  "name that is only claimed so far": async () => {
    const [person] = await enrol(service);
    const browser = service.browser();
    const accountName = `u${service.random(5)}`;
    await apply.identity(browser, person!);
    await apply.consent(browser);
    const chosen = await apply.account(browser, { accountName, email: `${accountName}@mail.test` });
    if (chosen.status !== 200) throw new Error(`the name was not claimed: ${chosen.body.code}`);
    return { accountName };
  },
};

async function ask(browser: Browser, accountName: string, purpose: GrantPurpose) {
  const captcha = await solvedCaptcha(browser, purpose === "reset" ? "reset-password" : "activate");
  lane.mend();
  return browser.call("POST /api/verify-code/send", { purpose, accountName, captcha, language: "zh-TW" });
}

/** Everything a stranger sees; of a sealed cookie its length. */
function shown({
  status,
  headers,
  body,
  setCookies,
}: Reply<"POST /api/verify-code/send" | "POST /api/verify-code/check">) {
  const cookies = setCookies.map((line) => line.replace(/=[^;]*/, (value) => `=${value.length}`));
  return { status, headers, body: { ...body, ...("id" in body ? { id: "masked" } : {}) }, cookies };
}

const redeemed = ["dynamodb.PutItem once", "dynamodb.BatchGetItem claims", "dynamodb.BatchGetItem accounts"];
const write = "dynamodb.TransactWriteItems challenges+limits+messages";
const counted = ["dynamodb.UpdateItem limits", "dynamodb.UpdateItem limits", "dynamodb.UpdateItem limits"];
const gate = "dynamodb.BatchGetItem limits";
const tried = "dynamodb.UpdateItem challenges";

/** How many rows the last transaction wrote or looked at. */
const rowsWritten = () =>
  lane.calls.filter(({ name }) => name === write).map(({ input }) => (input.TransactItems as unknown[]).length);

/** A challenge sent twice, then six wrong codes at each of three, and one challenge more: all that was seen, each by the same calls. */
async function walk(kind: string, purpose: GrantPurpose) {
  const seen: unknown[] = [];
  const { accountName, email } = await kinds[kind]!();
  for (let challenge = 0; challenge < 3; challenge += 1) {
    const browser = service.browser();
    seen.push(shown(await ask(browser, accountName, purpose)), rowsWritten());
    expectSteps(lane.names(), [...redeemed, write, ...(challenge === 0 ? [] : [write])]);
    seen.push(shown(await ask(service.browser(), accountName, purpose)));
    expectSteps(lane.names(), [...redeemed, write]);
    if (challenge === 0) {
      service.clock.advanceBy({ seconds: 61 });
      seen.push(shown(await ask(browser, accountName, purpose)), rowsWritten());
      expectSteps(lane.names(), [...redeemed, write, write]);
    }

    await service.jobs({ job: "send-messages" });
    const [sent] = email === undefined ? [] : service.sent(email);
    const code = /\b\d{6}\b/.exec(sent?.text ?? "")?.[0] ?? "000000";
    for (let time = 1; time <= 6; time += 1) {
      lane.mend();
      seen.push(shown(await check(browser, other(code, time), purpose)));
      const spent = challenge === 2 ? [gate] : [gate, tried];
      expectSteps(lane.names(), time <= 5 ? [gate, tried, counted] : spent);
    }
    service.clock.advanceBy({ seconds: 61 });
  }
  const last = service.browser();
  seen.push(shown(await ask(last, accountName, purpose)));
  expectSteps(lane.names(), [...redeemed, write]);
  return seen;
}

describe("asking for a code and typing wrong ones looks the same whatever the account is (T04, SHAPE)", () => {
  for (const purpose of ["reset", "activate"] as const) {
    it.each(Object.keys(kinds).slice(1))(`to ${purpose}: %s, as an unknown name`, async (kind) => {
      expect(await walk(kind, purpose)).toEqual(await walk("unknown name", purpose));
    });
  }

  it("the very code of nobody's challenge is a wrong one, by the same calls (T04)", async () => {
    const browser = service.browser();
    const { accountName } = await kinds["unknown name"]!();
    await ask(browser, accountName, "reset");
    const { input } = lane.calls.find(({ name }) => name === write)!;
    const [{ Put }] = input.TransactItems as [{ Put: { Item: { challengeId: { S: string } } } }];
    const keys = secretsManagerKeys("educloud/key-ring");
    const { code } = dynamoChallenges({
      dynamo: dynamo(service.prefix),
      keys,
      policy: policies.seed,
    } as Parts);
    const typed = await code(Put.Item.challengeId.S, "any");
    lane.mend();
    expect((await check(browser, typed)).body.code).toBe("code-wrong");
    expectSteps(lane.names(), [gate, tried, counted]);
  });

  it("is this, of an unknown name", async () => {
    const browser = service.browser();
    const headers = {
      "cache-control": "no-store",
      "content-type": "application/json",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    };
    const { accountName } = await kinds["unknown name"]!();
    expect(shown(await ask(browser, accountName, "reset"))).toEqual({
      status: 200,
      headers,
      body: { sentTo: [], expiresIn: 600, resendIn: 60 },
      cookies: [expect.stringMatching(/^__Host-recovery=\d+; Path=\/; Secure; HttpOnly; SameSite=Lax$/)],
    });
    const wrong = await check(browser, "123456");
    expect([wrong.status, wrong.body.code, wrong.setCookies]).toEqual([422, "code-wrong", []]);
  });
});

describe("what the job does with a message says nothing either (T04)", () => {
  it("nobody's is taken and settled by the calls of somebody's, but for the sending", async () => {
    const calls: string[][] = [];
    for (const kind of ["unknown name", "account in use"]) {
      const { accountName } = await kinds[kind]!();
      await service.jobs({ job: "send-messages" });
      await ask(service.browser(), accountName, "reset");
      expect(lane.names().filter((name) => name.startsWith("s"))).toEqual([]);
      lane.mend();
      expect((await service.jobs({ job: "send-messages" })) as object).toMatchObject({ taken: 1 });
      calls.push(lane.names().filter((name) => name.includes("UpdateItem")));
      expect(lane.names().filter((name) => name.startsWith("s"))).toEqual(
        kind === "unknown name" ? [] : ["ses.SendEmail"],
      );
    }
    expect(calls[0]).toEqual(calls[1]);
  });
});
