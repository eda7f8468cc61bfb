import type { MessageWords } from "../messages.ts";
import type { Text, Texts } from "./text.ts";

/** What a signed-in person changed: told so that whoever was not the one can act. No SMS holds the new contact. */
export const ownChangeTexts: Texts<
  "code-contact" | "contact-changed" | "password-changed" | "county-linked" | "account-closed"
> = {
  "code-contact": {
    "zh-TW": ({ code, minutes }) => ({
      subject: `${code} 是您修改聯絡方式的驗證碼`,
      code,
      paragraphs: [
        "您正在修改教育雲端帳號的備用電子郵件信箱或行動電話。請在修改的頁面輸入這組六位數驗證碼：",
        `驗證碼 ${minutes} 分鐘內有效。`,
        "不是您要修改的嗎？請不要理會這封信，也不要把驗證碼告訴任何人，包括客服人員。",
      ],
      sms: `${code} 是修改教育雲端帳號聯絡方式的驗證碼，${minutes}分鐘內有效，請勿告訴任何人。`,
    }),
    en: ({ code, minutes }) => ({
      subject: `${code} is your code to change the contact`,
      code,
      paragraphs: [
        "You are changing the e-mail address or mobile number of your education cloud account. Enter this six-digit code on the page:",
        `The code works for ${minutes} minutes.`,
        "Not you? Ignore this mail and give the code to nobody, not even to the help desk.",
      ],
      sms: `${code} is the code to change the contact of your education account. Valid ${minutes} minutes. Give it to nobody.`,
    }),
  },
  "contact-changed": { "zh-TW": contactInChinese, en: contactInEnglish },
  "password-changed": {
    "zh-TW": ({ account }) => ({
      subject: "您的教育雲端帳號修改了密碼",
      paragraphs: [
        `教育雲端帳號 ${account} 的密碼已修改，其他裝置上的登入都已經結束。`,
        "如果是您本人修改的，不需要再做什麼。",
        "如果不是您本人修改的，請立即通知您的學校，或到本服務網站的「聯絡我們」告訴我們。",
        "請不要把密碼告訴任何人，包括客服人員。",
      ],
      sms: "您的教育雲端帳號修改了密碼，其他裝置上的登入都已結束。若非您本人，請立即聯絡學校或客服。",
    }),
    en: ({ account }) => ({
      subject: "The password of your education cloud account was changed",
      paragraphs: [
        `The password of the education cloud account ${account} was changed. Every sign-in on other devices has ended.`,
        "If it was you, there is nothing more to do.",
        "If it was not you, tell your school at once, or tell us at Contact us on our site.",
        "Give your password to nobody, not even to the help desk.",
      ],
      sms: "The password of your education account was changed and other sign-ins ended. Not you? Tell your school or the help desk at once.",
    }),
  },
  "county-linked": {
    "zh-TW": ({ account, county }) => ({
      subject: "您的教育雲端帳號連結了縣市帳號",
      paragraphs: [
        `教育雲端帳號 ${account} 已連結${county}的縣市帳號。從現在起，用這個縣市帳號也能登入。`,
        "如果是您本人辦理的，不需要再做什麼。",
        "如果不是您本人辦理的，請立即通知您的學校，或到本服務網站的「聯絡我們」告訴我們。",
      ],
      sms: "您的教育雲端帳號連結了縣市帳號，用它也能登入。若非您本人，請立即聯絡學校或客服。",
    }),
    en: ({ account, county }) => ({
      subject: "A county account was linked to your education cloud account",
      paragraphs: [
        `A county account of ${county} was linked to the education cloud account ${account}. From now on, the county account signs in too.`,
        "If it was you, there is nothing more to do.",
        "If it was not you, tell your school at once, or tell us at Contact us on our site.",
      ],
      sms: "A county account was linked to your education account and signs in too. Not you? Tell your school or the help desk at once.",
    }),
  },
  "account-closed": {
    "zh-TW": ({ account, days }) => ({
      subject: "您的教育雲端帳號已關閉",
      paragraphs: [
        `教育雲端帳號 ${account} 已關閉，先前的登入都已經結束，現在沒有人能登入。`,
        `${days} 天後會清除這個帳號的個人資料。在那之前想再使用，請到登入頁的「啟用帳號」辦理。`,
        "如果不是您本人關閉的，請立即通知您的學校，或到本服務網站的「聯絡我們」告訴我們。",
      ],
      sms: `您的教育雲端帳號已關閉，${days}天後清除個人資料，在那之前可到「啟用帳號」恢復。若非您本人，請立即聯絡學校或客服。`,
    }),
    en: ({ account, days }) => ({
      subject: "Your education cloud account is closed",
      paragraphs: [
        `The education cloud account ${account} is closed. Every sign-in has ended and nobody can sign in now.`,
        `In ${days} days the personal data of the account are erased. To use it again before that, go to Enable account on the sign-in page.`,
        "If it was not you, tell your school at once, or tell us at Contact us on our site.",
      ],
      sms: `Your education account is closed. Its data are erased in ${days} days; until then use Enable account. Not you? Tell your school or the help desk.`,
    }),
  },
};

