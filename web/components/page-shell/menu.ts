import type { Sentence } from "../../words/words.ts";

export interface MenuEntry {
  readonly href: string;
  readonly words: Sentence;
  /** One line on what it is for, for the home page. */
  readonly about: Sentence;
}

/** 帳號管理 with M1's words, in M1's order. A page that comes to exist adds its line here; no line leads nowhere. */
export const accountMenu: readonly MenuEntry[] = [
  {
    href: "/apply",
    words: { "zh-TW": "申請帳號", en: "Apply for an account" },
    about: { "zh-TW": "學生、教師、職員第一次使用", en: "Pupils, teachers and staff: the first time" },
  },
  {
    href: "/my-account",
    words: { "zh-TW": "查閱個人資料", en: "View my details" },
    about: { "zh-TW": "看看您的學校和聯絡方式", en: "Your school and how we reach you" },
  },
  {
    href: "/forgot-account",
    words: { "zh-TW": "忘記帳號", en: "Forgot account" },
    about: { "zh-TW": "用縣市帳號或證號查詢", en: "Look it up with a county account or ID" },
  },
  {
    href: "/reset-password",
    words: { "zh-TW": "忘記密碼", en: "Forgot password" },
    about: { "zh-TW": "證明是您本人，設定新密碼", en: "Show that it is you and set a new one" },
  },
  {
    href: "/activate",
    words: { "zh-TW": "啟用帳號", en: "Enable your account" },
    about: { "zh-TW": "帳號停用了，再啟用", en: "Your account was disabled" },
  },
];

/** The foot of every page (M92), and what the site map adds to it. */
export const footerMenu: readonly { readonly href: string; readonly words: Sentence }[] = [
  { href: "/contact-us", words: { "zh-TW": "聯絡我們", en: "Contact us" } },
  { href: "/site-map", words: { "zh-TW": "網站導覽", en: "Site map" } },
  { href: "/privacy", words: { "zh-TW": "隱私權政策", en: "Privacy" } },
  { href: "/information-security-policy", words: { "zh-TW": "資訊安全管理政策", en: "Information security" } },
  { href: "/security-policy", words: { "zh-TW": "網站安全政策", en: "Website security" } },
];
