import { lastMinuteBefore, momentInWords } from "../../../../functions/contract/legacy-moment.ts";
import { maskPersonId } from "../../../../functions/person/masks.ts";
import { type Html, html } from "../../pages/html.ts";
import type { SignedIn } from "../sample-client.ts";
import type { SampleSession } from "../sessions.ts";
import { coursesOf } from "./accounts.ts";
import type { SamplePlatform } from "./platform.ts";

/** What the page of a legacy platform shows besides: both ways in before anybody is signed in, then whose learning history it has. */
export function platformPart(sample: SamplePlatform, { signedIn, oldAccount }: Partial<SampleSession>): Html {
  if (oldAccount !== undefined) return byOldAccount(sample, oldAccount);
  if (signedIn === undefined) return bothWays(sample);
  return html`${learning(sample, signedIn)}
${studyHours(signedIn)}`;
}

function learning(sample: SamplePlatform, { claims, idClaims }: SignedIn): Html {
  const moved = sample.histories.of(idClaims.sub);
  const account = claims[sample.platform.claim];
  if (moved !== undefined) return history(`學習歷程已從原平台帳號 ${moved} 移轉`, `Brought along from ${moved}`, moved);
  if (typeof account === "string")
    return html`<h2 class="part">學習歷程 <span lang="en">Learning history</span></h2>
<p>原平台帳號 <strong>${account}</strong> 的學習歷程正在移轉，請稍後重新整理。<br><span lang="en">It is on its way: reload in a moment.</span></p>`;
  return html`<h2 class="part">學習歷程 <span lang="en">Learning history</span></h2>
<p>您是新會員，還沒有學習歷程。<br><span lang="en">You are new here: there is none yet.</span></p>`;
}

/** M86: by the number that the person let it have, and only by that. Of who brought an account along it may have one from before. */
function studyHours({ claims: { personid, legacy_profile } }: SignedIn): Html {
  if (typeof personid === "string")
    return html`<p>傳送研習時數的依據：身份証 <strong>${maskPersonId(personid)}</strong><br><span lang="en">Study hours are sent by this ID number.</span></p>`;
  return legacy_profile === undefined
    ? html``
    : html`<p>沒有收到身份証，不傳送研習時數。<br><span lang="en">No ID number came, so no study hours are sent.</span></p>`;
}

function bothWays(sample: SamplePlatform): Html {
  const { platform, now } = sample;
  const ends = Date.parse(platform.signInEnds);
  const isOpen = now() < ends;
  return html`${notice(ends, isOpen)}
<div class="ways">
<section><h2>教育雲登入 <span lang="en">Education cloud</span></h2>
<p>第一次登入時，可以把原平台帳號合併進來。<br><span lang="en">The first time, you may bring your old account along.</span></p>
<form method="post" action="sign-in"><button>教育雲登入 <span lang="en">Sign in with the education account</span></button></form></section>
${isOpen ? oldSignIn(sample) : html``}
</div>
<p class="help">若有相關疑問，請撥${platform.help["zh-TW"]}。<br><span lang="en">Questions? Ask ${platform.help.en}.</span></p>`;
}

/** M80, as the platform announced it. */
function notice(ends: number, isOpen: boolean): Html {
  const [last, first] = [lastMinuteBefore(ends), momentInWords(ends)];
  return isOpen
    ? html`<p class="note">原平台帳號登入功能將維持至${last["zh-TW"]}；${first["zh-TW"]}起，平台首頁之登入功能將取消，改至「教育雲入口網」統一登入。系統會將您在本平台上的學習歷程對應到新的帳號。<br><span lang="en">The old sign-in works until ${last.en}. From then on everybody signs in with the education account, and learning histories move over.</span></p>`
    : html`<p class="note">${first["zh-TW"]}起，原平台帳號登入功能已取消，請由「教育雲入口網」統一登入。<br><span lang="en">The old sign-in ended on ${first.en}: sign in with the education account. Your old account can still be brought along.</span></p>`;
}

const oldSignIn = ({ findPassword }: SamplePlatform): Html =>
  html`<section><h2>原平台登入 <span lang="en">Old sign-in</span></h2>
<form class="old" method="post" action="old-sign-in">
<label for="account">平台帳號 <span lang="en">Account</span></label><input id="account" name="account" autocomplete="username" required>
<label for="password">平台密碼 <span lang="en">Password</span></label><input id="password" name="password" type="password" autocomplete="current-password" required>
<button class="second">原平台登入 <span lang="en">Old sign-in</span></button></form>
<p><a href="${findPassword}">查詢密碼</a> <span lang="en">Find the password</span></p></section>`;

function byOldAccount({ platform }: SamplePlatform, account: string): Html {
  const last = lastMinuteBefore(Date.parse(platform.signInEnds));
  return html`<p>以原平台帳號登入 <span lang="en">By the old account</span>：<strong>${account}</strong></p>
<p class="note">原平台帳號登入功能將維持至${last["zh-TW"]}。請用教育雲帳號登入一次，學習歷程會跟著您。<br><span lang="en">This way in works until ${last.en}. Sign in with the education account once, and your history comes along.</span></p>
<div class="buttons"><form method="post" action="sign-in"><button>教育雲登入 <span lang="en">Sign in with the education account</span></button></form><form method="post" action="sign-out"><button class="second">登出 <span lang="en">Sign out</span></button></form></div>
${history("在原平台的學習歷程", "What you learned here", account)}`;
}

function history(zh: string, en: string, account: string): Html {
  const rows = coursesOf(account).map(
    ({ title, hours, done }) => html`<tr><th scope="row">${title}</th><td>${hours} 小時</td><td>${done}</td></tr>`,
  );
  return html`<h2 class="part">學習歷程 <span lang="en">Learning history</span></h2>
<p>${zh} <span lang="en">${en}</span></p>
<table class="history">${rows}</table>`;
}
