import type { SampleApplication } from "../application/application.ts";
import { type SampleLegacyAccount, samplePassword } from "../application/legacy/accounts.ts";
import { type Html, html } from "./html.ts";

/** 原平台帳號 of the page /local/: what to try at the sample legacy platform, and the accounts it had (M80–M85). */
export function legacyPart(applications: SampleApplication["pages"]): Html {
  const page = applications.find(({ platform }) => platform !== undefined);
  if (page?.platform === undefined) return html``;
  const { accounts } = page.platform;
  return html`<h2 class="part" id="legacy">原平台帳號</h2>
<p><a href="${page.address}">${page.name}</a>有 ${accounts.length} 個從前的帳號，密碼都是 <code class="id">${samplePassword}</code>。　<span lang="en">A sample platform with ${accounts.length} accounts from before, all with this one password.</span></p>
<ol class="steps">
<li>先用原平台帳號登入，看看它的學習歷程。　<span lang="en">Sign in with an old account first and look at its history.</span></li>
<li>再用您申請的帳號「教育雲登入」→ 已有平台帳號 → 帳號合併：學習歷程跟著您，原平台登入就關了。　<span lang="en">Then sign in with your account and join the old one: the history comes along, the old sign-in is off.</span></li>
<li>姓名不同時會先問您；沒有舊帳號請選「尚未有平台資訊」，身份証填這個人的證號；忘了密碼請用「查詢密碼」，信和驗證碼送到同一個地方。　<span lang="en">With another name you are asked; without an old account there is a form, which wants the ID number of the person; the mail of a forgotten password arrives where the codes do.</span></li>
<li>解除合併（客服）　<span lang="en">Taking it back (help desk)</span>：<code>npm run legacy -- unlink --platform ups --account chen.hsiaohua --reason "case 1"</code></li>
</ol>
<details><summary>帳號一覽 <span lang="en">All accounts</span></summary>
<dl>${accounts.map(accountLine)}</dl></details>
`;
}

function accountLine({ account, name, format, email, hint }: SampleLegacyAccount): Html {
  const facts = [name, email, hint === undefined ? undefined : `提示：${hint}`, format].filter(Boolean).join("、");
  return html`<div><dt class="id">${account}</dt><dd>${facts}</dd></div>`;
}
