import { describe, expect, it } from "vitest";
import { rowsBehind } from "../faults/rows.ts";
import { solvedCaptcha } from "../service/people.ts";
import { allRows } from "../service/rows.ts";
import { startService } from "../service/service.ts";
import { deskMail, everything, look, open, type written } from "./desk.ts";

const service = await startService();
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", service.prefix);
let people = 0;
/** A contact that no test before has used. */
const somebody = () => {
  people += 1;
  return `somebody${people}@mail.test`;
};

describe("聯絡我們 (M70)", () => {
  it("answers with a number and a code, and mails both to the sender", async () => {
    const contact = somebody();
    const { status, body } = await open(service.browser(), { contact });
    expect(status).toBe(200);
    expect(body).toEqual({
      number: expect.stringMatching(/^20\d{6}-[0-9A-HJKMNP-TV-Z]{6}$/),
      code: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{8}$/),
      mailed: true,
    });
    const [mail] = service.sent(contact);
    expect(mail?.text).toContain(body.number);
    expect(mail?.text).toContain(body.code);
  });

  it("mails what was written to whoever takes care of it, the ID masked", async () => {
    const school = { code: "383601", level: "國小" } as const;
    const contact = somebody();
    const { body } = await open(service.browser(), { contact, county: "TPE", school });
    const [mail] = service.sent(deskMail);
    for (const part of [body.number, "王小明", contact, "383601", "學校寫錯了", "A12*****89"])
      expect(mail?.text).toContain(part);
    expect(mail?.text).not.toContain("A123456789");
    expect(mail?.text).not.toContain(body.code);
    expect((await look(service.browser(), body)).body.owner).toBe("school");
  });

  it("by SMS where the contact is a mobile number", async () => {
    const { body } = await open(service.browser(), { contact: "0912-345-678" });
    expect(body.mailed).toBe(true);
    expect(service.sent("+886912345678")[0]?.text).toContain(body.number);
  });

  it("keeps nothing that was written in clear, and one audit record (I4, I5)", async () => {
    const contact = somebody();
    const { body } = await open(service.browser(), { contact });
    const kept = await allRows(service.prefix);
    for (const datum of ["王小明", "A123456789", contact, "學校寫錯了", body.code])
      expect(kept.filter((row) => row.includes(datum ?? ""))).toEqual([]);
    expect(kept.filter((row) => row.startsWith("audit ") && row.includes(body.number))).toHaveLength(1);
  });

  it("text with markup stays text in every mail, and line breaks stay (T24)", async () => {
    const description = '<script>alert(1)</script>\r\n<a href="https://evil.example">您好</a>\n\n{{7*7}} %s';
    const contact = somebody();
    const name = "<b>王</b>";
    const { status } = await open(service.browser(), { contact, description, name });
    expect(status).toBe(200);
    const [mail] = service.sent(deskMail);
    expect(mail?.html).not.toMatch(/<script|<a |<b>/);
    expect(mail?.html).toContain("&#60;script&#62;");
    expect(mail?.text).toContain("{{7*7}}");
    expect(mail?.text?.replaceAll("\r\n", "\n")).toContain("</script>\n> <a href");
    expect(service.sent(contact)[0]?.html).not.toContain("script");
  });
});

describe("what is refused before anything is written (T24, T28)", () => {
  const wrong: [string, Partial<typeof written>, number, string][] = [
    ["CR LF in the contact", { contact: "a@mail.test\r\nBcc: b@mail.test" }, 400, "forbidden-character"],
    ["CR LF in the name", { name: "王\r\nSubject: x" }, 400, "forbidden-character"],
    ["a line end in the ID", { person: "A123456789\n" }, 400, "forbidden-character"],
    ["NUL in the description", { description: "a\0b" }, 400, "forbidden-character"],
    ["a bidi control in the description", { description: "a\u202eb" }, 400, "forbidden-character"],
    ["100 KB", { description: "長".repeat(34_000) }, 413, "too-large"],
    ["4,001 characters", { description: "長".repeat(4_001) }, 400, "bad-request"],
    ["nothing but spaces", { description: " \n　" }, 400, "bad-request"],
    ["a telephone that is no mobile", { contact: "02-2345-6789" }, 422, "contact-rule"],
    ["two addresses", { contact: "a@mail.test,b@mail.test" }, 422, "contact-rule"],
    ["no name", { name: "　" }, 422, "name-rule"],
    ["a county that is none", { county: "" }, 400, "bad-request"],
    ["a category of its own", { category: "x" as never }, 400, "bad-request"],
  ];
  it.each(wrong)("%s", async (_, change, status, code) => {
    const browser = service.browser();
    const captcha = await solvedCaptcha(browser, "contact-us");
    const before = await everything(rows);
    const reply = await open(browser, { ...change, captcha });
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(await everything(rows)).toEqual(before);
    expect((await open(browser, { contact: somebody(), captcha })).status).toBe(200);
  });

  it("4,000 characters pass as they are", async () => {
    const description = `${"長\n".repeat(1_999)}完了`;
    await open(service.browser(), { contact: somebody(), description });
    expect(service.sent(deskMail)[0]?.text).toContain("完了");
  });

  it("a captcha of another form, a wrong one, or one that was used: nothing is opened, nothing is sent (T14)", async () => {
    const browser = service.browser();
    const used = await solvedCaptcha(browser, "contact-us");
    await open(browser, { contact: somebody(), captcha: used });
    const other = await solvedCaptcha(browser, "sign-in");
    const right = await solvedCaptcha(browser, "contact-us");
    const before = [await rows.all("cases"), await rows.all("messages")];
    for (const captcha of [used, other, { ...right, digits: "xyz" }, right])
      expect((await open(browser, { contact: somebody(), captcha })).body.code).toBe("captcha-wrong");
    expect([await rows.all("cases"), await rows.all("messages")]).toEqual(before);
  });
});

