import type { ProblemCode } from "../api.ts";
import type { Sentence } from "./words.ts";

/** The sentences that any page may have to say, and 登入: they come with the first page. The others are in `errors.ts`. */
export const firstErrorWords = {
  "bad-request": {
    "zh-TW": "有些資料的格式不對。請檢查填寫的內容，再送出一次。",
    en: "Some of the details are not in the right form. Check what you entered and send it again.",
  },
  "broken-json": {
    "zh-TW": "資料在傳送途中壞掉了。請再送出一次。",
    en: "The details were damaged on the way. Send them again.",
  },
  "forbidden-character": {
    "zh-TW": "填寫的內容有不能使用的字元。請刪掉看不見的符號，或重新輸入。",
    en: "There is a character that cannot be used. Remove hidden symbols, or type the text again.",
  },
  "duplicate-parameter": {
    "zh-TW": "網址裡有重複的內容。請從首頁重新開始。",
    en: "The address repeats a part of itself. Start again from the home page.",
  },
  "not-signed-in": {
    "zh-TW": "您還沒有登入，或登入的時間已經過了。請重新登入。",
    en: "You are not signed in, or your time signed in has run out. Sign in again.",
  },
  "wrong-origin": {
    "zh-TW": "這次的要求不是從本網站送出的。請從首頁重新開始。",
    en: "This request did not come from our site. Start again from the home page.",
  },
  "wrong-csrf-token": {
    "zh-TW": "這個頁面放太久了。請重新整理頁面，再做一次。",
    en: "This page is out of date. Reload it and try again.",
  },
  "not-found": {
    "zh-TW": "找不到這個內容。請檢查網址，或回到首頁。",
    en: "There is nothing at this address. Check it, or go to the home page.",
  },
  "method-not-allowed": {
    "zh-TW": "這個網址不能這樣使用。請從首頁重新開始。",
    en: "This address cannot be used in that way. Start again from the home page.",
  },
  "too-large": {
    "zh-TW": "送出的內容太長了。請縮短以後再送出。",
    en: "What you sent is too long. Make it shorter and send it again.",
  },
  "wrong-content-type": {
    "zh-TW": "資料的格式不對。請重新整理頁面，再送出一次。",
    en: "The details came in the wrong form. Reload the page and send them again.",
  },
  "too-many-tries": {
    "zh-TW": "試的次數太多了。請等一下再試。",
    en: "There were too many tries. Wait a while, then try again.",
  },
  internal: {
    "zh-TW": "我們這邊出了問題，不是您的錯。請再試一次；還是不行，請聯絡我們。",
    en: "Something went wrong on our side. Try again; if it happens again, contact us.",
  },
  "try-again-later": {
    "zh-TW": "現在使用的人很多，服務有點忙。請過一會兒再試。",
    en: "The service is busy at the moment. Try again in a little while.",
  },
  offline: {
    "zh-TW": "連不上服務。請檢查網路，再試一次；您填的資料還在。",
    en: "We cannot reach the service. Check your connection and try again; what you typed is still here.",
  },
  "other-account": {
    "zh-TW": "這個瀏覽器現在登入的是另一個帳號，所以沒有送出。請重新整理頁面，看清楚是誰的帳號，再做一次。",
    en: "Another account is signed in on this browser by now, so nothing was sent. Reload the page, see whose account it is, and do it again.",
  },
  "captcha-wrong": {
    "zh-TW": "驗證碼不對或過期了。已經換了新的，請再做一次。",
    en: "The captcha was wrong or too old. There is a new one: try again.",
  },
  "proof-of-work-required": {
    "zh-TW": "現在需要用「免輸入驗證」。請按下按鈕，等它完成後再送出。",
    en: "Please use the check without typing. Press its button, wait until it is done, then send again.",
  },
  "sign-in-failed": {
    "zh-TW": "帳號或密碼不對，或這個帳號目前不能使用。請檢查後再試一次，並注意密碼的英文大小寫。",
    en: "The account or the password is wrong, or the account cannot be used now. Check both and try again. Capital letters matter in the password.",
  },
} as const satisfies Partial<Record<ProblemCode, Sentence>>;

const known: Record<string, Sentence> = { ...firstErrorWords };

/** Whether there is a sentence for a code of the API. The rarer ones are fetched when the first of them is told. */
export async function hasErrorWords(code: string): Promise<boolean> {
  if (!Object.hasOwn(known, code)) {
    const others = await import("./errors.ts").catch(() => undefined);
    Object.assign(known, others?.errorWords);
  }
  return Object.hasOwn(known, code);
}

/** What a person is told for a code that came with a problem of `call`. */
export function errorSentence(code: ProblemCode): Sentence {
  return known[code] ?? firstErrorWords.internal;
}
