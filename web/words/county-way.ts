import type { Sentence } from "./words.ts";

/** The county's button wherever it stands, and what 申請帳號 says of county accounts (M12–M14). */
export const countyWayWords = {
  heading: (county: string): Sentence => ({ "zh-TW": `${county}的縣市帳號`, en: `${county} account` }),
  explain: {
    "zh-TW": "有縣市帳號的話，登入縣市就不用填寫個人資料。",
    en: "With a county account you sign in there and need not enter your details.",
  },
  going: { "zh-TW": "正在前往縣市的登入頁面…", en: "Going to the county's sign-in page…" },
  or: { "zh-TW": "或填寫個人資料", en: "Or enter your details" },
  signInAndLink: { "zh-TW": "登入並連結縣市帳號", en: "Sign in and link the county account" },
  linkedLater: {
    "zh-TW": "這個縣市帳號還沒有教育雲端帳號，所以現在來申請。申請完成後，就可以用縣市帳號登入。",
    en: "There is no education cloud account with this county account yet, so you apply for one now. When it is made, you can sign in with the county account.",
  },
  confirmedTitle: { "zh-TW": "縣市帳號已經確認", en: "Your county account is confirmed" },
  confirmed: (county: string): Sentence => ({
    "zh-TW": `您的${county}縣市帳號沒問題。請再填寫下面的資料；申請完成後，會自動連結這個縣市帳號。`,
    en: `We know your ${county} account. Please enter these details too; when the account is made, the county account is linked to it.`,
  }),
};
