import { describe, expect, it } from "vitest";
import type { Browser } from "../service/browser.ts";
import { apply, codeSentTo, enrol } from "../service/people.ts";
import { startService } from "../service/service.ts";

const service = await startService();

/** A browser whose account step is done: a code may be asked for. */
async function atCodeStep(
  contacts: { email?: string; mobile?: string } = {},
): Promise<{ browser: Browser; email: string }> {
  const [person] = await enrol(service);
  const browser = service.browser();
  const email = contacts.email ?? `e${service.random()}@mail.test`;
  await apply.identity(browser, person!);
  await apply.consent(browser);
  const reply = await apply.account(browser, { accountName: `n${service.random(6)}`, email, ...contacts });
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.body));
  return { browser, email };
}

const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

describe("a wrong, expired, spent, used or foreign code gets one answer (T06, T07, T10, T11)", () => {
  it("wrong", async () => {
    const { browser, email } = await atCodeStep();
    await apply.send(browser);
    expect(await apply.check(browser, other(codeSentTo(service, email)))).toMatchObject({
      status: 422,
      body: { code: "code-wrong" },
    });
  });

  it("right at 10 min 00 s, refused at 10 min 01 s, the row still there", async () => {
    for (const [seconds, status] of [
      [0, 200],
      [1, 422],
    ] as const) {
      const { browser, email } = await atCodeStep();
      await apply.send(browser);
      service.clock.advanceBy({ minutes: 10, seconds });
      expect((await apply.check(browser, codeSentTo(service, email))).status).toBe(status);
    }
  });

  it("the sixth try, even when it is right", async () => {
    const { browser, email } = await atCodeStep();
    await apply.send(browser);
    const code = codeSentTo(service, email);
    for (let time = 0; time < 5; time += 1) await apply.check(browser, other(code));
    expect((await apply.check(browser, code)).body.code).toBe("code-wrong");
  });

  it("used; but the same press of the button again gets its stored answer", async () => {
    const { browser, email } = await atCodeStep();
    await apply.send(browser);
    const code = codeSentTo(service, email);
    const press = "one-press-of-the-button";
    expect((await apply.check(browser, code, press)).status).toBe(200);
    expect((await apply.check(browser, code, press)).body).toEqual({ verified: true, channel: "email" });
    expect((await apply.check(browser, code)).body.code).toBe("code-wrong");
  });

  it("of another browser, and of the application before", async () => {
    const one = await atCodeStep();
    const two = await atCodeStep();
    await apply.send(one.browser);
    await apply.send(two.browser);
    expect((await apply.check(two.browser, codeSentTo(service, one.email))).body.code).toBe("code-wrong");
    expect((await apply.check(service.browser(), codeSentTo(service, one.email))).body.code).toBe(
      "registration-missing",
    );
  });

  it("a proof does not outlive a change of the contacts", async () => {
    const { browser, email } = await atCodeStep();
    await apply.send(browser);
    await apply.check(browser, codeSentTo(service, email));
    const { body } = await browser.call("GET /api/register");
    expect(body.step).toBe("review");
    const changed = await apply.account(browser, { accountName: body.accountName ?? "", email: "thief@mail.test" });
    expect(changed.body.step).toBe("code");
    expect((await apply.complete(browser)).body.code).toBe("registration-step");
  });
});

describe("a code proves only the address it was sent to (M18, T10)", () => {
  it("not the one that was put in its place afterwards, however the steps are mixed", async () => {
    const { browser, email } = await atCodeStep();
    await apply.send(browser);
    const code = codeSentTo(service, email);
    const before = browser.copy();
    const { body } = await browser.call("GET /api/register");
    await apply.account(browser, { accountName: body.accountName ?? "", email: "victim@mail.test" });
    expect((await apply.check(browser, code)).body.code).toBe("code-wrong");
    expect((await apply.check(before, code)).body.code).toBe("code-wrong");
    expect((await apply.complete(browser)).body.code).toBe("registration-step");
    expect((await apply.complete(before)).body.code).toBe("registration-step");
    service.clock.advanceBy({ seconds: 61 });
    expect((await apply.send(browser)).status).toBe(200);
    expect(codeSentTo(service, "victim@mail.test")).not.toBe(code);
  });
});

