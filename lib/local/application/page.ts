import { createHash } from "node:crypto";
import type { Application } from "../../../functions/contract/applications.ts";
import { maskPersonId } from "../../../functions/person/masks.ts";
import { type Html, html } from "../pages/html.ts";
import { pageStyle } from "../pages/page-style.ts";
import type { SignedIn } from "./sample-client.ts";
import type { Note, SampleSession } from "./sessions.ts";

const ownStyle = `${pageStyle}
form { display: inline; }
.note { margin: 0 0 1.5rem; padding: .75rem 1rem; border-left: 4px solid var(--accent); background: var(--code); }
.buttons { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .75rem; margin: 1.5rem 0; }
button { width: 100%; padding: .5rem .75rem; line-height: 1.4; }
button span { display: block; font-size: .85rem; font-weight: 400; }
pre { overflow-wrap: anywhere; }
.buttons .second, .old .second { background: var(--card); color: var(--accent); border: 1px solid var(--accent); }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { width: 40%; font-weight: 600; }
th code { display: block; color: var(--soft); font-size: .85rem; font-weight: 400; }
td { white-space: pre-line; }
.history td { white-space: nowrap; }
.ways { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 1rem; }
section { padding: 1rem 1.25rem 1.25rem; border: 1px solid var(--line); border-radius: .6rem; background: var(--card); }
section p { margin: .25rem 0 1rem; }
section p:last-child { margin: 1rem 0 0; }
.old { display: block; }
.old input { width: 100%; margin-bottom: .75rem; }
label span { color: var(--soft); font-weight: 400; }
.help { color: var(--soft); }
`;

const hash = createHash("sha256").update(ownStyle).digest("base64");
/** A form's answer sends people on to the issuer, which this policy must allow. */
export const pagePolicy = (issuer: string): string =>
  `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self' ${issuer}; base-uri 'none'; frame-ancestors 'none'`;

const notes: Record<Note, readonly [zh: string, en: string]> = {
  left: [
    "您已在這裡登出；教育雲端帳號仍在登入狀態。",
    "You are signed out here; the account itself is still signed in.",
  ],
  "left-everywhere": ["您已全部登出。", "You are signed out everywhere."],
  told: ["教育雲端帳號已登出，所以這裡也登出了。", "The account was signed out, so you are signed out here too."],
  refused: ["您沒有同意，所以沒有登入。", "You did not agree, so you are not signed in."],
  "asked-again": ["登入或授權已經結束，請再登入一次。", "The sign-in or your consent has ended: sign in once more."],
  failed: ["登入沒有完成，請再試一次。", "The sign-in was not completed: try again."],
  "old-wrong": ["平台帳號或密碼不正確。", "The old account, its password or both are wrong."],
  "old-wait": ["密碼錯誤次數太多，請稍後再試。", "Too many wrong passwords: wait and try again."],
  "old-linked": [
    "這個平台帳號已合併到教育雲端帳號，請用教育雲登入。",
    "This old account was joined with an education account: sign in with that.",
  ],
  "old-ended": ["原平台帳號登入功能已取消，請用教育雲登入。", "The old sign-in has ended: use the education account."],
};

/**
 * The one page of a sample application: how to sign in, or who did and what the application was told. `more`: of a legacy platform, which
 * has ways in of its own.
 */
export function samplePage({ name }: Application, { signedIn, note }: Partial<SampleSession>, more?: Html): string {
  const said = note === undefined ? html`` : html`<p class="note" role="status">${bilingual(notes[note])}</p>`;
  return html`<!doctype html>
<html lang="zh-Hant-TW">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${name["zh-TW"]}</title><style>${style}</style></head>
<body>
<header><h1>${name["zh-TW"]}</h1><p lang="en">${name.en}</p></header>
<main>
${said}${signedIn === undefined ? (more ?? welcome) : whoSignedIn(signedIn, more)}
</main>
</body>
</html>`.html;
}

