import type { Sentence } from "./words.ts";

/** Words of 個人頭像 (M20). */
export const pictureWords = {
  label: { "zh-TW": "個人頭像", en: "Picture" },
  hint: {
    "zh-TW": "PNG、JPEG 或 WebP 圖片。只會用到中間的正方形。",
    en: "A PNG, JPEG or WebP picture. The square in its middle is used.",
  },
  choose: { "zh-TW": "選擇圖片", en: "Choose a picture" },
  other: { "zh-TW": "換一張", en: "Choose another" },
  remove: { "zh-TW": "移除", en: "Remove" },
  alt: { "zh-TW": "您的頭像", en: "Your picture" },
  none: { "zh-TW": "沒有頭像", en: "No picture" },
  preparing: { "zh-TW": "正在準備圖片……", en: "Preparing the picture…" },
  ready: { "zh-TW": "圖片準備好了。", en: "The picture is ready." },
  removed: { "zh-TW": "圖片移除了。", en: "The picture was removed." },
} as const satisfies Record<string, Sentence>;
