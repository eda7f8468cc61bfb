import { beforeEach, describe, expect, it } from "vitest";
import { rowsBehind } from "../faults/rows.ts";
import { isSignedIn, newPassword, reset } from "../reset-password/holder.ts";
import { goodPassword, signIn, solvedCaptcha } from "../service/people.ts";
import { startService } from "../service/service.ts";
import { deskMail, everything, look, partsOf, pressNotMe, tokenTo } from "./desk.ts";
import { grant, owner } from "./owner.ts";

const service = await startService();
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", service.prefix);
const accountOf = async (id: string) => (await rows.all("accounts")).find(({ userId }) => userId === id);
const vaultOf = async (id: string) =>
  (await rows.users(service.pool.userPoolId)).find(({ username }) => username === id);
const auditOf = async (id: string, event: string) =>
  (await rows.all("audit")).filter((row) => row.subject === id && row.event === event);
const activate = (browser: Parameters<typeof reset>[0], password = "Bandicoot-2026-x") =>
  browser.call("POST /api/activate", { password });

// The clock goes on a minute, so that no step of one test shares its moment with another's.
beforeEach(() => service.clock.advanceBy({ minutes: 1 }));

describe("不是我 (T17, I7)", () => {
  it("ends a session that lives at once, and nobody signs in, not even with the right password", async () => {
    const { accountName, userId, thief, token } = await owner(service);
    expect(await isSignedIn(thief)).toBe(true);
    expect((await pressNotMe(service.browser(), token)).status).toBe(200);
    expect(await isSignedIn(thief)).toBe(false);
    expect((await thief.call("GET /api/my-account")).status).toBe(401);
    expect((await signIn(service.browser(), accountName)).body.code).toBe("sign-in-failed");
    const { status, frozen, disabledFor, disabledAt } = (await accountOf(userId)) ?? {};
    expect([status, frozen, disabledFor]).toEqual(["DISABLED", true, "owner"]);
    expect(disabledAt).toBe(new Date(service.clock.now()).toISOString());
    expect((await vaultOf(userId))?.enabled).toBe(false);
  });

  it("opens a case that the owner can look at, told to the service desk, one audit record each (I5)", async () => {
    const { accountName, email, userId, token } = await owner(service);
    const { body } = await pressNotMe(service.browser(), token);
    const shown = await look(service.browser(), { number: body.number, code: body.code });
    expect(shown.body).toMatchObject({ category: "not-me", status: "open", owner: "service-desk" });
    const [mail] = service.sent(deskMail);
    for (const part of [body.number, `${accountName}@account.test`, email]) expect(mail?.text).toContain(part);
    expect(await auditOf(userId, "account.frozen")).toHaveLength(1);
    expect(await auditOf(`case#${body.number}`, "case.opened")).toHaveLength(1);
  });

  it("every known contact is told, in the page's language", async () => {
    const { accountName, email, token } = await owner(service);
    const before = service.sent(email).length;
    await service.browser().call("POST /api/not-me", { token }, { headers: { "accept-language": "en" } });
    expect(service.sent(email)).toHaveLength(before + 1);
    expect(service.sent(email)[0]?.text).toContain(`${accountName}@account.test`);
    expect(service.sent(email)[0]?.subject).toMatch(/^[ -~]+$/);
  });

  it("pressed again, eight times at once or by another link: the same case, one freeze", async () => {
    const { email, userId, token } = await owner(service);
    const other = await tokenTo(service, userId);
    const told = service.sent(email).length;
    const replies = await Promise.all(
      Array.from({ length: 8 }, (_, tab) => pressNotMe(service.browser(), tab % 2 === 0 ? token : other)),
    );
    const { body: first } = await pressNotMe(service.browser(), token);
    const answered = replies.filter(({ status }) => status === 200);
    expect(replies.filter(({ status }) => status !== 200 && status !== 503)).toEqual([]);
    expect(new Set(answered.map(({ body }) => body.number))).toEqual(new Set([first.number]));
    expect(new Set(answered.map(({ body }) => body.code))).toEqual(new Set([first.code]));
    expect(await auditOf(userId, "account.frozen")).toHaveLength(1);
    expect((await rows.all("cases")).filter((row) => row.userId === userId)).toHaveLength(1);
    service.clock.advanceBy({ minutes: 5 });
    await service.jobs({ job: "send-messages" });
    expect(service.sent(email)).toHaveLength(told + 1);
  });
});

