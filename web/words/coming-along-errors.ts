import type { ProblemCode } from "../api.ts";
import type { Sentence } from "./words.ts";

/** What 其他 are told (M20), and who comes from a legacy platform (M80–M86). */
export const comingAlongErrorWords = {
  "public-registration-missing": {
    "zh-TW": "這個瀏覽器裡沒有進行中的註冊，或時間已經過了。請重新註冊。",
    en: "There is no registration under way in this browser, or it ran out of time. Register again.",
  },
  "activation-link": {
    "zh-TW": "這個連結已經失效。請重新註冊，或到「重發驗證信」再要一封。",
    en: "This link does not work any more. Register again, or ask for another mail.",
  },
  "account-email-taken": {
    "zh-TW": "這個電子郵件信箱已經有教育雲端帳號了。請直接登入；忘了密碼，請到「忘記密碼」。",
    en: "This e-mail address has an account already. Sign in with it; if you forgot the password, go to Forgot password.",
  },
  "picture-type": {
    "zh-TW": "頭像只能用 PNG、JPEG 或 WebP 圖片。請換一張。",
    en: "A picture must be PNG, JPEG or WebP. Choose another one.",
  },
  "picture-size": {
    "zh-TW": "這張圖片太大了。請用 2 MB 以內、尺寸小一點的圖片。",
    en: "This picture is too large. Use one of at most 2 MB, with fewer pixels.",
  },
  "picture-broken": {
    "zh-TW": "這張圖片打不開，可能不完整。請換一張。",
    en: "This picture cannot be read; it may be incomplete. Choose another one.",
  },
  "legacy-password-wrong": {
    "zh-TW": "平台帳號或平台密碼不對。請檢查後再試一次；忘了密碼，請按「查詢密碼」。",
    en: "The platform account or its password is wrong. Check both and try again; if you forgot the password, choose Find the password.",
  },
  "legacy-wait": {
    "zh-TW": "這個平台帳號的密碼錯太多次了。請等一下再試。",
    en: "There were too many wrong passwords for this platform account. Wait a while, then try again.",
  },
  "legacy-other-name": {
    "zh-TW": "這個平台帳號登記的姓名和您的不一樣。確定是您的帳號，才繼續合併。",
    en: "The platform account is in another name than yours. Go on only if it is your own account.",
  },
  "legacy-linked": {
    "zh-TW": "這個平台帳號已經合併到教育雲端帳號。請用教育雲端帳號登入。",
    en: "This platform account was joined with an education cloud account. Sign in with that one.",
  },
  "legacy-linked-elsewhere": {
    "zh-TW": "這個平台帳號已經合併到另一個教育雲端帳號。不是您辦理的，請聯絡我們。",
    en: "This platform account was joined with another education cloud account. If that was not you, contact us.",
  },
  "legacy-has-link": {
    "zh-TW": "您的教育雲端帳號已經在這個平台辦理過了。請回到平台登入。",
    en: "Your education cloud account has come to this platform already. Go back to the platform and sign in.",
  },
  "legacy-linking-ended": {
    "zh-TW": "這個平台的帳號合併已經截止。請選「尚未有平台資訊」，或聯絡平台客服。",
    en: "Accounts of this platform are joined no more. Choose “I have no platform account”, or call the platform's help line.",
  },
  "legacy-sign-in-ended": {
    "zh-TW": "原平台帳號登入已經截止。請用教育雲端帳號登入。",
    en: "The old sign-in has ended. Sign in with the education cloud account.",
  },
  "person-id-other": {
    "zh-TW": "這個證號和您帳號登記的不一樣。請輸入您自己的證號。",
    en: "This ID number is not the one of your account. Enter your own.",
  },
  "client-unknown": {
    "zh-TW": "這個應用服務的代號或密鑰不對。",
    en: "No application has this id and secret.",
  },
} as const satisfies Partial<Record<ProblemCode, Sentence>>;
