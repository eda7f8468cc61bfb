import { createHash } from "node:crypto";
import { type Html, html } from "../pages/html.ts";
import { pageStyle } from "../pages/page-style.ts";
import type { OutboxMessage } from "./message.ts";

/** What the page needs of a request; an IncomingMessage of node:http fits. */
export type PageRequest = {
  method?: string | undefined;
  /** Path and query, as `/local/outbox?to=…`. */
  url?: string | undefined;
  headers: { accept?: string | undefined };
};
export type PageAnswer = { status: number; headers: Record<string, string>; body: string };

/** More would make the page heavy; the JSON answer has all. */
const shown = 100;

const commonHeaders = { "cache-control": "no-store", "x-content-type-options": "nosniff", vary: "accept" };
const styleHash = createHash("sha256").update(pageStyle).digest("base64");
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** Answers a request for the outbox with its messages, given newest first. */
export function answerPage(request: PageRequest, messages: OutboxMessage[]): PageAnswer {
  const { method = "GET", url = "/", headers } = request;
  if (method !== "GET" && method !== "HEAD") {
    return { status: 405, headers: { ...commonHeaders, allow: "GET, HEAD" }, body: "" };
  }
  const to = new URLSearchParams(url.split("?")[1] ?? "").get("to")?.trim() ?? "";
  const found = to === "" ? messages : messages.filter((message) => sameRecipient(message.to, to));
  if (headers.accept?.includes("application/json")) {
    const body = JSON.stringify({ messages: found });
    return { status: 200, headers: { ...commonHeaders, "content-type": "application/json; charset=utf-8" }, body };
  }
  return {
    status: 200,
    headers: {
      ...commonHeaders,
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy,
      "referrer-policy": "no-referrer",
    },
    body: page(found, to, recipientsOf(messages)).html,
  };
}

/** Whole addresses only, so that a@x never shows mail for ba@x; 0912… is how a person types +886912…. */
function sameRecipient(recipient: string, asked: string): boolean {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[\s-]/g, "")
      .replace(/^09(?=\d{8}$)/, "+8869");
  return plain(recipient) === plain(asked);
}

const recipientsOf = (messages: OutboxMessage[]) => [...new Set(messages.map((message) => message.to))].slice(0, shown);

function page(messages: OutboxMessage[], to: string, recipients: string[]): Html {
  const here = to === "" ? "/local/outbox" : `/local/outbox?to=${encodeURIComponent(to)}`;
  return html`<!doctype html>
<html lang="zh-Hant-TW">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${to === "" ? "" : `${to}｜`}本機寄件匣</title>
<style>${{ html: pageStyle }}</style>
</head>
<body>
<header>
<h1>本機寄件匣</h1>
<p>服務寄出的電子郵件與簡訊都留在這台電腦上，不會真的送出。</p>
</header>
<main>
<div class="tools">
<form method="get" action="/local/outbox" role="search">
<label for="to">收件人（電子郵件或手機號碼）</label>
<div class="row">
<input id="to" name="to" value="${to}" list="recipients" autocomplete="off" spellcheck="false">
<button type="submit">篩選</button>
</div>
<datalist id="recipients">${recipients.map((recipient) => html`<option value="${recipient}"></option>`)}</datalist>
</form>
<p class="links"><a href="${here}">重新整理</a>${to === "" ? "" : html` <a href="/local/outbox">顯示全部</a>`}</p>
</div>
${summary(messages, to)}
${messages.length === 0 ? "" : html`<ol class="messages">${messages.slice(0, shown).map(entry)}</ol>`}
</main>
</body>
</html>
`;
}

function summary(messages: OutboxMessage[], to: string): Html {
  const whose = to === "" ? "" : `寄給 ${to} 的`;
  if (messages.length === 0) return html`<p class="count">目前沒有${whose}訊息。寄出後，請按「重新整理」。</p>`;
  const cut = messages.length > shown ? `，這裡列出最新的 ${shown} 則` : "";
  return html`<p class="count">${whose}訊息共 ${messages.length} 則${cut}，由新到舊。</p>`;
}

/** A code is six digits that stand alone. */
const codeIn = (text: string) => /(?<![0-9A-Za-z])\d{6}(?![0-9A-Za-z])/.exec(text)?.[0];

function entry(message: OutboxMessage): Html {
  const code = codeIn(message.text ?? "") ?? codeIn(message.subject ?? "");
  const isSms = message.channel === "sms";
  const title = isSms ? message.to : (message.subject ?? "（沒有主旨）");
  return html`<li><article class="${message.channel}">
<h2><span class="channel">${isSms ? "簡訊" : "電子郵件"}</span> ${title}</h2>
<dl>
<div><dt>收件人</dt><dd><a href="/local/outbox?to=${encodeURIComponent(message.to)}">${message.to}</a></dd></div>
${message.from === null ? "" : html`<div><dt>寄件人</dt><dd>${message.from}</dd></div>`}
<div><dt>時間</dt><dd><time datetime="${message.receivedAt}">${taipeiTime(message.receivedAt)}</time></dd></div>
</dl>
${code === undefined ? "" : html`<p class="code"><span>驗證碼</span> <strong>${code}</strong></p>`}
${message.text === null ? "" : html`<pre class="text">${message.text}</pre>`}
${message.html === null ? "" : html`<details><summary>HTML 原始碼</summary><pre tabindex="0">${message.html}</pre></details>`}
</article></li>
`;
}

const taipei = new Intl.DateTimeFormat("zh-TW", {
  timeZone: "Asia/Taipei",
  dateStyle: "medium",
  timeStyle: "medium",
  hourCycle: "h23",
});
const taipeiTime = (at: string) => taipei.format(new Date(at));
