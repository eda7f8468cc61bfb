import { expect, it } from "vitest";
import { rowsBehind } from "../faults/rows.ts";
import { goodPassword, signIn, solvedCaptcha } from "../service/people.ts";
import { activationMail, joining, newAttempt, publicForm, withPublicAccount } from "../service/public-people.ts";
import { startRace, tally } from "./workers.ts";

const race = await startRace();
const { service } = race;
const rows = rowsBehind(race.proxy.behind.dynamodb, service.prefix);
const profiles = async () => (await rows.all("accounts")).filter(({ accountName }) => accountName !== undefined);
const fresh = () => `r${service.random(6)}@mail.test`;
const other = "Wombat-2027-y";

async function registered(email: string, password = goodPassword) {
  const browser = race.browser();
  await joining.register(browser, email, { password });
  return { browser, ...(await activationMail(service, email)) };
}

/** What one activation leaves behind, and nothing more. */
async function expectOneMore(before: number, email: string): Promise<void> {
  const made = await profiles();
  expect(made).toHaveLength(before + 1);
  const ids = made.map(({ userId }) => userId);
  const of = async (table: "audit" | "claims") => (await rows.all(table)).map((row) => row.subject ?? row.userId);
  expect((await of("claims")).toSorted()).toEqual(ids.toSorted());
  expect((await of("audit")).toSorted()).toEqual(ids.toSorted());
  await service.jobs({ job: "send-messages" });
  expect(service.sent(email).filter(({ text }) => text?.includes("已建立"))).toHaveLength(1);
}

it("20 presses at once, ten by the link and ten by the code: one account, and nobody is told a lie; 5 times (M20, T07, T45)", async () => {
  for (let round = 0; round < 5; round += 1) {
    const [email, before] = [fresh(), (await profiles()).length];
    const { browser, token, code } = await registered(email);
    const tabs = Array.from({ length: 20 }, () => browser.copy());
    const replies = await race.atOnce(
      tabs.map((tab, index) => () => (index % 2 === 0 ? joining.byLink(tab, token) : joining.byCode(tab, code))),
    );
    const counts = tally(replies);
    expect(counts[200], JSON.stringify(counts)).toBeGreaterThan(0);
    // Six and more at a time are more tries than there are: they are told to stop, or that their code is used, or to try again.
    const refusals = ["200", "activation-link", "public-registration-missing", "code-wrong", "try-again-later"];
    expect(Object.keys(counts).filter((outcome) => !refusals.includes(outcome))).toEqual([]);
    for (const { status, body } of replies) if (status === 200) expect(body).toEqual({ account: email });
    await expectOneMore(before, email);
    expect((await joining.byLink(race.browser(), token)).body).toEqual({ account: email });
    expect((await signIn(race.browser(), email)).status).toBe(200);
  }
});

it("20 wrong passwords at once are five tries, and the registration is over (M20, T06)", async () => {
  const { token, browser } = await registered(fresh());
  const tabs = Array.from({ length: 20 }, () => browser.copy());
  const replies = await race.atOnce(tabs.map((tab) => () => joining.byLink(tab, token, other)));
  expect(tally(replies)).toEqual({ "password-wrong": 5, "activation-link": 15 });
  expect((await joining.byLink(browser, token)).body.code).toBe("activation-link");
});

it("wrong codes at five registrations of one address at once are the address's tries of a day, and no more (M20, T08)", async () => {
  const compared = async () =>
    (await rows.all("limits"))
      .filter(({ limit }) => String(limit).startsWith("code-wrong#"))
      .flatMap((row) => Object.entries(row))
      .reduce((sum, [name, value]) => sum + (name.startsWith("w86400_") ? Number(value) : 0), 0);
  const [email, before] = [fresh(), await compared()];
  const waiting = Array.from({ length: 5 }, () => race.browser());
  for (const browser of waiting) {
    expect((await joining.register(browser, email)).status).toBe(200);
    service.clock.advanceBy({ seconds: 60 });
  }
  const tabs = waiting.flatMap((browser) => Array.from({ length: 5 }, () => browser.copy()));
  const replies = await race.atOnce(tabs.map((tab) => () => joining.byCode(tab, "abcdef")));
  expect(Object.keys(tally(replies))).toEqual(["code-wrong"]);
  expect((await compared()) - before).toBe(15);
});

it.each(["nobody", "an account"] as const)(
  "10 registrations at once of an address that %s has: one mail, nine wait out its gap, and one registration waits (M20, T04, T13)",
  async (holder) => {
    const { email } = holder === "nobody" ? { email: fresh() } : await withPublicAccount(service);
    const waiting = async () => (await rows.all("flows")).filter(({ status }) => status === "PENDING").length;
    const [mails, flows] = [service.sent(email).length, await waiting()];
    service.clock.advanceBy({ seconds: 60 });
    const forms = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const browser = race.browser();
        return { browser, captcha: await solvedCaptcha(browser, "public-register") };
      }),
    );
    const replies = await race.atOnce(
      forms.map(
        ({ browser, captcha }) =>
          () =>
            browser.call("POST /api/public/register", { ...publicForm, email, captcha }),
      ),
    );
    expect(tally(replies)).toEqual({ 200: 1, "code-wait": 9 });
    expect(replies.flatMap(({ body }) => body.retryAfter ?? [])).toEqual(Array(9).fill(60));
    await service.jobs({ job: "send-messages" });
    expect(service.sent(email)).toHaveLength(mails + 1);
    expect(await waiting()).toBe(flows + 1);
  },
);

it("two registrations of one address at once: one account, the other is told once its mailbox is proved; 10 times (M20, I2)", async () => {
  for (let round = 0; round < 10; round += 1) {
    const [email, before] = [fresh(), (await profiles()).length];
    const first = await registered(email);
    service.clock.advanceBy({ seconds: 60 });
    const second = await registered(email, other);
    const replies = await race.atOnce([
      () => joining.byLink(first.browser, first.token),
      () => joining.byCode(second.browser, second.code, other, newAttempt()),
    ]);
    expect(tally(replies)).toEqual({ 200: 1, "account-email-taken": 1 });
    await expectOneMore(before, email);
    const winner = replies[0]?.status === 200 ? goodPassword : other;
    const loser = winner === other ? goodPassword : other;
    expect((await signIn(race.browser(), email, winner)).status).toBe(200);
    expect((await signIn(race.browser(), email, loser)).status).toBe(401);
  }
});

it("啟用帳號 and 不是我 at once: an account, or none and nothing of it left; 10 times (M20)", async () => {
  for (let round = 0; round < 10; round += 1) {
    const [email, before] = [fresh(), (await profiles()).length];
    const { browser, token } = await registered(email);
    const [activated, refused] = await race.atOnce([
      () => joining.byLink(browser.copy(), token),
      () => joining.refuse(browser.copy(), token) as never,
    ]);
    expect([activated?.status, refused?.status].filter((status) => status === 200)).toHaveLength(1);
    service.clock.advanceBy({ minutes: 16 });
    await service.jobs({ job: "reconcile-registrations" });
    const made = (await profiles()).length - before;
    expect(made).toBe(activated?.status === 200 ? 1 : 0);
    expect((await signIn(race.browser(), email)).status).toBe(made === 1 ? 200 : 401);
    const held = (await rows.all("claims")).filter(({ state }) => state === "HELD");
    expect(held).toEqual([]);
  }
});
