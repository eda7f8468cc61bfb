import { accountQuestions } from "./faq-account.ts";
import type { QuestionGroup } from "./faq-parts.ts";
import { safetyQuestions } from "./faq-safety.ts";
import type { Sentence } from "./words.ts";

export type { PageLink, Question, QuestionGroup } from "./faq-parts.ts";

export const faqWords = {
  title: { "zh-TW": "常見問題", en: "Questions and answers" },
  lead: {
    "zh-TW": "按一下問題，就會打開答案。",
    en: "Press a question to open its answer.",
  },
  otherwise: { "zh-TW": "沒有找到答案？", en: "Your question is not here?" },
  otherwiseTodo: {
    "zh-TW": "請告訴我們您的問題，或打客服專線：",
    en: "Tell us, or call the help line:",
  },
  contactUs: { "zh-TW": "聯絡我們", en: "Contact us" },
  manual: { "zh-TW": "操作手冊", en: "How to use your account" },
} as const satisfies Record<string, Sentence>;

/** What people ask most, answered by what the service does. */
export const questionGroups: readonly QuestionGroup[] = [...accountQuestions, ...safetyQuestions];
