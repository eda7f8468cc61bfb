import type { Sentence } from "./words.ts";

/** Words of the field for a code of the second factor (M63). */
export const factorWords = {
  app: { "zh-TW": "驗證 App 的六位數驗證碼", en: "Six-digit code from the app" },
  appHint: {
    "zh-TW": "打開手機的驗證 App，輸入現在顯示的 6 個數字。",
    en: "Open the authenticator app and enter the 6 digits it shows now.",
  },
  recovery: { "zh-TW": "備援碼", en: "Recovery code" },
  recoveryHint: {
    "zh-TW": "輸入一組還沒用過的備援碼，例如 ABCD-EFGH-JKLM-NPQR。每組只能用一次。",
    en: "Enter one you have not used yet, like ABCD-EFGH-JKLM-NPQR. Each works once.",
  },
  useRecovery: { "zh-TW": "手機不在身邊？改用備援碼", en: "No phone at hand? Use a recovery code" },
  useApp: { "zh-TW": "改用驗證 App", en: "Use the app" },
  needCode: { "zh-TW": "請輸入六位數的驗證碼。", en: "Enter the six digits of the code." },
  needRecovery: { "zh-TW": "請輸入備援碼。", en: "Enter a recovery code." },
} as const satisfies Record<string, Sentence>;
