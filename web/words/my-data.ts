import type { Sentence } from "./words.ts";

/** Words of 下載我的資料. */
export const myDataWords = {
  title: { "zh-TW": "下載我的資料", en: "Download my data" },
  lead: {
    "zh-TW": "您可以下載這個服務保存的、關於您的所有資料。",
    en: "You can download everything this service holds about you.",
  },
  what: { "zh-TW": "檔案裡有", en: "What is in the file" },
  account: { "zh-TW": "基本資料、學校和聯絡方式", en: "your details, schools and contacts" },
  consents: { "zh-TW": "您同意過的應用服務", en: "the applications you agreed to" },
  signIns: { "zh-TW": "登入紀錄和應用服務登入紀錄", en: "your sign-ins, here and at applications" },
  devices: { "zh-TW": "登入中的裝置", en: "the devices that are signed in now" },
  notice: {
    "zh-TW": "檔案裡有個人資料。在學校或別人的電腦，請不要下載；下載了，用完請刪除。",
    en: "The file holds personal data. Do not download it on a shared computer, or delete it there when you are done.",
  },
  download: { "zh-TW": "下載（JSON 檔）", en: "Download (JSON file)" },
  done: (file: string): Sentence => ({
    "zh-TW": `檔案「${file}」已經交給瀏覽器下載。`,
    en: `The browser is saving the file “${file}”.`,
  }),
} as const;