const style: Html = { html: ownStyle };

const welcome = html`<p>這是一個介接應用服務的範例：它不認得您的密碼，只收到您同意給它的資料。<br><span lang="en">A sample of a connected application: it never sees your password and gets only what you agree to.</span></p>
<p class="buttons">${button("sign-in", "用教育雲端帳號登入", "Sign in with the education account")}</p>`;

function whoSignedIn({ claims, idClaims, eduinfo, refreshToken }: SignedIn, more: Html = html``): Html {
  const record =
    eduinfo === undefined
      ? html``
      : html`<h2 class="part">教育資料 <span lang="en">Education record</span></h2>
<pre>${JSON.stringify(eduinfo, undefined, 2)}</pre>`;
  return html`<p>登入的人 <span lang="en">Signed in</span>：<strong>${String(claims.name ?? idClaims.sub)}</strong>　${signedInAt(idClaims)}</p>
<div class="buttons">${button("refresh", "更新資料", "Refresh")}${button("ask-again", "再問我一次", "Ask me again")}${button("sign-out", "在這裡登出", "Sign out here")}${button("sign-out-everywhere", "全部登出", "Sign out everywhere")}</div>
${more}
<h2 class="part">收到的資料 <span lang="en">What this application was told</span></h2>
<table>${rowsOf(claims)}</table>
${record}
<h2 class="part">這次登入 <span lang="en">This sign-in</span></h2>
<table>${rowsOf({ ...idClaims, refresh_token: refreshToken === undefined ? "–" : "✓" })}</table>`;
}

const words: Record<string, string> = {
  sub: "這個應用服務認得您的代號",
  ups_account: "原平台帳號",
  legacy_profile: "您填寫的平台資料",
  personid: "身份証",
  title: "職稱",
  phone: "聯絡電話",
  chinese_name: "中文姓名",
  english_name: "英文姓名",
  name: "姓名",
  preferred_username: "帳號",
  email: "電子郵件",
  email_verified: "電子郵件已驗證",
  nickname: "暱稱",
  gender: "性別",
  picture: "個人頭像",
  updated_at: "資料更新時間",
  auth_time: "登入時間",
  amr: "登入方式",
  acr: "登入強度",
  sid: "這次登入的代號",
  iss: "由誰確認",
  aud: "給誰的",
  iat: "確認時間",
  exp: "有效到",
  refresh_token: "可在您離開後更新",
};

const rowsOf = (claims: Readonly<Record<string, unknown>>): Html[] =>
  Object.entries(claims).map(([claim, value]) => {
    return html`<tr><th scope="row">${words[claim] ?? ""} <code>${claim}</code></th><td>${shownOf(claim, value)}</td></tr>`;
  });

function shownOf(claim: string, value: unknown): string {
  if (times.has(claim)) return taiwan.format(Number(value) * 1_000);
  return claim === "personid" ? maskPersonId(String(value)) : textOf(value);
}

const times = new Set(["auth_time", "updated_at", "iat", "exp"]);

function textOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) return value.join("、");
  return Object.entries(value)
    .map(([name, told]) => `${words[name] ?? name}：${textOf(told)}`)
    .join("\n");
}

const taiwan = new Intl.DateTimeFormat("zh-TW", { timeZone: "Asia/Taipei", dateStyle: "long", timeStyle: "medium" });

const signedInAt = ({ auth_time: at, iat }: SignedIn["idClaims"]): string => taiwan.format((at ?? iat) * 1_000);

function button(action: string, zh: string, en: string): Html {
  const isFirst = action === "sign-in" || action === "refresh";
  return html`<form method="post" action="${action}"><button class="${isFirst ? "" : "second"}">${zh} <span lang="en">${en}</span></button></form>`;
}

const bilingual = ([zh, en]: readonly [string, string]): Html => html`${zh} <span lang="en">${en}</span>`;
