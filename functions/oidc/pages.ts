import { createHash } from "node:crypto";
import type { ProtocolPages } from "../ports/openid-provider.ts";
import { type Language, words } from "./page-words.ts";

/** The site's own look (`web/styles/tokens.css`), in as few rules as these pages need: they load nothing. */
const style = [
  ":root{color-scheme:light dark;--paper:#fbf9f5;--ink:#1b2426;--rule:#ddd7ca;--accent:#0d5960;--on-accent:#fff;--focus:#1b2426}",
  "@media(prefers-color-scheme:dark){:root{--paper:#14191a;--ink:#efebe3;--rule:#374244;--accent:#86d3cc;--on-accent:#0b2325;--focus:#ffd666}}",
  'body{margin:0;background:var(--paper);color:var(--ink);font:1.125rem/1.6 "Noto Sans TC","PingFang TC","Microsoft JhengHei",system-ui,sans-serif}',
  "header{border-bottom:1px solid var(--rule);padding:.75rem 1rem}header a{font-weight:700;text-decoration:none;padding:.5rem 0}",
  "header>*,main{max-width:60rem;margin:0 auto}header a,main{display:block}main{padding:2rem 1rem 4rem}",
  "h1{font-size:1.75rem;line-height:1.3;margin:0 0 1rem}p{max-width:40rem}a{color:var(--accent)}",
  "form{display:flex;flex-wrap:wrap;gap:1rem;margin-top:2rem}button{min-height:3rem;padding:.5rem 1.5rem;font:inherit;font-weight:700;border:2px solid var(--accent);border-radius:.375rem;background:transparent;color:var(--accent);cursor:pointer}",
  "button[value]{background:var(--accent);color:var(--on-accent)}:focus-visible{outline:3px solid var(--focus);outline-offset:2px}",
  "@media(max-width:40em){form{flex-direction:column}}",
].join("");

/** No script, no picture, one style; forms go to this site and on to the page an application registered for after a sign-out. */
const contentSecurityPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'`,
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** T50. A redirect or a form of the library needs nothing but the form's own script. */
export const protocolSecurityPolicy = "default-src 'none'; script-src; base-uri 'none'; frame-ancestors 'none'";

const safe = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

const page = (language: Language, title: string, content: string): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title} – ${words[language].service}</title><style>${style}</style></head><body><header><a href="/">${words[language].service}</a></header><main><h1>${title}</h1>${content}</main></body></html>`;

export const protocolPages: ProtocolPages = {
  contentSecurityPolicy,
  protocolSecurityPolicy,
  error(language, code) {
    const { error, errorText, errorCode, home } = words[language];
    return page(
      language,
      error,
      `<p>${errorText}</p><p>${errorCode}: <code>${safe(code)}</code></p><p><a href="/">${home}</a></p>`,
    );
  },
  busy(language, number) {
    const { busy, busyText, errorCode, home } = words[language];
    return page(
      language,
      busy,
      `<p>${busyText}</p><p>${errorCode}: <code>${safe(number)}</code></p><p><a href="/">${home}</a></p>`,
    );
  },
  askSignOut(language, { action, xsrf }) {
    const { ask, askText, yes, no } = words[language];
    return page(
      language,
      ask,
      `<p>${askText}</p><form method="post" action="${safe(action)}"><input type="hidden" name="xsrf" value="${safe(xsrf)}">` +
        `<button name="logout" value="yes">${yes}</button><button>${no}</button></form>`,
    );
  },
  signedOut(language) {
    const { signedOut, signedOutText, home } = words[language];
    return page(language, signedOut, `<p>${signedOutText}</p><p><a href="/">${home}</a></p>`);
  },
};
