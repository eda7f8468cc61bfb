import type { Texts } from "./text.ts";

/** What a person who waits for a code reads. SMS: the code comes first, where a lock screen shows it. */
export const codeTexts: Texts<"code-register" | "code-reset" | "code-activate"> = {
  "code-register": {
    "zh-TW": ({ codes, minutes }, channel) => ({
      subject: `${codes[channel]} 是您的驗證碼`,
      code: codes[channel] ?? "",
      paragraphs: [
        "您正在申請教育雲端帳號。請在申請頁面輸入這組六位數驗證碼：",
        `驗證碼 ${minutes} 分鐘內有效。`,
        "不是您申請的嗎？請不要理會這封信，也不要把驗證碼告訴任何人，包括客服人員。",
      ],
      sms: `${codes[channel]} 是您的教育雲端帳號驗證碼，${minutes}分鐘內有效，請勿告訴任何人。`,
    }),
    en: ({ codes, minutes }, channel) => ({
      subject: `${codes[channel]} is your verification code`,
      code: codes[channel] ?? "",
      paragraphs: [
        "You are applying for an education cloud account. Enter this six-digit code on the page:",
        `The code works for ${minutes} minutes.`,
        "Not you? Ignore this mail and give the code to nobody, not even to the help desk.",
      ],
      sms: `${codes[channel]} is your education account code. Valid ${minutes} minutes. Give it to nobody.`,
    }),
  },
  "code-reset": {
    "zh-TW": ({ code, minutes }) => ({
      subject: `${code} 是您重設密碼的驗證碼`,
      code,
      paragraphs: [
        "您正在重設教育雲端帳號的密碼。請在重設密碼的頁面輸入這組六位數驗證碼：",
        `驗證碼 ${minutes} 分鐘內有效。`,
        "不是您要重設的嗎？請不要理會這封信，密碼不會改變。不要把驗證碼告訴任何人，包括客服人員。",
      ],
      sms: `${code} 是重設教育雲端帳號密碼的驗證碼，${minutes}分鐘內有效，請勿告訴任何人。`,
    }),
    en: ({ code, minutes }) => ({
      subject: `${code} is your code to reset the password`,
      code,
      paragraphs: [
        "You are resetting the password of your education cloud account. Enter this six-digit code on the page:",
        `The code works for ${minutes} minutes.`,
        "Not you? Ignore this mail: the password stays as it is. Give the code to nobody, not even to the help desk.",
      ],
      sms: `${code} is the code to reset your education account password. Valid ${minutes} minutes. Give it to nobody.`,
    }),
  },
  "code-activate": {
    "zh-TW": ({ code, minutes }) => ({
      subject: `${code} 是您啟用帳號的驗證碼`,
      code,
      paragraphs: [
        "您正在啟用已停用的教育雲端帳號。請在啟用帳號的頁面輸入這組六位數驗證碼：",
        `驗證碼 ${minutes} 分鐘內有效。`,
        "不是您要啟用的嗎？請不要理會這封信，帳號不會啟用。不要把驗證碼告訴任何人，包括客服人員。",
      ],
      sms: `${code} 是啟用教育雲端帳號的驗證碼，${minutes}分鐘內有效，請勿告訴任何人。`,
    }),
    en: ({ code, minutes }) => ({
      subject: `${code} is your code to enable the account`,
      code,
      paragraphs: [
        "You are enabling your disabled education cloud account. Enter this six-digit code on the page:",
        `The code works for ${minutes} minutes.`,
        "Not you? Ignore this mail: the account stays disabled. Give the code to nobody, not even to the help desk.",
      ],
      sms: `${code} is the code to enable your education account. Valid ${minutes} minutes. Give it to nobody.`,
    }),
  },
};