describe("how much one may write (T13, T14)", () => {
  it("five cases an hour from one address, and a solved captcha raises it by none", async () => {
    const browser = service.browser();
    const statuses: number[] = [];
    for (let times = 0; times < 7; times += 1) statuses.push((await open(browser, { contact: somebody() })).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
    const before = (await rows.all("cases")).length;
    const late = await open(browser, { contact: somebody() });
    expect([late.headers["retry-after"], (await rows.all("cases")).length]).toEqual(["3600", before]);
    service.clock.advanceBy({ hours: 1 });
    expect((await open(browser, { contact: somebody() })).status).toBe(200);
  });

  it("a school's address has a whole class behind it", async () => {
    const browser = service.browser("198.51.100.7");
    for (let times = 0; times < 8; times += 1)
      expect((await open(browser, { contact: somebody() })).status, `${times}`).toBe(200);
  });

  it("a stranger's mailbox gets one mail a minute and three a day, whoever writes; the cases are opened all the same", async () => {
    const contact = somebody();
    const mailed: boolean[] = [];
    for (const wait of [0, 30, 31, 61, 61, 61]) {
      service.clock.advanceBy({ seconds: wait });
      const spelt = mailed.length % 2 === 0 ? contact : contact.replace("s", "S");
      const { status, body } = await open(service.browser(), { contact: spelt });
      expect(status).toBe(200);
      mailed.push(body.mailed);
    }
    expect(mailed).toEqual([true, false, true, true, false, false]);
    expect(service.sent().filter(({ to }) => to?.toLowerCase() === contact)).toHaveLength(3);
    service.clock.advanceBy({ days: 1, seconds: 1 });
    expect((await open(service.browser(), { contact })).body.mailed).toBe(true);
  });

  it("twenty at once to one mailbox are one mail (T13)", async () => {
    const contact = somebody();
    const browsers = Array.from({ length: 20 }, () => service.browser());
    const captchas = await Promise.all(browsers.map((browser) => solvedCaptcha(browser, "contact-us")));
    const replies = await Promise.all(
      browsers.map((browser, index) => open(browser, { contact, captcha: captchas[index]! })),
    );
    const opened = replies.filter(({ status }) => status === 200);
    expect(replies.every(({ status }) => status === 200 || status === 503)).toBe(true);
    expect(opened.filter(({ body }) => body.mailed)).toHaveLength(1);
    expect(service.sent(contact)).toHaveLength(1);
  });

  it("SMS counts with every other SMS to the number: five a day in all (T12, I6)", async () => {
    const contact = "0987654321";
    const mailed: boolean[] = [];
    for (let times = 0; times < 5; times += 1) {
      mailed.push((await open(service.browser(), { contact })).body.mailed);
      service.clock.advanceBy({ minutes: 2 });
    }
    expect(mailed).toEqual([true, true, true, false, false]);
    const logs = (await rows.all("limits")).filter(({ limit }) => String(limit).startsWith("code-mobile#"));
    expect(logs.some(({ times }) => (times as number[]).length === 3)).toBe(true);
  });
});

describe("the status of a case", () => {
  it("opens with number and code, however they are typed, and shows nothing that was written", async () => {
    const { body } = await open(service.browser(), { contact: somebody() });
    const { number, code = "" } = body;
    const typed = { number: number.replace("-", " ").toLowerCase(), code: code.toLowerCase() };
    for (const pair of [{ number, code }, typed]) {
      const shown = await look(service.browser(), pair);
      expect([shown.status, shown.body]).toEqual([
        200,
        {
          number,
          category: "wrong-data",
          status: "open",
          owner: "service-desk",
          openedAt: expect.stringMatching(/Z$/),
          steps: [{ at: expect.stringMatching(/Z$/), status: "open" }],
        },
      ]);
    }
  });

  it("a wrong number, a wrong code and the code of another case are one answer", async () => {
    const [one, two] = [
      await open(service.browser(), { contact: somebody() }),
      await open(service.browser(), { contact: somebody() }),
    ];
    const pairs = [
      { number: one.body.number, code: two.body.code },
      { number: one.body.number, code: "00000000" },
      { number: "20261121-000000", code: one.body.code },
      { number: "x", code: "x" },
      { number: "-", code: "-" },
    ];
    const replies = await Promise.all(pairs.map((pair) => look(service.browser(), pair)));
    const seen = replies.map(({ status, headers, body: { id: _, ...body } }) =>
      JSON.stringify([status, headers, body]),
    );
    expect(new Set(seen).size).toBe(1);
    expect([replies[0]?.status, replies[0]?.body.code]).toEqual([404, "case-not-found"]);
  });

  it("twenty looks in ten minutes from one address, right or wrong: nobody walks through the numbers", async () => {
    const { body } = await open(service.browser(), { contact: somebody() });
    const browser = service.browser();
    for (let times = 0; times < 20; times += 1)
      expect(
        (await look(browser, { number: `20261121-${String(times).padStart(6, "0")}`, code: "00000000" })).status,
      ).toBe(404);
    const refused = await look(browser, body);
    expect([refused.status, refused.body.code, refused.headers["retry-after"]]).toEqual([429, "too-many-tries", "600"]);
    expect((await look(service.browser(), body)).status).toBe(200);
  });
});
