import type { Sentence } from "./words.ts";

/** Words of the captcha (M25). 驗證碼, 換下一個 are the manual's. */
export const captchaWords = {
  label: { "zh-TW": "驗證碼", en: "Captcha" },
  hint: { "zh-TW": "請輸入圖中的 3 個數字。", en: "Enter the 3 digits in the picture." },
  picture: { "zh-TW": "驗證碼圖片，裡面有三個數字", en: "Picture of three digits" },
  renew: { "zh-TW": "換下一個", en: "Next one" },
  speak: { "zh-TW": "語音播放", en: "Listen" },
  speakFailed: {
    "zh-TW": "沒辦法播放語音。請換下一個，或改用免輸入驗證。",
    en: "The sound did not play. Take the next one, or use the check without typing.",
  },
  loading: { "zh-TW": "圖片讀取中", en: "The picture is loading" },
  failed: { "zh-TW": "沒有拿到驗證碼。請按「換下一個」。", en: "The captcha did not load. Press “Next one”." },
  renewed: { "zh-TW": "驗證碼換新了，請輸入新的數字。", en: "There is a new captcha: enter its digits." },
  useWork: { "zh-TW": "改用免輸入驗證", en: "Use the check without typing" },
  useDigits: { "zh-TW": "改回輸入數字", en: "Back to typing digits" },
  workExplained: {
    "zh-TW": "這個裝置會自己算一題，算完就通過，不用看也不用聽。可以同時填其他欄位。",
    en: "This device solves a puzzle by itself. There is nothing to see, hear or type. You can go on with the form meanwhile.",
  },
  workHeading: { "zh-TW": "免輸入驗證", en: "Check without typing" },
  working: (percent: number): Sentence => ({ "zh-TW": `計算中，約 ${percent}%`, en: `Working, about ${percent}%` }),
  workDone: { "zh-TW": "驗證完成，可以送出了。", en: "Done: you can send the form." },
  workFailed: {
    "zh-TW": "這個裝置算不出來。請再試一次，或改回輸入數字。",
    en: "This device could not solve it. Try again, or go back to typing digits.",
  },
  workAgain: { "zh-TW": "再算一次", en: "Try again" },
  needDigits: { "zh-TW": "請輸入驗證碼圖片裡的 3 個數字。", en: "Enter the 3 digits of the captcha." },
  needWork: {
    "zh-TW": "免輸入驗證還沒完成，請等一下再送出。",
    en: "The check without typing is not done yet. Wait a moment, then send.",
  },
};
