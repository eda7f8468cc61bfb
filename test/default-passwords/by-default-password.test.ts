import { describe, expect, it } from "vitest";
import { rowsBehind } from "../faults/rows.ts";
import {
  changeAccount,
  grantTo,
  isSignedIn,
  newPassword,
  passwordsOf,
  reset,
  userIdOf,
} from "../reset-password/holder.ts";
import { goodPassword, signIn, solvedCaptcha, withAccount } from "../service/people.ts";
import { startService } from "../service/service.ts";
import { issuedTo, tryDefault, wrongOne } from "./issued.ts";

const service = await startService();
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", service.prefix);
const attempt = (accountName: string, defaultPassword: string) =>
  tryDefault(service.browser(), accountName, defaultPassword);
const wrong = { status: 422, code: "default-password-wrong" };
const said = ({ status, body }: Awaited<ReturnType<typeof attempt>>) => ({ status, code: body.code });

/** Somebody with an account and a default password on paper. */
async function withPaper() {
  const account = await withAccount(service);
  const userId = await userIdOf(service, account.accountName);
  return { ...account, userId, paper: await issuedTo(service, account.accountName) };
}

describe("使用預設密碼重設 (M49)", () => {
  it("opens the page with account and name, and the person sets a password of their own", async () => {
    const { accountName, person, paper, email, userId } = await withPaper();
    const browser = service.browser();
    const reply = await tryDefault(browser, `${accountName}@account.test`, paper);
    expect([reply.status, reply.body]).toEqual([200, { next: "new-password" }]);
    const { body } = await browser.call("GET /api/reset-password");
    expect(body).toMatchObject({ state: "open", way: "default-password", name: person.name });
    expect((await reset(browser)).status).toBe(200);
    expect(await passwordsOf(service, userId, [goodPassword, newPassword])).toEqual([newPassword]);
    expect(service.sent(email)[0]?.subject).toContain("密碼重設");
  });

  it("takes it as people type it: small letters, spaces, hyphens, full width", async () => {
    for (const typed of [
      (paper: string) => paper.toLowerCase(),
      (paper: string) => ` ${paper.slice(0, 5)} ${paper.slice(5)}`,
      (paper: string) => `${paper.slice(0, 5)}-${paper.slice(5)}`,
      (paper: string) => [...paper].map((char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)).join(""),
    ]) {
      const { accountName, paper } = await withPaper();
      expect((await attempt(accountName, typed(paper))).status).toBe(200);
    }
  });

  it("is no password: nobody signs in with it (T16)", async () => {
    const { accountName, paper } = await withPaper();
    expect((await signIn(service.browser(), accountName, paper)).status).toBe(401);
  });

  it("is good once (REPLAY)", async () => {
    const { accountName, paper } = await withPaper();
    expect((await attempt(accountName, paper)).status).toBe(200);
    expect(said(await attempt(accountName, paper))).toEqual(wrong);
  });

  it("is good for this account only", async () => {
    const [one, other] = [await withPaper(), await withPaper()];
    expect(said(await attempt(one.accountName, other.paper))).toEqual(wrong);
    expect((await attempt(other.accountName, other.paper)).status).toBe(200);
  });

  it("lives fourteen days to the second (CLOCK)", async () => {
    const [last, late] = [await withPaper(), await withPaper()];
    service.clock.advanceBy({ days: 14 });
    expect(said(await attempt(late.accountName, wrongOne))).toEqual(wrong);
    expect((await attempt(last.accountName, last.paper)).status).toBe(200);
    service.clock.advanceBy({ seconds: 1 });
    expect(said(await attempt(late.accountName, late.paper))).toEqual(wrong);
  });

  it("ends when another one is issued, which has tries of its own", async () => {
    const { accountName, paper } = await withPaper();
    for (let tries = 0; tries < 5; tries += 1) await attempt(accountName, wrongOne);
    const again = await issuedTo(service, accountName);
    expect(said(await attempt(accountName, paper))).toEqual(wrong);
    expect((await attempt(accountName, again)).status).toBe(200);
  });

  it("has five tries, and the right one comes too late after them", async () => {
    const { accountName, paper } = await withPaper();
    for (let tries = 0; tries < 5; tries += 1) expect(said(await attempt(accountName, wrongOne))).toEqual(wrong);
    expect(said(await attempt(accountName, paper))).toEqual(wrong);
  });

  it("is good at the fifth try", async () => {
    const { accountName, paper } = await withPaper();
    for (let tries = 0; tries < 4; tries += 1) await attempt(accountName, wrongOne);
    expect((await attempt(accountName, paper)).status).toBe(200);
  });

  it("asks for the captcha, and a wrong one costs no try", async () => {
    const { accountName, paper } = await withPaper();
    for (let tries = 0; tries < 6; tries += 1) {
      const browser = service.browser();
      const captcha = { ...(await solvedCaptcha(browser, "reset-password")), digits: "xyz" };
      const body = { accountName, defaultPassword: paper, captcha };
      const { body: answer } = await browser.call("POST /api/reset-password/default-password", body);
      expect(answer.code).toBe("captcha-wrong");
    }
    expect((await attempt(accountName, paper)).status).toBe(200);
  });

  it("an address that failed a hundred times in ten minutes must bring the proof of work (T02)", async () => {
    const { accountName } = await withPaper();
    const address = "203.0.113.77";
    const fail = () => tryDefault(service.browser(address), `u${service.random(5)}`, wrongOne);
    for (let lot = 0; lot < 5; lot += 1) await Promise.all(Array.from({ length: 20 }, fail));
    const { body } = await tryDefault(service.browser(address), accountName, wrongOne);
    expect(body.code).toBe("proof-of-work-required");
  });
});

