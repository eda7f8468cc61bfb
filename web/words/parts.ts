import type { Sentence } from "./words.ts";

/** Words of the small parts that every page is made of. */
export const partWords = {
  errorMark: { "zh-TW": "錯誤：", en: "Error: " },
  errorHeading: { "zh-TW": "請先修正下面的問題", en: "There is a problem" },
  choose: { "zh-TW": "請選擇", en: "Choose" },
  loading: { "zh-TW": "讀取中，請稍候", en: "Loading, please wait" },
  back: { "zh-TW": "回上一頁", en: "Back to the previous page" },
  chosen: { "zh-TW": "目前的選擇", en: "What you have chosen" },
  tryAgain: { "zh-TW": "再試一次", en: "Try again" },
  contactUs: { "zh-TW": "聯絡我們", en: "Contact us" },
  problemHeading: { "zh-TW": "現在沒辦法完成", en: "This cannot be done right now" },
  nothingLost: { "zh-TW": "已經儲存的資料都還在。", en: "Nothing that was saved is lost." },
  quote: (id: string): Sentence => ({
    "zh-TW": `聯絡我們時，請告訴我們這個編號：${id}`,
    en: `If you contact us, quote this number: ${id}`,
  }),
  waitSeconds: (seconds: number): Sentence => ({
    "zh-TW": `請等 ${spanOf(seconds)["zh-TW"]}後再試。`,
    en: `Wait ${spanOf(seconds).en} before you try again.`,
  }),
  step: (step: number, steps: number): Sentence => ({
    "zh-TW": `步驟 ${step}／${steps}`,
    en: `Step ${step} of ${steps}`,
  }),
  noticeInfo: { "zh-TW": "提醒", en: "Note" },
  noticeSuccess: { "zh-TW": "完成", en: "Done" },
  noticeWarning: { "zh-TW": "注意", en: "Important" },
};

/** A length of time in words: seconds below a minute and a half, then whole minutes, rounded up so that nobody comes back too soon. */
export function spanOf(seconds: number): Sentence {
  const whole = Math.max(1, Math.ceil(seconds));
  if (whole < 90) return { "zh-TW": `${whole} 秒`, en: whole === 1 ? "1 second" : `${whole} seconds` };
  const minutes = Math.ceil(whole / 60);
  return { "zh-TW": `${minutes} 分鐘`, en: `${minutes} minutes` };
}
