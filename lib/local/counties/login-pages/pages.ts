import { createHash } from "node:crypto";
import { type Html, html } from "../../pages/html.ts";
import type { CountyAccount } from "../accounts.ts";
import { type Choice, type Choices, type Step, steps } from "./choices.ts";
import { loginStyle } from "./login-style.ts";

const styleHash = createHash("sha256").update(loginStyle).digest("base64");

/** Chromium holds `form-action` against each redirect after a form too, so the site that is returned to is named. */
export const loginPolicy = (siteOrigin: string) =>
  `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self' ${siteOrigin}; base-uri 'none'; frame-ancestors 'none'`;

const questions: Record<Step, { zh: string; en: string; name: string }> = {
  role: { zh: "請選擇身分", en: "Are you a pupil or a teacher?", name: "身分" },
  district: { zh: "請選擇區域", en: "Choose your district", name: "區域" },
  school: { zh: "請選擇學校", en: "Choose your school", name: "學校" },
  class: { zh: "請選擇班級", en: "Choose your class", name: "班級" },
};

export interface PageParts {
  readonly title: string;
  readonly basePath: string;
  readonly ticket: string;
  readonly choices: Choices;
  readonly choice: Choice;
}

/** One question, each answer a link. */
export function stepPage(parts: PageParts, step: Step): string {
  const { choices, choice } = parts;
  const { zh, en } = questions[step];
  const options = choices
    .options(choice, step)
    .map(({ value, label }) => html`<li><a href="${addressOf(parts, { ...choice, [step]: value })}">${label}</a></li>`);
  return page(
    parts.title,
    zh,
    html`${chosen(parts)}<h1>${zh}<span lang="en">${en}</span></h1>
<nav aria-label="${zh}"><ul class="options">${options}</ul></nav>${cancelForm(parts)}`,
  );
}

/** Account and password. Pupils pick their seat in the class, everybody else types. `tried`: what was wrong a moment ago. */
export function passwordPage(parts: PageParts, tried?: { readonly account: string }): string {
  const { basePath, ticket, choice, choices } = parts;
  const zh = "請輸入帳號與密碼";
  const kept = steps.flatMap((step) => (choice[step] === undefined ? [] : hidden(step, choice[step])));
  const wrong =
    tried === undefined
      ? ""
      : html`<p class="wrong" role="alert" id="wrong">帳號或密碼不正確，請再試一次。<span lang="en">The account or password is wrong.</span></p>`;
  const invalid = tried === undefined ? "" : html` aria-invalid="true" aria-describedby="wrong"`;
  const account =
    choice.role === "student"
      ? html`<select id="account" name="account" required>${seatsOf(choices.accounts(choice), tried?.account)}</select>`
      : html`<input id="account" name="account" value="${tried?.account ?? ""}" autocomplete="username" autocapitalize="none" spellcheck="false" required>`;
  return page(
    parts.title,
    tried === undefined ? zh : `錯誤：${zh}`,
    html`${chosen(parts)}<h1>${zh}<span lang="en">Enter your account and password</span></h1>${wrong}
<form method="post" action="${basePath}">${hidden("ticket", ticket)}${kept}
<label for="account">帳號 <span lang="en">Account</span></label>${account}
<label for="password">密碼 <span lang="en">Password</span></label>
<input id="password" name="password" type="password" autocomplete="current-password" required${invalid}>
<button>登入 <span lang="en">Sign in</span></button></form>${cancelForm(parts)}`,
  );
}

/** For a sign-in that this county does not know, or not any more. `detail`: what its provider says, for who connects a site to it. */
export function lostPage(title: string, detail = ""): string {
  const zh = "這次登入已經結束";
  return page(
    title,
    zh,
    html`<h1>${zh}<span lang="en">This sign-in is over</span></h1>
<p>請回到您要使用的網站，再按一次登入。</p><p lang="en">Go back to the site you came from and sign in again.</p>
${detail === "" ? "" : html`<p lang="en"><code>${detail}</code></p>`}`,
  );
}

function page(county: string, title: string, content: Html): string {
  return html`<!doctype html>
<html lang="zh-Hant-TW">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} – ${county}（範例縣市）</title><style>${{ html: loginStyle }}</style></head>
<body>
<header><p class="county">${county}</p><p class="sample"><strong>範例縣市</strong>：只在這台電腦上，人物都是虛構的，不是真正的縣市網站。<span lang="en">A sample county, not a real one.</span></p></header>
<main>
${content}
</main>
</body>
</html>`.html;
}

/** What was chosen, each with the way back to its question. */
function chosen(parts: PageParts): Html {
  const { choice, choices } = parts;
  const done = steps.filter((step) => choice[step] !== undefined);
  if (done.length === 0) return html``;
  const items = done.map((step, index) => {
    const before = Object.fromEntries(done.slice(0, index).map((earlier) => [earlier, choice[earlier]]));
    const { name } = questions[step];
    return html`<li><span>${name}：${choices.labelOf(choice, step)}</span> <a href="${addressOf(parts, before)}" aria-label="更改${name}">更改</a></li>`;
  });
  return html`<ul class="chosen" aria-label="已選擇">${items}</ul>`;
}

/** Names are masked: whoever has not signed in yet sees no more than the class does on its seats. */
function seatsOf(accounts: readonly CountyAccount[], tried: string | undefined): Html[] {
  return accounts.map(({ account, maskedName, places: [place] }) => {
    const seat = place?.seat === undefined ? "" : `${place.seat} 號 `;
    return html`<option value="${account}"${account === tried ? html` selected` : ""}>${seat}${maskedName}（${account}）</option>`;
  });
}

function cancelForm({ basePath, ticket }: PageParts): Html {
  return html`<form class="cancel" method="post" action="${basePath}">${hidden("ticket", ticket)}<button name="cancel" value="1">取消 <span lang="en">Cancel</span></button></form>`;
}

function hidden(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`;
}

function addressOf({ basePath, ticket }: PageParts, choice: Choice): string {
  const chosenOnes = Object.entries(choice).filter(([, value]) => value !== undefined);
  return `${basePath}?${new URLSearchParams({ ticket, ...Object.fromEntries(chosenOnes) })}`;
}
