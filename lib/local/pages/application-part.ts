import type { SampleApplication } from "../application/application.ts";
import { type Html, html } from "./html.ts";

/** 介接應用服務 of the page /local/: the sample applications and where they are. */
export function applicationPart(applications: SampleApplication["pages"]): Html {
  if (applications.length === 0) return html``;
  return html`<h2 class="part" id="applications">介接應用服務</h2>
<p>範例應用服務也在您的電腦上執行：用您申請的帳號登入，看看它收到哪些資料，再到<a href="/my-account/applications">應用服務授權清單</a>取消授權。　<span lang="en">Sample applications run here too: sign in with your account, see what they are told, and take your consent back.</span></p>
<p class="links">${applications.map(({ name, address }) => html`<a href="${address}">${name}</a>`)}</p>
`;
}
