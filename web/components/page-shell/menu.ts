import type { Sentence } from "../../words/words.ts";

export interface MenuEntry {
  readonly href: string;
  readonly words: Sentence;
}

/**
 * 帳號管理 with M1's words, in M1's order. A page that comes to exist adds its line here, and one on what it is for in
 * `words/home.ts`; no line leads nowhere.
 */
export const accountMenu = [
  { href: "/apply", words: { "zh-TW": "申請帳號", en: "Apply for an account" } },
  { href: "/my-account/school", words: { "zh-TW": "更新個人資料", en: "Update my details" } },
  { href: "/my-account", words: { "zh-TW": "查閱個人資料", en: "View my details" } },
  { href: "/forgot-account", words: { "zh-TW": "忘記帳號", en: "Forgot account" } },
  { href: "/reset-password", words: { "zh-TW": "忘記密碼", en: "Forgot password" } },
  { href: "/activate", words: { "zh-TW": "啟用帳號", en: "Enable your account" } },
  { href: "/my-account/applications", words: { "zh-TW": "應用服務授權清單", en: "Applications I allowed" } },
  { href: "/my-account/application-sign-ins", words: { "zh-TW": "應用服務登入紀錄", en: "Application sign-ins" } },
  { href: "/my-account/ip-sign-ins", words: { "zh-TW": "IP登入紀錄", en: "IP sign-in records" } },
  { href: "/my-account/two-factor", words: { "zh-TW": "雙因子認證綁定", en: "Two-factor sign-in" } },
  { href: "/applications", words: { "zh-TW": "介接應用服務", en: "Applications" } },
] as const satisfies readonly MenuEntry[];
export type MenuAddress = (typeof accountMenu)[number]["href"];
