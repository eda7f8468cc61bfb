import { describe, expect, it } from "vitest";
import { apply, codeSentTo, enrol, goodPassword, signIn, solvedCaptcha } from "../service/people.ts";
import { startService } from "../service/service.ts";

const service = await startService();

describe("申請帳號 (M10, M13–M19)", () => {
  it("leads a pupil from the roster to an account that can sign in (M30) and see its data (M35)", async () => {
    const [person] = await enrol(service);
    const browser = service.browser();
    const identified = await apply.identity(browser, person!);
    expect(identified).toMatchObject({ status: 200, body: { step: "confirm", name: person!.name } });
    expect((await apply.consent(browser)).body.step).toBe("account");
    const chosen = await apply.account(browser, {
      accountName: "pupil.one",
      email: "one@mail.test",
      mobile: "0912-345-678",
    });
    expect(chosen).toMatchObject({
      status: 200,
      body: { step: "code", accountName: "pupil.one", mobile: "+886912345678" },
    });
    const sent = await apply.send(browser);
    expect(sent).toMatchObject({
      status: 200,
      body: {
        sentTo: [
          { channel: "email", masked: "o***@mail.test", state: "accepted" },
          { channel: "sms", state: "accepted" },
        ],
      },
    });
    expect((await apply.check(browser, codeSentTo(service, "one@mail.test"))).body).toEqual({
      verified: true,
      channel: "email",
    });
    expect((await browser.call("GET /api/register")).body.step).toBe("review");
    const done = await apply.complete(browser);
    expect(done).toMatchObject({ status: 200, body: { step: "done", account: "pupil.one@account.test" } });
    expect(service.sent("one@mail.test")[0]).toMatchObject({ subject: "您的教育雲端帳號已建立" });

    expect(await signIn(browser, "pupil.one@account.test")).toMatchObject({
      status: 200,
      body: { accountName: "pupil.one" },
    });
    const mine = await browser.call("GET /api/my-account");
    expect(mine.body).toMatchObject({
      account: "pupil.one@account.test",
      name: person!.name,
      email: { value: "one@mail.test", proved: true },
      mobile: { value: "0912-345-678", proved: false },
      enrolments: [{ role: "student", county: "臺北市", school: { code: "383601" }, grade: "4" }],
    });
    expect(JSON.stringify(mine.body)).not.toContain(person!.personId);
  });

  it("tells a person who has an account so, and makes no second one (M14)", async () => {
    const [person] = await enrol(service);
    const first = service.browser();
    await apply.identity(first, person!);
    await apply.consent(first);
    await apply.account(first, { accountName: "only.once", email: "once@mail.test" });
    await apply.send(first);
    await apply.check(first, codeSentTo(service, "once@mail.test"));
    await apply.complete(first);
    expect(await apply.identity(service.browser(), person!)).toMatchObject({
      status: 409,
      body: { code: "person-has-account" },
    });
  });

  it("gives the stored answer when the last step is sent again (S8, T46)", async () => {
    const [person] = await enrol(service);
    const browser = service.browser();
    await apply.identity(browser, person!);
    await apply.consent(browser);
    await apply.account(browser, { accountName: "twice.done", email: "twice@mail.test" });
    await apply.send(browser);
    await apply.check(browser, codeSentTo(service, "twice@mail.test"));
    const [one, two] = await Promise.all([apply.complete(browser), apply.complete(browser)]);
    expect([one.status, two.status]).toEqual([200, 200]);
    expect(await apply.complete(browser)).toMatchObject({ status: 200, body: { step: "done" } });
    expect(service.sent("twice@mail.test").filter(({ subject }) => subject?.includes("已建立"))).toHaveLength(1);
  });

  it("says person-not-found for a name that is not the ID's (M13)", async () => {
    const [person] = await enrol(service);
    const reply = await apply.identity(service.browser(), { ...person!, name: "別人" });
    expect(reply).toMatchObject({ status: 422, body: { code: "person-not-found" } });
  });

  it("refuses a used captcha and keeps what is there (M25)", async () => {
    const browser = service.browser();
    const captcha = await solvedCaptcha(browser, "sign-in");
    const body = { accountName: "nobody.here", password: goodPassword, captcha };
    expect((await browser.call("POST /api/sign-in", body)).body.code).toBe("sign-in-failed");
    expect((await browser.call("POST /api/sign-in", body)).body.code).toBe("captcha-wrong");
  });
});
