import type { Texts } from "./text.ts";

/** What 其他 read who register with an e-mail address (M20), or whose address somebody registers with. */
export const publicRegistrationTexts: Texts<"code-public" | "public-account-exists"> = {
  "code-public": {
    "zh-TW": ({ code, minutes, hours }) => ({
      subject: `${code} 是您啟用帳號的驗證碼`,
      code,
      paragraphs: [
        "有人用這個電子郵件信箱註冊了教育雲端帳號。請在註冊的頁面輸入這組六位數驗證碼，並輸入註冊時設定的密碼：",
        `驗證碼 ${minutes} 分鐘內有效。`,
        `不在註冊的頁面了嗎？也可以用下面的連結啟用帳號，${hours} 小時內有效，換一台裝置也可以。`,
        "不是您註冊的嗎？不理會這封信，帳號就不會啟用；或打開下面的連結，按「不是我」。不要把驗證碼告訴任何人，包括客服人員。",
      ],
      sms: `${code} 是啟用教育雲端帳號的驗證碼，${minutes}分鐘內有效，請勿告訴任何人。`,
    }),
    en: ({ code, minutes, hours }) => ({
      subject: `${code} is your code to activate the account`,
      code,
      paragraphs: [
        "Somebody registered for an education cloud account with this e-mail address. Enter this six-digit code on the registration page, with the password you chose there:",
        `The code works for ${minutes} minutes.`,
        `No longer on that page? The link below activates the account too. It works for ${hours} hours, on any device.`,
        "Not you? Ignore this mail and there will be no account, or open the link and press “This was not me”. Give the code to nobody, not even to the help desk.",
      ],
      sms: `${code} is the code to activate your education account. Valid ${minutes} minutes. Give it to nobody.`,
    }),
  },
  "public-account-exists": {
    "zh-TW": ({ account }) => ({
      subject: "這個電子郵件信箱已經有教育雲端帳號",
      paragraphs: [
        "剛剛有人用這個電子郵件信箱註冊教育雲端帳號。",
        `您已經有帳號 ${account}，不需要再註冊，請直接登入。忘了密碼，請到登入頁的「忘記教育雲端密碼」；帳號停用了，請到「啟用帳號」。`,
        "不是您註冊的嗎？不需要做什麼，您的帳號沒有任何改變。",
      ],
      sms: "您已經有教育雲端帳號，不需要再註冊，請直接登入。",
    }),
    en: ({ account }) => ({
      subject: "This e-mail address has an education cloud account already",
      paragraphs: [
        "Somebody has just registered for an education cloud account with this e-mail address.",
        `You have the account ${account} already, so there is no need to register: sign in with it. If you forgot the password, go to Forgot password on the sign-in page; if the account is disabled, go to Enable your account.`,
        "Was it not you? There is nothing to do. Your account has not changed.",
      ],
      sms: "You have an education account already. There is no need to register: sign in with it.",
    }),
  },
};