describe("what leads back to a frozen account", () => {
  it.each(["county", "personal-data", "default-password", "code"] as const)(
    "no reset by %s, not even with a grant of before",
    async (way) => {
      const { accountName, userId, token } = await owner(service);
      const before = await grant(service, userId, service.browser(), [way, "reset"]);
      await pressNotMe(service.browser(), token);
      const after = await grant(service, userId, service.browser(), [way, "reset"]);
      for (const browser of [before, after]) expect((await reset(browser)).body.code).toBe("account-disabled");
      for (const password of [goodPassword, newPassword])
        expect((await signIn(service.browser(), accountName, password)).status).toBe(401);
    },
  );

  it("no enabling by personal data: neither the way nor a grant of it", async () => {
    const { accountName, person, userId, token } = await owner(service);
    await pressNotMe(service.browser(), token);
    const browser = service.browser();
    const { role, school, name, personId } = person;
    const captcha = await solvedCaptcha(browser, "activate");
    const asked = await browser.call("POST /api/activate/personal-data", { role, school, name, personId, captcha });
    expect([asked.status, asked.setCookies]).toEqual([422, []]);
    const granted = await grant(service, userId, service.browser(), ["personal-data", "activate"]);
    expect((await activate(granted)).status).toBeGreaterThanOrEqual(400);
    expect((await signIn(service.browser(), accountName, "Bandicoot-2026-x")).status).toBe(401);
    expect((await accountOf(userId))?.status).toBe("DISABLED");
  });

  it("a code does, with a new password; the link is used then and freezes nothing any more", async () => {
    const { accountName, userId, token } = await owner(service);
    await pressNotMe(service.browser(), token);
    const granted = await grant(service, userId, service.browser(), ["code", "activate"]);
    expect((await activate(granted)).status).toBe(200);
    const back = service.browser();
    expect((await signIn(back, accountName, "Bandicoot-2026-x")).status).toBe(200);
    const again = await pressNotMe(service.browser(), token);
    expect([again.status, again.body.code]).toEqual([422, "not-me-link"]);
    expect(await isSignedIn(back)).toBe(true);
    const fresh = await pressNotMe(service.browser(), await tokenTo(service, userId));
    expect([fresh.status, await isSignedIn(back)]).toEqual([200, false]);
    expect((await rows.all("cases")).filter((row) => row.userId === userId)).toHaveLength(2);
  });

  it("an account that a manager disabled stays so for the manager's reason, and is frozen besides (M4)", async () => {
    const { userId, token } = await owner(service);
    const before = { ...(await accountOf(userId)), status: "DISABLED", disabledFor: "manager", selfEnable: false };
    await rows.put("accounts", { ...before, disabledAt: "2026-01-01T00:00:00.000Z" });
    expect((await pressNotMe(service.browser(), token)).status).toBe(200);
    const after = await accountOf(userId);
    expect(after).toMatchObject({ frozen: true, disabledFor: "manager", disabledAt: "2026-01-01T00:00:00.000Z" });
    const granted = await grant(service, userId, service.browser(), ["code", "activate"]);
    expect((await activate(granted)).status).toBeGreaterThanOrEqual(400);
  });
});

describe("whose link it is (T22)", () => {
  const refusal = { status: 422, body: { code: "not-me-link" } };

  it("made up, changed, of another purpose, of nobody: no call, nothing changes", async () => {
    const { token, userId } = await owner(service);
    const { keys, clock } = partsOf(service);
    const expiresAt = clock.now() + 60_000;
    const before = await everything(rows);
    const foreign = [
      "x",
      `${token}x`,
      token.slice(0, -1),
      await keys.seal("captcha", { userId, id: "x", expiresAt }),
      await keys.seal("not-me", { userId: "nobody", id: "x", expiresAt }),
    ];
    for (const one of foreign) expect(await pressNotMe(service.browser(), one)).toMatchObject(refusal);
    expect(await everything(rows)).toEqual(before);
  });

  it("seven days, to the second", async () => {
    const [first, second] = [await owner(service), await owner(service)];
    service.clock.advanceBy({ days: 7 });
    expect((await pressNotMe(service.browser(), first.token)).status).toBe(200);
    service.clock.advanceBy({ seconds: 1 });
    expect(await pressNotMe(service.browser(), second.token)).toMatchObject(refusal);
    expect((await accountOf(second.userId))?.status).toBe("ACTIVE");
    // Over is over, though the account that it froze is frozen still.
    expect(await pressNotMe(service.browser(), first.token)).toMatchObject(refusal);
  });

  it("another site cannot press it", async () => {
    const { token, userId } = await owner(service);
    const headers = { origin: "https://evil.example", "content-type": "application/json" };
    const forged = await service.browser().call("POST /api/not-me", { token }, { headers });
    expect([forged.status, (await accountOf(userId))?.status]).toEqual([403, "ACTIVE"]);
  });
});
