import type { Sentence } from "./words.ts";

/** Words of 登入中的裝置. */
export const devicesWords = {
  title: { "zh-TW": "登入中的裝置", en: "Where you are signed in" },
  lead: {
    "zh-TW": "這個帳號正在這些電腦和手機上登入。有不認識的，請結束它，再變更密碼。",
    en: "This account is signed in on these computers and phones. If you do not know one, end it and change your password.",
  },
  current: { "zh-TW": "現在這個裝置", en: "This device" },
  address: { "zh-TW": "網路位址（IP）", en: "Network address (IP)" },
  startedAt: { "zh-TW": "登入時間", en: "Signed in" },
  lastSeenAt: { "zh-TW": "最近使用", en: "Last used" },
  end: { "zh-TW": "結束這個登入", en: "End this sign-in" },
  endOthers: { "zh-TW": "結束其他所有登入", en: "End all other sign-ins" },
  only: { "zh-TW": "沒有其他裝置登入這個帳號。", en: "The account is signed in nowhere else." },
  ended: (count: number): Sentence => ({
    "zh-TW": count === 0 ? "那個登入已經結束了。" : `已結束 ${count} 個登入。`,
    en: count === 0 ? "It had ended already." : count === 1 ? "1 sign-in was ended." : `${count} sign-ins were ended.`,
  }),
  password: { "zh-TW": "變更密碼", en: "Change your password" },
  signOutHere: {
    "zh-TW": "要結束現在這個裝置的登入，請按上方的「登出」。",
    en: "To end the sign-in on this device, press Sign out at the top.",
  },
} as const;
