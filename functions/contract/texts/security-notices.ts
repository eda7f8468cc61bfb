import type { Texts } from "./text.ts";

/** Told to every known contact, proved or not: no name of a person in it, and nothing that helps whoever is not the owner. */
export const securityTexts: Texts<"password-reset" | "account-shown" | "account-frozen"> = {
  // Said of what was begun: it is true also when the reset broke off after every session had ended.
  "password-reset": {
    "zh-TW": ({ account }) => ({
      subject: "您的教育雲端帳號剛剛辦理了密碼重設",
      paragraphs: [
        `教育雲端帳號 ${account} 剛剛辦理了密碼重設，先前的登入都已經結束。`,
        "如果是您本人辦理的，不需要再做什麼。",
        "如果不是您本人辦理的，請立即通知您的學校，或到本服務網站的「聯絡我們」告訴我們。",
        "請不要把密碼告訴任何人，包括客服人員。",
      ],
      sms: "您的教育雲端帳號剛剛辦理了密碼重設，先前的登入都已結束。若非您本人，請立即聯絡學校或客服。",
    }),
    en: ({ account }) => ({
      subject: "The password of your education cloud account was reset",
      paragraphs: [
        `A password reset was carried out for the education cloud account ${account}. Every earlier sign-in has ended.`,
        "If it was you, there is nothing more to do.",
        "If it was not you, tell your school at once, or tell us at Contact us on our site.",
        "Give your password to nobody, not even to the help desk.",
      ],
      sms: "A password reset was carried out for your education account and every sign-in ended. Not you? Tell your school or the help desk at once.",
    }),
  },
  "account-shown": {
    "zh-TW": ({ account }) => ({
      subject: "有人查詢了您的教育雲端帳號",
      paragraphs: [
        `有人在「忘記帳號」查到您的教育雲端帳號是 ${account}。`,
        "如果是您本人查詢的，不需要再做什麼。",
        "如果不是您本人查詢的：密碼沒有改變，別人只知道帳號還不能登入。請確定密碼不容易猜到，也沒有在別處使用。",
      ],
      sms: "有人在「忘記帳號」查詢了您的教育雲端帳號，密碼沒有改變。若非您本人，請聯絡學校或客服。",
    }),
    en: ({ account }) => ({
      subject: "Somebody looked up your education cloud account",
      paragraphs: [
        `Somebody found at Forgot account that your education cloud account is ${account}.`,
        "If it was you, there is nothing more to do.",
        "If it was not you: the password has not changed, and nobody can sign in with the account alone. Make sure that the password is hard to guess and used nowhere else.",
      ],
      sms: "Somebody looked up your education account at Forgot account. The password has not changed. Not you? Tell your school or the help desk.",
    }),
  },
  "account-frozen": {
    "zh-TW": ({ account }) => ({
      subject: "您的教育雲端帳號已凍結",
      paragraphs: [
        `有人在我們寄給您的通知裡按了「不是我」，所以教育雲端帳號 ${account} 已凍結，先前的登入都已經結束，現在沒有人能登入。`,
        "我們已建立案件，會有人處理，並用您留下的方式與您聯絡。",
        "想再使用，請到登入頁的「啟用帳號」，以傳送驗證碼的方式啟用。",
      ],
      sms: "您的教育雲端帳號已因有人按了「不是我」而凍結，現在沒有人能登入。可到「啟用帳號」以驗證碼啟用。",
    }),
    en: ({ account }) => ({
      subject: "Your education cloud account is frozen",
      paragraphs: [
        `Somebody pressed “This was not me” in a notice we sent you. The education cloud account ${account} is frozen: every sign-in has ended and nobody can sign in now.`,
        "We have opened a case. Somebody takes care of it and will write to you.",
        "To use the account again, go to Enable account on the sign-in page and have a code sent to you.",
      ],
      sms: "Your education account is frozen because somebody pressed This was not me. To use it again, have a code sent to you at Enable account.",
    }),
  },
};
