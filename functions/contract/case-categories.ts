/** 問題分類 (M70), in the order people are asked to choose from: what the pages send to 聯絡我們 first, 其他 last. */
export const caseCategories = [
  "school-not-listed",
  "person-not-found",
  "wrong-data",
  "code-not-received",
  "unknown-account",
  "not-me",
  "applying",
  "signing-in",
  "suggestion",
  "other",
] as const;
