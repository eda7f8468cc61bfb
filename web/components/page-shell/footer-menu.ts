import type { MenuEntry } from "./menu.ts";

/** The foot of every page (M92), and what the site map adds to it. */
export const footerMenu: readonly MenuEntry[] = [
  { href: "/news", words: { "zh-TW": "最新消息", en: "News" } },
  { href: "/faq", words: { "zh-TW": "常見問題", en: "Questions and answers" } },
  { href: "/manual", words: { "zh-TW": "操作手冊", en: "How to use your account" } },
  { href: "/contact-us", words: { "zh-TW": "聯絡我們", en: "Contact us" } },
  { href: "/site-map", words: { "zh-TW": "網站導覽", en: "Site map" } },
  { href: "/privacy", words: { "zh-TW": "隱私權政策", en: "Privacy" } },
  { href: "/information-security-policy", words: { "zh-TW": "資訊安全管理政策", en: "Information security" } },
  { href: "/security-policy", words: { "zh-TW": "網站安全政策", en: "Website security" } },
];