describe("a default password gives back no account that it must not (T16)", () => {
  it.each([
    ["disabled since", { status: "DISABLED" }],
    ["frozen by 不是我", { status: "DISABLED", frozen: true }],
    ["frozen and somehow still ACTIVE", { frozen: true }],
  ])("%s: the answer of a wrong one", async (_, change) => {
    const { accountName, paper, userId } = await withPaper();
    await changeAccount(rows, userId, change);
    expect(said(await attempt(accountName, paper))).toEqual(wrong);
  });

  it("not within 24 hours after a change by one of the three ways, and at 24:00:00 again (M51)", async () => {
    const { accountName, userId, paper } = await withPaper();
    await changeAccount(rows, userId, { lockedUntil: service.clock.now() + 86_400_000 });
    service.clock.advanceBy({ hours: 23, minutes: 59, seconds: 59 });
    expect(said(await attempt(accountName, paper))).toEqual(wrong);
    service.clock.advanceBy({ seconds: 1 });
    expect((await attempt(accountName, paper)).status).toBe(200);
  });

  it("not after the owner has reset the password by a code: who holds the paper is too late", async () => {
    const { accountName, paper } = await withPaper();
    const owner = await grantTo(service, accountName, service.browser(), "code");
    expect((await reset(owner)).status).toBe(200);
    expect(said(await attempt(accountName, paper))).toEqual(wrong);
  });

  it("ends no session before the new password is set, and all of them then (T17)", async () => {
    const { accountName, paper } = await withPaper();
    const signedIn = service.browser();
    await signIn(signedIn, accountName);
    const browser = service.browser();
    await tryDefault(browser, accountName, paper);
    expect(await isSignedIn(signedIn)).toBe(true);
    await reset(browser);
    expect(await isSignedIn(signedIn)).toBe(false);
  });

  it("leaves the second factor on (T18)", async () => {
    const { accountName, paper, userId } = await withPaper();
    await changeAccount(rows, userId, { secondFactor: "on" });
    const browser = service.browser();
    expect((await tryDefault(browser, accountName, paper)).status).toBe(200);
    expect((await reset(browser)).status).toBe(200);
    expect((await rows.all("accounts")).find((row) => row.userId === userId)?.secondFactor).toBe("on");
  });
});