describe("sending (M18, T12, T13)", () => {
  it("asking again within its life sends the same code, not sooner than after 60 s", async () => {
    const { browser, email } = await atCodeStep();
    await apply.send(browser);
    const code = codeSentTo(service, email);
    expect(await apply.send(browser)).toMatchObject({ status: 429, body: { code: "code-wait", retryAfter: 60 } });
    service.clock.advanceBy({ seconds: 60 });
    expect((await apply.send(browser)).status).toBe(200);
    expect(service.sent(email)).toHaveLength(2);
    expect(codeSentTo(service, email)).toBe(code);
  });

  it("a spent challenge gives way to a new code", async () => {
    const { browser, email } = await atCodeStep();
    await apply.send(browser);
    const code = codeSentTo(service, email);
    for (let time = 0; time < 5; time += 1) await apply.check(browser, other(code));
    service.clock.advanceBy({ seconds: 60 });
    expect((await apply.send(browser)).status).toBe(200);
    expect((await apply.check(browser, codeSentTo(service, email))).status).toBe(200);
  });

  it("five in any hour for one account, wherever the hour begins, and as many messages as answers", async () => {
    service.clock.advanceBy({ minutes: 57 });
    const { browser, email } = await atCodeStep();
    const outcomes: number[] = [];
    for (let time = 0; time < 7; time += 1) {
      outcomes.push((await apply.send(browser)).status);
      service.clock.advanceBy({ seconds: 61 });
    }
    expect(outcomes).toEqual([200, 200, 200, 200, 200, 429, 429]);
    expect(service.sent(email)).toHaveLength(5);
  });

  it("each channel has its own code and either proves its own channel (M18)", async () => {
    const { browser, email } = await atCodeStep({ email: "both@mail.test", mobile: "0912345678" });
    await apply.send(browser);
    expect(codeSentTo(service, "+886912345678")).not.toBe(codeSentTo(service, email));
    expect((await apply.check(browser, codeSentTo(service, "+886912345678"))).body).toEqual({
      verified: true,
      channel: "sms",
    });
  });

  it("a number past its five a day gets mail only, and the page says which way it went", async () => {
    const mobile = "0955000111";
    for (let time = 0; time < 5; time += 1) await apply.send((await atCodeStep({ mobile })).browser);
    const { browser } = await atCodeStep({ mobile });
    const { body } = await apply.send(browser);
    expect(body.sentTo.map(({ channel, state }) => [channel, state])).toEqual([
      ["email", "accepted"],
      ["sms", "not-sent"],
    ]);
    expect(service.sent("+886955000111")).toHaveLength(5);
  });

  it("siblings who share a parent's address each get a code though the address has had its five (T13)", async () => {
    const email = "parent@mail.test";
    const outcomes: number[] = [];
    for (let child = 0; child < 8; child += 1)
      outcomes.push((await apply.send((await atCodeStep({ email })).browser)).status);
    expect(outcomes).toEqual([200, 200, 200, 200, 200, 200, 200, 200]);
  });

  it("fifteen wrong codes a day for one person, over all challenges, and no further code is sent (T08)", async () => {
    const { browser, email } = await atCodeStep();
    for (let challenge = 0; challenge < 3; challenge += 1) {
      expect((await apply.send(browser)).status).toBe(200);
      const wrong = other(codeSentTo(service, email));
      for (let time = 0; time < 5; time += 1) await apply.check(browser, wrong);
      service.clock.advanceBy({ seconds: 61 });
    }
    expect((await apply.send(browser)).body.code).toBe("code-limit");
  });
});

describe("an application past its time", () => {
  it("is cleared by the job, its name is free again, and the person goes on from the account step (S11, T44)", async () => {
    const { browser } = await atCodeStep();
    const { body } = await browser.call("GET /api/register");
    service.clock.advanceBy({ minutes: 16 });
    await service.jobs({ job: "reconcile-registrations" });
    expect((await browser.call("GET /api/register")).body).toMatchObject({
      step: "account",
      accountName: body.accountName,
    });
    expect((await apply.send(browser)).body.code).toBe("registration-expired");
    const again = await apply.account(browser, { accountName: body.accountName ?? "", email: "again@mail.test" });
    expect(again).toMatchObject({ status: 200, body: { step: "code" } });
  });
});
