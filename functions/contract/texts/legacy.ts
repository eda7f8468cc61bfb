import type { Texts } from "./text.ts";

/** What people read whose account of a legacy platform comes along (M82, M85). */
export const legacyTexts: Texts<"legacy-linked" | "legacy-password"> = {
  "legacy-linked": {
    "zh-TW": ({ account, platform, legacyAccount }) => ({
      subject: "您的平台帳號已合併到教育雲端帳號",
      paragraphs: [
        `「${platform}」的平台帳號 ${legacyAccount} 已合併到教育雲端帳號 ${account}，學習歷程會跟著移過來。`,
        "從現在起，請用教育雲端帳號登入這個平台；原平台帳號不再能登入。",
        "如果不是您本人辦理的，請立即到本服務網站的「聯絡我們」告訴我們，由客服處理。",
      ],
      sms: "您的平台帳號已合併到教育雲端帳號。若非您本人，請立即聯絡客服。",
    }),
    en: ({ account, platform, legacyAccount }) => ({
      subject: "Your platform account was joined with your education cloud account",
      paragraphs: [
        `The account ${legacyAccount} of ${platform} was joined with the education cloud account ${account}. Your learning history moves with it.`,
        "From now on, sign in to the platform with the education cloud account. The old account does not sign in any more.",
        "If it was not you, tell us at once at Contact us on our site. The help desk takes care of it.",
      ],
      sms: "Your platform account was joined with your education account. Not you? Tell the help desk at once.",
    }),
  },
  "legacy-password": {
    "zh-TW": ({ platform, password, hours }) => ({
      subject: `「${platform}」平台帳號的一次性密碼`,
      code: password,
      paragraphs: [
        `您剛剛為「${platform}」的平台帳號辦理了「系統重設密碼」。請回到帳號整合的頁面，用這組密碼完成帳號合併：`,
        `這組密碼 ${hours} 小時內有效，只能用一次，也只能用來合併帳號，不能登入平台。`,
        "不是您辦理的嗎？請不要理會這封信，也不要把密碼告訴任何人，包括客服人員。",
      ],
      sms: "平台帳號的一次性密碼已寄到您的電子郵件信箱。請勿告訴任何人。",
    }),
    en: ({ platform, password, hours }) => ({
      subject: `One-use password for your account of ${platform}`,
      code: password,
      paragraphs: [
        `You asked for a new password of your account of ${platform}. Go back to the page where accounts are joined and finish with this password:`,
        `It works once, within ${hours} hours, and only to join the accounts. It does not sign in to the platform.`,
        "Not you? Ignore this mail. Give the password to nobody, not even to the help desk.",
      ],
      sms: "A one-use password for your platform account was sent to your e-mail address. Give it to nobody.",
    }),
  },
};
