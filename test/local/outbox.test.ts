import { appendFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ListIdentitiesCommand, SESClient, SendEmailCommand, SendRawEmailCommand } from "@aws-sdk/client-ses";
import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Outbox, startOutbox } from "../../lib/local/outbox/outbox.ts";
import { StartUpError } from "../../lib/local/start-up-error.ts";
import { clientOf, temporaryFolder } from "./temporary-folder.ts";

const root = temporaryFolder();
const at = "2026-09-01T00:00:00.000Z";
const warnings: string[] = [];
let folders = 0;
let dataDir: string;
let outbox: Outbox;
let ses: SESClient;
let sns: SNSClient;

async function open(): Promise<void> {
  outbox = await startOutbox({ dataDir, now: () => new Date(at), warn: (sentence) => warnings.push(sentence) });
  ses = new SESClient(clientOf(outbox.endpoint));
  sns = new SNSClient(clientOf(outbox.endpoint));
}

async function close(): Promise<void> {
  ses.destroy();
  sns.destroy();
  await outbox.stop();
}

beforeEach(async () => {
  folders += 1;
  dataDir = join(root, `${folders}`);
  warnings.length = 0;
  await open();
});
afterEach(close);

const mail = (
  to: string[],
  subject = "驗證碼",
  text = "您的驗證碼是 123456",
  Tags?: { Name: string; Value: string }[],
) =>
  ses.send(
    new SendEmailCommand({
      Source: "教育雲 <noreply@example.test>",
      Destination: { ToAddresses: to },
      Message: { Subject: { Data: subject }, Body: { Text: { Data: text }, Html: { Data: `<p>${text}</p>` } } },
      ...(Tags && { Tags }),
    }),
  );
const sms = (PhoneNumber: string, Message: string) => sns.send(new PublishCommand({ PhoneNumber, Message }));
const raw = (lines: string[]) =>
  ses.send(new SendRawEmailCommand({ RawMessage: { Data: Buffer.from(lines.join("\r\n")) } }));

