import type { Sentence } from "./words.ts";

export const apiReferenceWords = {
  title: { "zh-TW": "應用程式介面（API）說明", en: "API reference" },
  lead: {
    "zh-TW": "這個網站使用的所有介面。內容由程式的定義產生，說明文字是英文。",
    en: "Every endpoint that this site uses, made from the definitions in the program.",
  },
  document: { "zh-TW": "下載 OpenAPI 文件（JSON）", en: "Download the OpenAPI document (JSON)" },
  anyone: { "zh-TW": "不用登入", en: "No sign-in needed" },
  signedIn: { "zh-TW": "要先登入", en: "Signed-in people only" },
  request: { "zh-TW": "要求", en: "Request" },
  answer: { "zh-TW": "回應", en: "Answer" },
  problems: { "zh-TW": "錯誤", en: "Problems" },
  details: { "zh-TW": "要求、回應和錯誤", en: "Request, answer and problems" },
  noRequest: { "zh-TW": "沒有內容", en: "No body" },
} as const satisfies Record<string, Sentence>;
