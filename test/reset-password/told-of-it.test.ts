import { describe, expect, it } from "vitest";
import { smsOf } from "../../functions/contract/message-texts.ts";
import { rowsBehind } from "../faults/rows.ts";
import { apply, codeSentTo, enrol, goodPassword } from "../service/people.ts";
import { allRows } from "../service/rows.ts";
import { startService } from "../service/service.ts";
import { grantTo, holder, isSignedIn, keptIn, newPassword, passwordsOf, reset } from "./holder.ts";

const service = await startService();
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", service.prefix);

/** Somebody who gave two contacts and proved the mail alone. */
async function withTwoContacts(accountName: string, mobile: string) {
  const [person] = await enrol(service);
  const browser = service.browser();
  const email = `${accountName}@mail.test`;
  await apply.identity(browser, person!);
  await apply.consent(browser);
  await apply.account(browser, { accountName, email, mobile });
  await apply.send(browser);
  await apply.check(browser, codeSentTo(service, email));
  if ((await apply.complete(browser)).status !== 200) throw new Error("the account was not made");
  return { person: person!, email, sms: `+886${mobile.slice(1)}`, accountName };
}

describe("everybody who can be reached is told of a reset (I5, NIST SP 800-63B-4 §4.2.3)", () => {
  it("by mail and SMS, proved or not, once, in the page's language, without the person's name", async () => {
    const { person, email, sms, accountName } = await withTwoContacts("told.twice", "0912345670");
    const browser = await grantTo(service, accountName, service.browser());
    const before = [service.sent(email).length, service.sent(sms).length];
    await browser.call("POST /api/reset-password", { password: newPassword }, { headers: { "accept-language": "en" } });
    service.clock.advanceBy({ minutes: 5 });
    await service.jobs({ job: "send-messages" });
    expect([service.sent(email).length, service.sent(sms).length]).toEqual(before.map((count) => count + 1));
    const [mail, text] = [service.sent(email)[0], service.sent(sms)[0]];
    expect(mail?.subject).toBe("The password of your education cloud account was reset");
    expect(mail?.text).toContain(`${accountName}@account.test`);
    expect(mail?.html).toContain("Contact us");
    expect(text?.text).toContain("password reset");
    for (const said of [mail?.text, mail?.html, text?.text]) expect(said).not.toContain(person.name);
    // The one link there is says 不是我, and an SMS has none (T24).
    expect(mail?.text?.match(/https?:\S+/g)).toEqual([expect.stringMatching(/^https:\/\/account\.test\/not-me#\S+$/)]);
    expect(mail?.html?.match(/https?:/g)).toHaveLength(1);
    expect(text?.text).not.toMatch(/https?:/);
  });

  it("leaves one audit record, without a personal datum in clear (I4)", async () => {
    const { browser, userId, person, email } = await holder(service);
    await reset(browser);
    const rows = await allRows(service.prefix);
    const audit = rows.filter(
      (row) => row.startsWith("audit ") && row.includes(userId) && row.includes("password.reset"),
    );
    expect(audit).toHaveLength(1);
    const kept = rows.join("\n");
    for (const datum of [person.name, person.personId, email, newPassword, goodPassword])
      expect(kept.includes(datum)).toBe(false);
  });

  it.each(["zh-TW", "en"] as const)("the SMS fits into one segment (%s)", (language) => {
    const text = smsOf({ kind: "password-reset", language, words: { account: `${"x".repeat(20)}@account.test` } });
    expect(text.length).toBeLessThanOrEqual(language === "en" ? 160 : 70);
    if (language === "en") expect(text).toMatch(/^[\w .,?!:'-]+$/);
  });
});

describe("a disabled account (M55)", () => {
  it("is told so and not reset: a new password does not enable it", async () => {
    const { browser, userId, signedIn } = await holder(service);
    const account = (await rows.all("accounts")).find((row) => row.userId === userId);
    await rows.put("accounts", { ...account, status: "DISABLED" });
    const before = await keptIn(rows);
    const refusal = { status: 403, body: { code: "account-disabled" } };
    expect(await browser.call("GET /api/reset-password")).toMatchObject(refusal);
    expect(await reset(browser)).toMatchObject(refusal);
    expect(await keptIn(rows)).toEqual(before);
    expect(await passwordsOf(service, userId, [goodPassword, newPassword])).toEqual([goodPassword]);
    expect(await isSignedIn(signedIn)).toBe(false);
  });
});
