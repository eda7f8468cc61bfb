import { DynamoDBClient, ListTablesCommand, paginateScan } from "@aws-sdk/client-dynamodb";
import { describe, expect, it } from "vitest";
import type { Browser } from "../service/browser.ts";
import { apply, codeSentTo, enrol, type Person, signIn } from "../service/people.ts";
import { startService } from "../service/service.ts";
import { realWorlds } from "./real-world.ts";
import { applying, press, sent } from "./steps.ts";

const service = await startService();
const password = "Zebra-4711-canary";
const email = "canary.parent@mail.test";
const mobile = "0988776655";
const accountName = "canary.name";

/** Every row of every table there is, the vault's too, as the bytes that are kept. */
async function everything(): Promise<string> {
  const client = new DynamoDBClient({});
  const { TableNames = [] } = await client.send(new ListTablesCommand({}));
  const rows: string[] = [];
  for (const TableName of TableNames) {
    for await (const { Items = [] } of paginateScan({ client }, { TableName, ConsistentRead: true }))
      rows.push(...Items.map((item) => `${TableName} ${JSON.stringify(item)}`));
  }
  client.destroy();
  return rows.join("\n");
}

/** Looks for a datum as it is and as it is in hex and base64, which hide nothing. */
function expectNowhere(kept: string, what: string, datum: string) {
  const bytes = Buffer.from(datum);
  for (const [form, text] of Object.entries({
    plain: datum,
    hex: bytes.toString("hex"),
    base64: bytes.toString("base64url").slice(0, -2),
  })) {
    expect(kept.toLowerCase().includes(text.toLowerCase()), `${what} in ${form}`).toBe(false);
  }
}

/** A code is short: it counts as there when no other letter or digit is beside it. */
const holdsCode = (kept: string, code: string) => new RegExp(`(?<![\\w-])${code}(?![\\w-])`).test(kept);

/** A person applies with both contacts and mistypes once. */
async function begin(person: Person): Promise<{ browser: Browser; codes: string[] }> {
  const browser = service.browser("203.0.113.99");
  await apply.identity(browser, person);
  await apply.consent(browser);
  await apply.account(browser, { accountName, email, mobile, password });
  await apply.send(browser);
  const codes = [codeSentTo(service, email), codeSentTo(service, "+886988776655")];
  await apply.check(browser, "000000");
  return { browser, codes };
}

const [person] = await enrol(service);
const { browser, codes } = await begin(person!);
const world = (await realWorlds())();

describe("no personal datum lies in a table in clear (I4)", () => {
  it("while the application is under way", async () => {
    const kept = await everything();
    expect(kept).toContain(accountName);
    const data = { name: person!.name, ID: person!.personId, email, mobile, e164: "+886988776655", password };
    for (const [what, datum] of Object.entries(data)) expectNowhere(kept, what, datum);
    for (const code of codes) expect(holdsCode(kept, code)).toBe(false);
  });

  it("when the account is made and in use, with the secrets of its browser", async () => {
    await apply.check(browser, codes[0]!);
    expect((await apply.complete(browser, password)).body.step).toBe("done");
    expect((await signIn(browser, accountName, "Wrong-Zebra-4711")).status).toBe(401);
    expect((await signIn(browser, accountName, password)).status).toBe(200);
    const kept = await everything();
    const cookies = [...browser.cookies.values()].map((value) => value.split(".").at(-1) ?? "");
    const data = {
      name: person!.name,
      ID: person!.personId,
      email,
      mobile,
      "national mobile": mobile.slice(1),
      password,
      "wrong password": "Wrong-Zebra-4711",
      address: "203.0.113.99",
      browser: "test browser",
      "CSRF token": browser.csrfToken ?? "",
    };
    for (const [what, datum] of Object.entries(data)) expectNowhere(kept, what, datum);
    for (const secret of cookies) expect(secret.length > 40 && kept.includes(secret)).toBe(false);
    for (const code of codes) expect(holdsCode(kept, code)).toBe(false);
    expect(cookies).toHaveLength(3);
  });

  it("while a message waits to be sent, and in what the roster holds", async () => {
    const data = { name: "金絲雀", personId: "T-CANARY-0001", email: "waiting@mail.test", mobile: "+886977123456" };
    const draft = await applying(world, data);
    const intent = await sent(world, draft);
    await world.intents.settle(intent, { email: "waiting", sms: "waiting" });
    await press(world, draft, false);
    const stamp = { asOf: "115-1", importedAt: "2026-09-01T00:00:00.000Z" };
    await world.roster.write([{ ...data, enrolment: draft.enrolment, leave: false }], stamp);
    const kept = await everything();
    expect(kept).toContain(intent.messageId);
    for (const [what, datum] of Object.entries(data)) expectNowhere(kept, what, datum);
    const { codes } = intent.message.words as { codes: Record<string, string> };
    for (const code of Object.values(codes)) expect(holdsCode(kept, code)).toBe(false);
  });

  it("would be found if it were there", () => {
    const kept = JSON.stringify({ a: { S: `x ${password}` }, b: { S: Buffer.from(email).toString("base64") } });
    expect(() => expectNowhere(kept, "password", password)).toThrow();
    expect(() => expectNowhere(kept, "email", email)).toThrow();
    expect(holdsCode('{"S":"123456"}', "123456")).toBe(true);
    expect(holdsCode('{"N":"1712345678901"}', "123456")).toBe(false);
  });
});
