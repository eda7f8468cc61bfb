import type { Sentence } from "./words.ts";

export interface PageLink {
  readonly href: string;
  readonly words: Sentence;
}

export interface Question {
  readonly question: Sentence;
  readonly answer: readonly Sentence[];
  /** Where it can be done at once. */
  readonly links: readonly PageLink[];
}

export interface QuestionGroup {
  readonly heading: Sentence;
  readonly questions: readonly Question[];
}

export const apply: PageLink = { href: "/apply", words: { "zh-TW": "申請帳號", en: "Apply for an account" } };
export const forgotAccount: PageLink = {
  href: "/forgot-account",
  words: { "zh-TW": "忘記帳號", en: "Forgot account" },
};
export const forgotPassword: PageLink = {
  href: "/reset-password",
  words: { "zh-TW": "忘記密碼", en: "Forgot password" },
};
export const activate: PageLink = { href: "/activate", words: { "zh-TW": "啟用帳號", en: "Enable your account" } };
export const contactUs: PageLink = { href: "/contact-us", words: { "zh-TW": "聯絡我們", en: "Contact us" } };
export const twoFactor: PageLink = {
  href: "/my-account/two-factor",
  words: { "zh-TW": "雙因子認證綁定", en: "Two-factor sign-in" },
};