function contactInChinese({ account, masked, hours, restored }: MessageWords["contact-changed"]): Text {
  const own = "如果是您本人辦理的，不需要再做什麼。";
  if (restored)
    return {
      subject: "您的教育雲端帳號復原了聯絡方式",
      paragraphs: [
        `教育雲端帳號 ${account} 的聯絡方式已改回 ${masked}，先前的登入都已經結束。`,
        own,
        "如果不是您本人辦理的，請立即通知您的學校，或到本服務網站的「聯絡我們」告訴我們。",
      ],
      sms: "您的教育雲端帳號的聯絡方式已復原，先前的登入都已結束。若非您本人，請立即聯絡學校或客服。",
    };
  return {
    subject: "您的教育雲端帳號修改了聯絡方式",
    paragraphs: [
      `教育雲端帳號 ${account} 的聯絡方式已改為 ${masked}，這裡不再是這個帳號的聯絡方式。`,
      own,
      hours === undefined
        ? "如果不是您本人辦理的，請立即通知您的學校，或到本服務網站的「聯絡我們」告訴我們。"
        : `如果不是您本人辦理的，${hours} 小時內可以復原；也請立即通知您的學校，或到本服務網站的「聯絡我們」告訴我們。`,
    ],
    sms: `您的教育雲端帳號修改了聯絡方式${hours === undefined ? "" : `，${hours}小時內可以復原`}。若非您本人，請立即聯絡學校或客服。`,
  };
}

function contactInEnglish({ account, masked, hours, restored }: MessageWords["contact-changed"]): Text {
  const own = "If it was you, there is nothing more to do.";
  if (restored)
    return {
      subject: "A contact of your education cloud account was put back",
      paragraphs: [
        `The contact of the education cloud account ${account} is ${masked} again. Every sign-in has ended.`,
        own,
        "If it was not you, tell your school at once, or tell us at Contact us on our site.",
      ],
      sms: "A contact of your education account was put back and every sign-in ended. Not you? Tell your school or the help desk at once.",
    };
  return {
    subject: "A contact of your education cloud account was changed",
    paragraphs: [
      `The contact of the education cloud account ${account} is now ${masked}. The account does not use this one any more.`,
      own,
      hours === undefined
        ? "If it was not you, tell your school at once, or tell us at Contact us on our site."
        : `If it was not you, the change can be undone within ${hours} hours. Tell your school at once too, or tell us at Contact us on our site.`,
    ],
    sms: `A contact of your education account was changed.${hours === undefined ? "" : ` It can be undone within ${hours} hours.`} Not you? Tell your school or the help desk at once.`,
  };
}
