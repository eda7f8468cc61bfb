import { describe, expect, it } from "vitest";
import type { OutboxMessage } from "../../lib/local/outbox/message.ts";
import { answerPage } from "../../lib/local/outbox/page.ts";

const message = (change: Partial<OutboxMessage> = {}): OutboxMessage => ({
  messageId: "m1",
  channel: "email",
  to: "a@example.test",
  from: "noreply@example.test",
  subject: "主旨",
  text: "內文",
  html: null,
  receivedAt: "2026-09-01T00:00:00.000Z",
  ...change,
});

const page = (messages: OutboxMessage[], url = "/local/outbox", accept?: string) =>
  answerPage({ method: "GET", url, headers: { accept } }, messages);
const many = [message(), message({ to: "ba@example.test" }), message({ channel: "sms", to: "+886912345678" })];
const recipients = (url: string) =>
  JSON.parse(page(many, url, "application/json").body).messages.map((kept: OutboxMessage) => kept.to);

describe("the page of the outbox", () => {
  it("is a page in Taiwan's Chinese that runs and loads nothing", () => {
    const { status, headers, body } = page([message()]);
    expect(status).toBe(200);
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(headers["content-security-policy"]).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(body).toContain('<html lang="zh-Hant-TW">');
    expect(body).not.toMatch(/<script|http-equiv|https?:/i);
  });

  it("shows every part of a hostile message as text (T23)", () => {
    const hostile = `"'><script>alert(1)</script><img src=x onerror=alert(2)>&lt;`;
    const body = page(
      [
        message({
          to: hostile,
          from: hostile,
          subject: hostile,
          text: hostile,
          html: hostile,
          receivedAt: "2026-09-01",
        }),
      ],
      `/local/outbox?to=${encodeURIComponent(hostile)}`,
    ).body;
    expect(body).not.toContain("<script");
    expect(body).not.toContain("<img");
    expect(body.match(/&quot;&#39;&gt;&lt;script&gt;alert\(1\)&lt;\/script&gt;/g)?.length).toBeGreaterThanOrEqual(7);
    expect(body).toContain("&amp;lt;");
  });

  it.each([
    ["您的驗證碼是 123456。", "123456"],
    ["碼：042917（十分鐘內有效）", "042917"],
  ])("shows the code of %j big", (text, code) => {
    expect(page([message({ text })]).body).toContain(`<strong>${code}</strong>`);
  });

  it.each(["電話 0912345678", "案號 A123456", "沒有"])("takes nothing in %j for a code", (text) => {
    expect(page([message({ text })]).body).not.toContain("<strong>");
  });

  it("lists messages in the order it is given, newest first, with Taipei's time", () => {
    const { body } = page([message({ subject: "新" }), message({ subject: "舊" })]);
    expect(body.indexOf("新")).toBeLessThan(body.indexOf("舊</h2>"));
    expect(body).toContain("08:00:00");
  });

  it("answers JSON to a program", () => {
    const { headers, body } = page(many, "/local/outbox", "application/json");
    expect(headers["content-type"]).toBe("application/json; charset=utf-8");
    expect(JSON.parse(body)).toEqual({ messages: many });
  });

  it("shows one recipient's messages only, a mobile number in either form", () => {
    expect(recipients("/local/outbox?to=A%40example.test")).toEqual(["a@example.test"]);
    expect(recipients("/local/outbox?to=0912-345-678")).toEqual(["+886912345678"]);
    expect(recipients("/local/outbox?to=%2B886912345678")).toEqual(["+886912345678"]);
    expect(recipients("/local/outbox?to=nobody")).toEqual([]);
    expect(recipients("/local/outbox?to=")).toHaveLength(3);
  });

  it("says so when there is nothing to show", () => {
    expect(page([]).body).toContain("目前沒有訊息");
    expect(page(many, "/local/outbox?to=nobody").body).toContain("目前沒有寄給 nobody 的訊息");
  });

  it("lists the newest 100 and says how many there are", () => {
    const { body } = page(Array.from({ length: 120 }, () => message()));
    expect(body.match(/<article/g)).toHaveLength(100);
    expect(body).toContain("訊息共 120 則，這裡列出最新的 100 則");
  });

  it("only takes GET and HEAD", () => {
    expect(answerPage({ method: "POST", url: "/local/outbox", headers: {} }, many)).toMatchObject({
      status: 405,
      headers: { allow: "GET, HEAD" },
      body: "",
    });
  });
});