describe("the stand-in for SES and SNS", () => {
  it("keeps an e-mail, once for each recipient", async () => {
    const { MessageId } = await mail(["a@example.test", "b@example.test"]);
    const kept = {
      messageId: MessageId,
      channel: "email",
      from: "教育雲 <noreply@example.test>",
      subject: "驗證碼",
      text: "您的驗證碼是 123456",
      html: "<p>您的驗證碼是 123456</p>",
      receivedAt: at,
    };
    expect(outbox.messages()).toEqual([
      { ...kept, to: "b@example.test" },
      { ...kept, to: "a@example.test" },
    ]);
  });

  it("keeps a text message", async () => {
    const { MessageId } = await sms("+886912345678", "驗證碼 & <123456>");
    expect(outbox.messages()).toEqual([
      {
        messageId: MessageId,
        channel: "sms",
        to: "+886912345678",
        from: null,
        subject: null,
        text: "驗證碼 & <123456>",
        html: null,
        receivedAt: at,
      },
    ]);
  });

  it("reads a raw e-mail with encoded words and parts", async () => {
    const base64 = (text: string) => Buffer.from(text).toString("base64");
    await raw([
      "From: noreply@example.test",
      "To: a@example.test,",
      " b@example.test",
      `Subject: =?utf-8?B?${base64("您的")}?= =?utf-8?Q?=E9=A9=97=E8=AD=89_=E7=A2=BC?=`,
      'Content-Type: multipart/alternative; boundary="cut"',
      "",
      "--cut",
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: quoted-printable",
      "",
      "=E7=A2=BC 654=",
      "321",
      "--cut",
      "Content-Type: text/html; charset=utf-8",
      "Content-Transfer-Encoding: base64",
      "",
      base64("<b>碼</b>"),
      "--cut--",
      "",
    ]);
    expect(outbox.messages()).toMatchObject([
      { to: "b@example.test", subject: "您的驗證 碼", text: "碼 654321", html: "<b>碼</b>" },
      { to: "a@example.test", from: "noreply@example.test" },
    ]);
  });

  it("tells what becomes of a mail that came with the service's own id, and keeps nothing of the id", async () => {
    const heard: unknown[] = [];
    outbox.hearOfMails((event) => heard.push(event));
    for (const to of ["someone@example.test", "bounce@example.test", "Reject@example.test", "xbounce@example.test"])
      await mail([to], "s", "t", [
        { Name: "other", Value: "1" },
        { Name: "messageId", Value: `id-of_${to.slice(0, 3)}` },
      ]);
    await mail(["bounce@example.test"]);
    await sms("+886912345678", "x");
    expect(heard).toEqual([
      { job: "mail-event", messageId: "id-of_som", happened: "delivered" },
      { job: "mail-event", messageId: "id-of_bou", happened: "bounced-for-good" },
      { job: "mail-event", messageId: "id-of_Rej", happened: "rejected" },
      { job: "mail-event", messageId: "id-of_xbo", happened: "delivered" },
    ]);
    expect(JSON.stringify(outbox.messages())).not.toContain("id-of");
  });

  it("keeps messages over a restart, drops a line cut off by a crash, and goes on after it", async () => {
    await sms("+886912345678", "first");
    await close();
    await appendFile(join(dataDir, "outbox", "messages.jsonl"), '{"messageId":"torn');
    await open();
    await sms("+886912345678", "second");
    await close();
    await open();
    expect(outbox.messages().map((message) => message.text)).toEqual(["second", "first"]);
  });

  it("keeps the newest 1,000, in memory and over a restart", async () => {
    const recipients = (from: number) => Array.from({ length: 50 }, (_, index) => `p${from + index}@example.test`);
    for (let sent = 0; sent < 2_050; sent += 50) await mail(recipients(sent));
    const check = () => {
      expect(outbox.messages()).toHaveLength(1_000);
      expect(outbox.messages()[0]?.to).toBe("p2049@example.test");
      expect(outbox.messages().at(-1)?.to).toBe("p1050@example.test");
    };
    check();
    await close();
    const lines = (await readFile(join(dataDir, "outbox", "messages.jsonl"), "utf8")).split("\n").length;
    expect(lines).toBeLessThan(2_000);
    await open();
    check();
  });

  it("keeps every one of many messages sent at once", async () => {
    await Promise.all(Array.from({ length: 40 }, (_, index) => sms("+886912345678", `message ${index}`)));
    await close();
    await open();
    expect(new Set(outbox.messages().map((message) => message.text)).size).toBe(40);
  });

  it("says what to do when its file is damaged", async () => {
    await close();
    const file = join(dataDir, "outbox", "messages.jsonl");
    await writeFile(file, '{"messageId":1}\nnot json\n');
    const error = await startOutbox({ dataDir }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(StartUpError);
    expect(String(error)).toContain(`${file} is damaged: move it away or delete it`);
    await writeFile(file, "");
    await open();
  });

  it.each([
    ["an address without a domain", () => mail(["nobody"]), "InvalidParameterValue"],
    ["an address that would add a header (T24)", () => mail(["a@b.test\r\nBcc: c@d.test"]), "InvalidParameterValue"],
    [
      "a subject that would add a header (T24)",
      () => mail(["a@b.test"], "x\r\nBcc: c@d.test"),
      "InvalidParameterValue",
    ],
    ["an e-mail to nobody", () => mail([]), "InvalidParameterValue"],
    ["an e-mail without a subject", () => mail(["a@b.test"], ""), "ValidationError"],
    [
      "a tag with a character that SES does not take",
      () => mail(["a@b.test"], "s", "t", [{ Name: "messageId", Value: "a b" }]),
      "InvalidParameterValue",
    ],
    ["a raw e-mail to nobody", () => raw(["From: a@b.test", "", "text"]), "InvalidParameterValue"],
    ["a raw e-mail from nobody", () => raw(["To: a@b.test", "", "text"]), "InvalidParameterValue"],
  ])("refuses %s with the error of SES, and keeps nothing", async (_, send, name) => {
    await expect(send()).rejects.toMatchObject({ name, $metadata: { httpStatusCode: 400 } });
    expect(outbox.messages()).toEqual([]);
  });

  it.each([
    ["a number not in the international form", () => sms("0912345678", "x")],
    ["an empty text", () => sms("+886912345678", "")],
    ["a text over 1,600 bytes", () => sms("+886912345678", "碼".repeat(534))],
  ])("refuses %s with the error of SNS, and keeps nothing", async (_, send) => {
    await expect(send()).rejects.toMatchObject({ name: expect.stringMatching(/^InvalidParameter/) });
    expect(outbox.messages()).toEqual([]);
  });

  it("refuses any other action loudly", async () => {
    await expect(ses.send(new ListIdentitiesCommand({}))).rejects.toMatchObject({ name: "InvalidAction" });
    await expect(sns.send(new PublishCommand({ TopicArn: "arn", Message: "x" }))).rejects.toMatchObject({
      name: "UnsupportedOperation",
    });
    expect(warnings).toEqual(['Outbox: the stand-in for SES and SNS does not support "ListIdentities"']);
  });
});
