import { createHash } from "node:crypto";
import type { SampleApplication } from "../application/application.ts";
import type { SampleCounties } from "../counties/counties.ts";
import { type SamplePerson, samplePersons } from "../seed/sample-persons.ts";
import { applicationPart } from "./application-part.ts";
import { countyPart } from "./county-part.ts";
import { type Html, html } from "./html.ts";
import { legacyPart } from "./legacy-part.ts";
import { pageStyle } from "./page-style.ts";

export const welcomePolicy = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(pageStyle).digest("base64")}'; base-uri 'none'; frame-ancestors 'none'`;

const roles = { student: "學生", teacher: "教師", staff: "職員" } as const;

/** `/local/`: what a newcomer can try, with people of the sample roster (all made up) and where the codes arrive. */
export function welcomePage({
  outbox,
  counties,
  applications,
}: {
  outbox: boolean;
  counties: SampleCounties["pages"];
  applications: SampleApplication["pages"];
}): string {
  const where = outbox
    ? html`<a href="/local/outbox">寄件匣</a>（簡訊與電子郵件都在這裡，不會真的寄出）`
    : html`您設定的 SES／SNS（本機沒有啟動寄件匣）`;
  return html`<!doctype html>
<html lang="zh-Hant-TW">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>試用 – 教育體系單一簽入服務</title><style>${style}</style></head>
<body>
<header><h1>試用這個服務</h1><p>您正在自己的電腦上執行整個服務。以下人物都是虛構的。</p></header>
<main>
<h2 class="part">三分鐘走一遍</h2>
<ol class="steps">
<li>開啟<a href="/apply/identity">申請帳號</a>，照下面任一人物的縣市、行政區、學制、學校、姓名與身分 ID 填寫。</li>
<li>設定帳號與密碼；電子郵件填 <code>me@example.org</code>、行動電話填 <code>0912345678</code> 之類的即可。</li>
<li>六位數驗證碼請到${where}查看。</li>
<li>完成後<a href="/sign-in">登入</a>，看看<a href="/my-account">查閱個人資料</a>。</li>
</ol>
<p class="links"><a href="/">首頁</a><a href="/local/messages">訊息預覽</a><a href="/local/components">畫面元件</a><a href="/api-reference">API 說明</a><a href="/api/openapi.json">OpenAPI</a></p>
${applicationPart(applications)}${legacyPart(applications)}${countyPart(counties)}<h2 class="part" id="people">名冊裡的人物</h2>
<ul class="people">${samplePersons().map(personCard)}</ul>
</main>
</body>
</html>`.html;
}

const style: Html = { html: pageStyle };

function personCard({ role, name, id, county, district, level, school, shows }: SamplePerson): Html {
  return html`<li><article><h3>${name}（${roles[role]}）</h3><dl>
<div><dt>身分 ID</dt><dd class="id">${id}</dd></div>
<div><dt>學校</dt><dd>${county} → ${district} → ${level} → ${school}</dd></div></dl>
<p>${shows.zh}　<span lang="en">${shows.en}</span></p></article></li>`;
}
