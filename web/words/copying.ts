import type { Sentence } from "./words.ts";

export const copyWords = {
  copy: { "zh-TW": "複製", en: "Copy" },
  copied: { "zh-TW": "已經複製。", en: "Copied." },
  failed: {
    "zh-TW": "這個瀏覽器不能自動複製，請選取文字再複製。",
    en: "This browser does not copy by itself: select the text and copy it.",
  },
} as const satisfies Record<string, Sentence>;
