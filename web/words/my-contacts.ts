import type { Sentence } from "./words.ts";

/** Words of 修改備用電子郵件信箱/行動電話 (參, M35). The labels and the message are the manual's. */
export const contactsWords = {
  title: { "zh-TW": "修改備用電子郵件信箱/行動電話", en: "Change your e‑mail address or mobile number" },
  lead: {
    "zh-TW": "忘記密碼時，我們會把驗證碼寄到這裡。一次改一個。",
    en: "If you forget your password, we send a code there. Change one at a time.",
  },
  email: { "zh-TW": "電子郵件信箱", en: "E-mail address" },
  sms: { "zh-TW": "行動電話", en: "Mobile number" },
  now: (value: string): Sentence => ({ "zh-TW": `目前：${value}`, en: `Now: ${value}` }),
  none: { "zh-TW": "目前：沒有填寫", en: "Now: none" },
  unproved: (value: string): Sentence => ({
    "zh-TW": `目前：${value}（還沒驗證）`,
    en: `Now: ${value} (not proved yet)`,
  }),
} as const;

export const contactChangeWords = {
  title: {
    email: { "zh-TW": "修改電子郵件信箱", en: "Change your e‑mail address" },
    sms: { "zh-TW": "修改行動電話", en: "Change your mobile number" },
  },
  lead: {
    email: {
      "zh-TW": "輸入您常用的電子郵件信箱。忘記密碼時，可使用此電子信箱收取驗證信。",
      en: "Enter an e-mail address you use. If you forget your password, the code goes there.",
    },
    sms: {
      "zh-TW": "輸入您可以接收簡訊的行動電話。忘記密碼時，可使用此行動電話收取驗證簡訊。",
      en: "Enter a mobile number that takes text messages. If you forget your password, the code goes there.",
    },
  },
  present: {
    email: { "zh-TW": "目前的電子郵件信箱", en: "E-mail address now" },
    sms: { "zh-TW": "目前的行動電話", en: "Mobile number now" },
  },
  label: {
    email: { "zh-TW": "新的電子郵件信箱", en: "New e-mail address" },
    sms: { "zh-TW": "新的行動電話", en: "New mobile number" },
  },
  hint: {
    email: { "zh-TW": "您常用、收得到信的信箱。", en: "One you use and can open now." },
    sms: {
      "zh-TW": "可以收簡訊的臺灣門號，例如 0912-345-678。",
      en: "A Taiwan number that takes text messages, for example 0912-345-678.",
    },
  },
  told: {
    email: {
      "zh-TW": "儲存以後，我們會通知原來的信箱。72 小時內，可以從那封信取消這次變更。",
      en: "Once saved, we tell the old address. For 72 hours the change can be undone from that mail.",
    },
    sms: {
      "zh-TW": "儲存以後，我們會通知您原來的聯絡方式。72 小時內，可以從通知信取消這次變更。",
      en: "Once saved, we tell your old contacts. For 72 hours the change can be undone from the mail.",
    },
  },
  unreachable: {
    email: {
      "zh-TW": "寄到這個信箱的信被退回來過。請檢查，或換一個信箱。",
      en: "Mail to this address came back. Check it, or use another one.",
    },
    sms: {
      "zh-TW": "這個門號收不到我們的簡訊。請檢查，或換一個門號。",
      en: "Our text messages do not get through to this number. Check it, or use another one.",
    },
  },
} as const satisfies Record<string, Record<"email" | "sms", Sentence>>;

export const contactStepWords = {
  present: { "zh-TW": "沒有填寫", en: "None" },
  send: { "zh-TW": "傳送驗證碼", en: "Send the code" },
  enter: { "zh-TW": "輸入驗證碼", en: "Enter the code" },
  sentLead: {
    "zh-TW": "驗證碼已經寄到新的聯絡方式。輸入六位數驗證碼，就能儲存。",
    en: "A code is on its way to the new contact. Enter its six digits to save.",
  },
  change: { "zh-TW": "修改", en: "Change" },
  sentAgain: { "zh-TW": "驗證碼已經重新傳送。", en: "The code was sent again." },
  missing: { "zh-TW": "請輸入六位數的驗證碼。", en: "Enter the six digits of the code." },
  save: { "zh-TW": "儲存變更", en: "Save the change" },
  done: { "zh-TW": "資料更新成功", en: "Your details are updated" },
  doneOld: {
    "zh-TW": "我們已經通知原來的聯絡方式。72 小時內，可以從通知信取消變更。",
    en: "We have told the old contact. For 72 hours the change can be undone from the mail.",
  },
  ok: { "zh-TW": "確定", en: "OK" },
} as const satisfies Record<string, Sentence>;
