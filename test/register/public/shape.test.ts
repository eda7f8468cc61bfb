import { describe, expect, it } from "vitest";
import { dynamoChallenges } from "../../../functions/adapters/challenges.ts";
import { dynamo } from "../../../functions/adapters/dynamo.ts";
import { secretsManagerKeys } from "../../../functions/adapters/keys.ts";
import type { Parts } from "../../../functions/adapters/parts.ts";
import { policies } from "../../../functions/contract/policy.ts";
import type { RouteKey } from "../../../functions/contract/routes.ts";
import { expectSteps } from "../../budgets/same-steps.ts";
import { startProxiedService } from "../../faults/proxied-service.ts";
import { rowsBehind } from "../../faults/rows.ts";
import { changeAccount } from "../../reset-password/holder.ts";
import type { Browser, Reply } from "../../service/browser.ts";
import { publicPerson, solvedCaptcha, withAccount } from "../../service/people.ts";
import { joining, publicForm } from "../../service/public-people.ts";

const { service, lane, proxy } = await startProxiedService();
const rows = rowsBehind(proxy.behind.dynamodb, service.prefix);
const language = "zh-TW";

/** Nothing was ever mailed to these; the masks of all are the same. */
const fresh = () => `z${service.random(6)}@mail.test`;
const kinds: Record<string, () => Promise<string>> = {
  "an address that nobody has": async () => fresh(),
  "an account's": async () => (await publicPerson(service, { email: fresh() })).email,
  "a disabled account's": async () => {
    const { userId, email } = await publicPerson(service, { email: fresh() });
    await changeAccount(rows, userId, { status: "DISABLED" });
    return email;
  },
  "an account's in another letter case": async () => {
    const { email } = await publicPerson(service, { email: fresh().replace("@", "ABC@") });
    return email.toLowerCase();
  },
};

/** Everything a stranger sees; of a sealed cookie its length. */
function shown({ status, headers, body, setCookies }: Reply<RouteKey>) {
  const cookies = setCookies.map((line) => line.replace(/=[^;]*/, (value) => `=${value.length}`));
  return { status, headers, body: { ...body, ...("id" in body ? { id: "masked" } : {}) }, cookies };
}

async function register(browser: Browser, email: string) {
  const captcha = await solvedCaptcha(browser, "public-register");
  lane.mend();
  return browser.call("POST /api/public/register", { ...publicForm, email, captcha });
}

async function resendTo(browser: Browser, email: string) {
  const captcha = await solvedCaptcha(browser, "public-register");
  lane.mend();
  return browser.call("POST /api/public/resend", { email, captcha, language });
}

const write = "dynamodb.TransactWriteItems challenges+limits+messages";
/** The mail of a new registration: with it, it is the newest of its address. */
const first = "dynamodb.TransactWriteItems challenges+flows+limits+messages";
const opened = [
  "dynamodb.PutItem once",
  "dynamodb.UpdateItem limits",
  "dynamodb.BatchGetItem claims",
  "dynamodb.TransactWriteItems flows",
];
const abandoned = "dynamodb.UpdateItem flows";
const counted = ["dynamodb.UpdateItem limits", "dynamodb.UpdateItem limits", "dynamodb.UpdateItem limits"];
const tried = ["dynamodb.UpdateItem challenges", "dynamodb.UpdateItem limits"];
const found = ["dynamodb.BatchGetItem flows", "dynamodb.BatchGetItem limits"];

/** Registered twice, once too soon, sent again by each way, six wrong codes, and on to the limit: all that was seen, each by the same calls. */
async function walk(kind: string): Promise<unknown[]> {
  const email = await kinds[kind]!();
  const [browser, seen] = [service.browser(), [] as unknown[]];
  seen.push(shown(await register(browser, email)));
  expectSteps(lane.names(), [...opened, first]);
  seen.push(shown(await joining.resend(browser)), shown(await joining.show(browser)));
  service.clock.advanceBy({ seconds: 61 });
  seen.push(shown(await register(service.browser(), email)));
  expectSteps(lane.names(), [...opened, first, first]);
  // One more at once waits out the gap of the address, whoever has it.
  const soon = shown(await register(service.browser(), email));
  expect(soon).toMatchObject({ status: 429, body: { code: "code-wait", retryAfter: 60 } });
  expectSteps(lane.names(), [...opened, first, abandoned]);
  seen.push(soon);
  service.clock.advanceBy({ seconds: 61 });
  lane.mend();
  seen.push(shown(await joining.resend(browser)));
  expectSteps(lane.names(), ["dynamodb.BatchGetItem flows", "dynamodb.BatchGetItem claims", write, write]);
  service.clock.advanceBy({ seconds: 61 });
  seen.push(shown(await resendTo(service.browser(), email)));
  expectSteps(lane.names(), [
    "dynamodb.PutItem once",
    "dynamodb.BatchGetItem flows",
    "dynamodb.BatchGetItem flows",
    "dynamodb.BatchGetItem claims",
    write,
    write,
  ]);
  for (let time = 1; time <= 6; time += 1) {
    lane.mend();
    seen.push(shown(await joining.byCode(browser, "abcdef")));
    expectSteps(lane.names(), [...found, ...(time <= 5 ? [...tried, counted] : tried.slice(0, 1))]);
  }
  seen.push(shown(await joining.show(browser)));
  for (let time = 0; time < 3; time += 1) {
    service.clock.advanceBy({ seconds: 61 });
    seen.push(shown(await register(service.browser(), email)));
  }
  return seen;
}

