import type { Sentence } from "./words.ts";

/** Words of the ten recovery codes, shown once (M63, T42). */
export const recoveryCodesWords = {
  once: { "zh-TW": "備援碼只會顯示這一次", en: "The codes are shown only this once" },
  why: {
    "zh-TW": "手機不見、壞掉或換新的時候，用一組備援碼就能登入。每組只能用一次。",
    en: "If your phone is lost, broken or new, one of them signs you in. Each works once.",
  },
  keep: {
    "zh-TW": "請抄下來或印出來，收在安全的地方，不要和密碼放在一起，也不要給別人看。",
    en: "Write them down or print them and keep them safe, apart from your password. Show them to nobody.",
  },
  list: { "zh-TW": "十組備援碼", en: "Your ten recovery codes" },
  download: { "zh-TW": "下載文字檔", en: "Download as text" },
  print: { "zh-TW": "列印", en: "Print" },
  written: { "zh-TW": "我已經抄下來", en: "I have written them down" },
  needWritten: {
    "zh-TW": "請先把備援碼抄下來、下載或列印，再勾選「我已經抄下來」。",
    en: "Write the codes down, download or print them first, then tick the box.",
  },
  fileTitle: { "zh-TW": "教育雲端帳號備援碼", en: "Recovery codes of the education cloud account" },
  fileName: { "zh-TW": "教育雲端帳號備援碼.txt", en: "recovery-codes.txt" },
  fileNote: {
    "zh-TW": "每組只能用一次。請收在安全的地方，不要給別人看。",
    en: "Each works once. Keep them safe and show them to nobody.",
  },
} as const satisfies Record<string, Sentence>;
