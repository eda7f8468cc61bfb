import type { Sentence } from "./words.ts";

export const galleryWords = {
  title: { "zh-TW": "畫面元件", en: "Components" },
  lead: {
    "zh-TW": "每個元件的每個狀態。右上角可以換語言。",
    en: "Every state of every component. The header switches the language.",
  },
} as const satisfies Record<string, Sentence>;
