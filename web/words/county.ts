import type { Sentence } from "./words.ts";

/** Words of choosing a county and going to its sign-in page (貳之 3, 4). The labels are the manual's. */
export const countyWords = {
  title: { "zh-TW": "使用縣市帳號登入", en: "Sign in with a county account" },
  lead: {
    "zh-TW": "請點選您的縣市，接著會到縣市的登入頁面。",
    en: "Choose your county or city. You then sign in on its own page.",
  },
  one: (name: string): Sentence => ({
    "zh-TW": `使用${name}的帳號登入`,
    en: `Sign in with your ${name} account`,
  }),
  oneLead: {
    "zh-TW": "按下面的按鈕，會到縣市的登入頁面。登入後會自動回到這裡。",
    en: "The button leads to the county's own sign-in page. After signing in there you come back here.",
  },
  yourCounty: { "zh-TW": "所在縣市", en: "Your county or city" },
  up: { "zh-TW": "正常", en: "Working" },
  slow: { "zh-TW": "較慢", en: "Slow" },
  down: { "zh-TW": "暫時無法使用", en: "Not available now" },
  off: { "zh-TW": "尚未開放", en: "Not open yet" },
  withState: (name: string, state: string): Sentence => ({
    "zh-TW": `${name}（${state}）`,
    en: `${name} (${state.toLowerCase()})`,
  }),
  slowExplain: {
    "zh-TW": "這個縣市的登入系統現在比較慢，請耐心等候。",
    en: "This county's sign-in is slow at the moment. It may take a little longer.",
  },
  offTitle: (name: string): Sentence => ({
    "zh-TW": `${name}的帳號還不能在這裡登入`,
    en: `${name} accounts cannot be used here yet`,
  }),
  offExplain: {
    "zh-TW": "這個縣市還沒有和本服務連線。請改用其他方式。",
    en: "This county is not connected to this service yet. Please use another way.",
  },
  downTitle: (name: string): Sentence => ({
    "zh-TW": `${name}的登入系統暫時無法使用`,
    en: `The sign-in of ${name} is not available now`,
  }),
  downExplain: {
    "zh-TW": "縣市的登入系統最近幾次都沒有回應。可以過一會兒再試，或改用其他方式。",
    en: "The county's sign-in did not answer the last few times. Try again in a while, or use another way.",
  },
  whomToCall: (name: string): Sentence => ({ "zh-TW": `${name}的客服窗口`, en: `Help window of ${name}` }),
  window: { "zh-TW": "單位", en: "Office" },
  phone: { "zh-TW": "電話", en: "Phone" },
  askSchool: {
    "zh-TW": "不知道怎麼聯絡的話，可以請學校的資訊老師幫忙。",
    en: "If you do not know how to reach it, ask the computer staff at your school.",
  },
  website: { "zh-TW": "網站", en: "Website" },
  otherWays: { "zh-TW": "您也可以", en: "What else you can do" },
  withPassword: { "zh-TW": "用帳號密碼登入", en: "Sign in with account and password" },
  apply: { "zh-TW": "申請帳號", en: "Apply for an account" },
  otherCounty: { "zh-TW": "選擇其他縣市", en: "Choose another county" },
};