describe("registering looks the same whether the address has an account or not (T04, SHAPE)", () => {
  it.each(Object.keys(kinds).slice(1))("%s, as an address that nobody has", async (kind) => {
    expect(await walk(kind)).toEqual(await walk("an address that nobody has"));
  });

  it("is this, and nothing leaves the service within the request", async () => {
    const browser = service.browser();
    const reply = shown(await register(browser, await kinds["an account's"]!()));
    expect(reply).toMatchObject({
      status: 200,
      body: { step: "sent", email: "z***@mail.test", expiresIn: 86_400, codeExpiresIn: 600, resendIn: 60 },
      cookies: [expect.stringMatching(/^__Host-public=\d+; Path=\/; Secure; HttpOnly; SameSite=Lax$/)],
    });
    expect(lane.names().filter((name) => name.startsWith("s"))).toEqual([]);
  });

  it("the very code of a registration with a taken address is a wrong one, by the same calls", async () => {
    const browser = service.browser();
    await register(browser, await kinds["an account's"]!());
    const { input } = lane.calls.find(({ name }) => name === first)!;
    const [{ Put }] = input.TransactItems as [{ Put: { Item: { challengeId: { S: string } } } }];
    const keys = secretsManagerKeys("educloud/key-ring");
    const { code } = dynamoChallenges({ dynamo: dynamo(service.prefix), keys, policy: policies.seed } as Parts);
    const typed = await code(Put.Item.challengeId.S, "any");
    lane.mend();
    expect((await joining.byCode(browser, typed)).body.code).toBe("code-wrong");
    expectSteps(lane.names(), [...found, ...tried, counted]);
  });
});

describe("忘記教育雲端密碼 and 註冊 with one address, after each other, look the same whoever has it (T04, SHAPE)", () => {
  async function forget(browser: Browser, accountName: string) {
    const captcha = await solvedCaptcha(browser, "reset-password");
    lane.mend();
    return browser.call("POST /api/verify-code/send", { purpose: "reset", accountName, captcha, language });
  }
  const asked = ["dynamodb.PutItem once", "dynamodb.BatchGetItem claims", "dynamodb.BatchGetItem accounts"];

  it.each(Object.keys(kinds))("%s: what was mailed there before makes no difference", async (kind) => {
    const [one, other] = [await kinds[kind]!(), await kinds[kind]!()];
    await register(service.browser(), one);
    expect((await forget(service.browser(), one)).status).toBe(200);
    expectSteps(lane.names(), [...asked, write, write]);
    await forget(service.browser(), other);
    expectSteps(lane.names(), [...asked, write]);
    expect((await register(service.browser(), other)).status).toBe(200);
    expectSteps(lane.names(), [...opened, first, first]);
  });
});

describe("重發驗證信 from any browser looks the same whoever has the address (T04, SHAPE)", () => {
  const asked = {
    ...kinds,
    "the contact of somebody who applied by the roster": async () => {
      const { email } = await withAccount(service, `z${service.random(5)}`);
      return email;
    },
  };
  const steps = [
    "dynamodb.PutItem once",
    "dynamodb.BatchGetItem flows",
    "dynamodb.BatchGetItem flows",
    "dynamodb.BatchGetItem claims",
  ];

  it.each(Object.keys(asked))("%s: the same answer by the same calls", async (kind) => {
    const email = await (asked as typeof kinds)[kind]!();
    const isKnownContact = kind.startsWith("the contact");
    const reply = await resendTo(service.browser(), email);
    expect(shown(reply)).toMatchObject({ status: 200, body: { resendIn: 60 }, cookies: [] });
    // A mailbox that got a mail of any kind today takes one transaction more, whoever asks for what.
    expectSteps(lane.names(), [...steps, write, ...(isKnownContact ? [write] : [])]);
    const soon = await resendTo(service.browser(), email);
    expect([soon.body.code, soon.body.retryAfter]).toEqual(["code-wait", 60]);
    expectSteps(lane.names(), [...steps, write]);
  });

  it("its mailbox is told what is the case: a link, an account, or nothing at all", async () => {
    const [nobody, account, waiting] = [fresh(), await kinds["an account's"]!(), fresh()];
    await joining.register(service.browser(), waiting);
    service.clock.advanceBy({ seconds: 61 });
    await service.jobs({ job: "send-messages" });
    for (const email of [nobody, account, waiting]) await resendTo(service.browser(), email);
    await service.jobs({ job: "send-messages" });
    expect(service.sent(nobody)).toEqual([]);
    expect(service.sent(account)).toHaveLength(1);
    expect(service.sent(account)[0]?.text).toContain("您已經有帳號");
    expect(service.sent(waiting)).toHaveLength(2);
    expect(service.sent(waiting)[0]?.text).toContain("/public/activate#");
  });
});
