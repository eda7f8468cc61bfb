import { createHash } from "node:crypto";
import { mailOf, messageKinds, type Said, smsOf } from "../../../functions/contract/message-texts.ts";
import type { Language } from "../../../functions/contract/messages.ts";
import { type Html, html } from "./html.ts";
import { pageStyle } from "./page-style.ts";
import { sampleWords } from "./sample-words.ts";

const languages: Readonly<Record<Language, { name: string; segment: number }>> = {
  "zh-TW": { name: "中文", segment: 70 },
  en: { name: "English", segment: 160 },
};
const styleHash = createHash("sha256").update(pageStyle).digest("base64");
const closed = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

interface Page {
  readonly body: string;
  readonly policy: string;
}

/**
 * `/local/messages`: every mail and SMS the service can send, in both languages, with sample words; `/local/messages/<kind>/<language>`:
 * one mail as its reader sees it. Undefined for another path.
 * @param origin this site's, for the links in the samples
 */
export function messagesPage(pathname: string, origin: string): Page | undefined {
  if (pathname === "/local/messages")
    return { body: overview(origin), policy: `${closed}; style-src 'sha256-${styleHash}'` };
  const said = samplesOf(origin).find((sample) => pathname === addressOf(sample));
  // A mail has its styles on its elements.
  return said && { body: mailOf(said).html, policy: `${closed}; style-src 'unsafe-inline'` };
}

const addressOf = ({ kind, language }: Said) => `/local/messages/${kind}/${language}`;

function samplesOf(origin: string): Said[] {
  const words = sampleWords(origin);
  return messageKinds.flatMap((kind) =>
    (Object.keys(languages) as Language[]).map((language) => ({ kind, language, words: words[kind][language] })),
  );
}

function overview(origin: string): string {
  return html`<!doctype html>
<html lang="zh-Hant-TW">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>訊息預覽 – 教育體系單一簽入服務</title>
<style>${{ html: pageStyle }}</style>
</head>
<body>
<header>
<h1>訊息預覽</h1>
<p>服務會寄出的每一種電子郵件與簡訊，內容是範例，沒有寄給任何人。實際寄出的在<a href="/local/outbox">寄件匣</a>。</p>
</header>
<main>
<ol class="messages">${samplesOf(origin).map(preview)}</ol>
</main>
</body>
</html>
`.html;
}

function preview(said: Said): Html {
  const { kind, language } = said;
  const { subject, text } = mailOf(said);
  const sms = smsOf(said);
  const { name, segment } = languages[language];
  return html`<li><article>
<h2><span class="channel">${kind}</span> <span class="channel">${name}</span></h2>
<dl><div><dt>電子郵件</dt><dd lang="${language}">${subject}</dd></div></dl>
<pre class="text" lang="${language}">${text}</pre>
<p class="links"><a href="${addressOf(said)}">HTML：${kind}（${name}）</a></p>
<dl><div><dt>簡訊</dt><dd>${sms.length}／${segment} 字</dd></div></dl>
<pre class="text" lang="${language}">${sms}</pre>
</article></li>
`;
}
