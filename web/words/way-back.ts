import type { Sentence } from "./words.ts";

export const wayBackWords = {
  back: { "zh-TW": "回到要用的應用服務", en: "Back to the application" },
} as const satisfies Record<string, Sentence>;
