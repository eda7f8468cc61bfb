import type { Texts } from "./text.ts";

/** Before anything changes (T15): it says what was opened, and that the password is still the same. */
export const personalDataTexts: Texts<"personal-data-matched"> = {
  "personal-data-matched": {
    "zh-TW": ({ account }) => ({
      subject: "有人以個人基本資料為您的教育雲端帳號設定新密碼",
      paragraphs: [
        `有人填寫了您的姓名、證號與學校，正要為教育雲端帳號 ${account} 設定新的密碼。密碼目前還沒有改變。`,
        "如果是您本人辦理的，不需要再做什麼。",
        "如果不是您本人辦理的，請立即通知您的學校，或到本服務網站的「聯絡我們」告訴我們。",
        "請不要把密碼告訴任何人，包括客服人員。",
      ],
      sms: "有人以個人基本資料，正要為您的教育雲端帳號設定新密碼，目前尚未改變。若非您本人，請立即聯絡學校或客服。",
    }),
    en: ({ account }) => ({
      subject: "Somebody is setting a new password for your education cloud account by personal data",
      paragraphs: [
        `Somebody gave your name, ID number and school, and is about to set a new password for the education cloud account ${account}. The password has not changed yet.`,
        "If it was you, there is nothing more to do.",
        "If it was not you, tell your school at once, or tell us at Contact us on our site.",
        "Give your password to nobody, not even to the help desk.",
      ],
      sms: "Somebody with your personal data is about to set a new password for your education account. Not you? Tell your school or the help desk at once.",
    }),
  },
};
