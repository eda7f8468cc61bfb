import type { AnswerOf } from "../../functions/contract/routes.ts";
import { spanOf } from "./parts.ts";
import type { Sentence } from "./words.ts";

/** One contact a code went to, and what became of it there. */
export type SentTo = AnswerOf<"GET /api/verify-code/delivery">["sentTo"][number];

/** Words of the six-digit code's field (M18). */
export const codeWords = {
  label: { "zh-TW": "六位數驗證碼", en: "Six-digit code" },
  hint: { "zh-TW": "請輸入收到的 6 個數字。", en: "Enter the 6 digits you got." },
  sentTo: { "zh-TW": "驗證碼的寄送情形", en: "Where the code went" },
  email: { "zh-TW": "電子郵件", en: "E-mail" },
  sms: { "zh-TW": "簡訊", en: "Text message" },
  timeLeft: (seconds: number): Sentence => ({
    "zh-TW": `這組驗證碼還可以用 ${clockOf(seconds)}。`,
    en: `This code works for another ${clockOf(seconds)}.`,
  }),
  expired: {
    "zh-TW": "這組驗證碼已經過期。請按「重新傳送」。",
    en: "This code is too old. Press “Send again”.",
  },
  resend: { "zh-TW": "重新傳送", en: "Send again" },
  resendIn: (seconds: number): Sentence => ({
    "zh-TW": `${spanOf(seconds)["zh-TW"]}後可以重新傳送。`,
    en: `You can ask for it again in ${spanOf(seconds).en}.`,
  }),
  notReceived: { "zh-TW": "收不到驗證碼，聯絡我們", en: "I did not get a code: contact us" },
  lookInSpam: {
    "zh-TW": "沒看到的話，請也找找垃圾郵件匣。",
    en: "If you do not see it, look in the spam folder too.",
  },
};

export const sentStateWords: Readonly<Record<SentTo["state"], Sentence>> = {
  waiting: { "zh-TW": "正在傳送", en: "on its way" },
  accepted: { "zh-TW": "已送出", en: "sent" },
  delivered: { "zh-TW": "已送達", en: "delivered" },
  bounced: { "zh-TW": "被退回，請檢查地址", en: "came back: check the address" },
  rejected: { "zh-TW": "對方不收，請檢查地址或用另一個方式", en: "not taken: check the address or use the other one" },
  "not-sent": { "zh-TW": "沒有送出，請用另一個方式或聯絡我們", en: "not sent: use the other one or contact us" },
};

/** 599 → 9:59. */
function clockOf(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
