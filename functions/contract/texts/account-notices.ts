import type { Texts } from "./text.ts";

/** The account begins, is about to end, or has ended. */
export const accountTexts: Texts<"welcome" | "idle-warning" | "account-disabled" | "account-activated"> = {
  welcome: {
    "zh-TW": ({ account, name }) => ({
      subject: "您的教育雲端帳號已建立",
      paragraphs: [
        `${name}，您好：`,
        `您的教育雲端帳號 ${account} 已建立完成，現在就可以登入。`,
        "如果這不是您申請的，請立即與您的學校或客服聯絡。",
      ],
      sms: "您的教育雲端帳號已建立。若非您本人申請，請聯絡學校或客服。",
    }),
    en: ({ account, name }) => ({
      subject: "Your education cloud account is ready",
      paragraphs: [
        `Dear ${name},`,
        `Your education cloud account ${account} is ready. You can sign in now.`,
        "If you did not apply for it, tell your school or the help desk at once.",
      ],
      sms: "Your education account is ready. If you did not apply for it, tell your school.",
    }),
  },
  "idle-warning": {
    "zh-TW": ({ account, days, date }) => ({
      subject: `您的教育雲端帳號將於 ${days} 天後停用`,
      paragraphs: [
        `教育雲端帳號 ${account} 已經很久沒有登入，將於 ${date}停用。`,
        "想繼續使用，請在這一天以前登入一次，不需要做別的事。",
        "不再使用的話，不必理會這封信。停用以後，仍然可以到登入頁的「啟用帳號」再次啟用。",
      ],
      sms: `您的教育雲端帳號很久沒有登入，將於${date}停用。請在此之前登入一次，即可繼續使用。`,
    }),
    en: ({ account, days, date }) => ({
      subject: `Your education cloud account will be disabled in ${days} days`,
      paragraphs: [
        `Nobody has signed in to the education cloud account ${account} for a long time. It will be disabled on ${date}.`,
        "To keep it, sign in once before that day. There is nothing else to do.",
        "If you do not need it any more, ignore this mail. A disabled account can be enabled again on the sign-in page.",
      ],
      sms: `Your education account will be disabled on ${date} because nobody signs in. Sign in once before that day to keep it.`,
    }),
  },
  "account-disabled": {
    "zh-TW": ({ account }) => ({
      subject: "您的教育雲端帳號已停用",
      paragraphs: [
        `教育雲端帳號 ${account} 已停用，先前的登入都已經結束。`,
        "想再使用，請到登入頁的「啟用帳號」辦理；不能自行啟用時，請聯絡您的學校。",
      ],
      sms: "您的教育雲端帳號已停用。想再使用，請到登入頁的「啟用帳號」辦理，或聯絡學校。",
    }),
    en: ({ account }) => ({
      subject: "Your education cloud account is disabled",
      paragraphs: [
        `The education cloud account ${account} is disabled. Every earlier sign-in has ended.`,
        "To use it again, go to Enable account on the sign-in page. If that is not allowed, ask your school.",
      ],
      sms: "Your education account is disabled. To use it again, go to Enable account on the sign-in page or ask your school.",
    }),
  },
  // Said of what was begun, as for a reset: true also when it broke off.
  "account-activated": {
    "zh-TW": ({ account }) => ({
      subject: "您的教育雲端帳號剛剛辦理了啟用",
      paragraphs: [
        `教育雲端帳號 ${account} 剛剛辦理了重新啟用，並設定新的密碼。`,
        "如果是您本人辦理的，不需要再做什麼。",
        "如果不是您本人辦理的，請立即通知您的學校，或到本服務網站的「聯絡我們」告訴我們。",
        "請不要把密碼告訴任何人，包括客服人員。",
      ],
      sms: "您的教育雲端帳號剛剛辦理了重新啟用。若非您本人，請立即聯絡學校或客服。",
    }),
    en: ({ account }) => ({
      subject: "Your education cloud account is being enabled",
      paragraphs: [
        `Somebody asked to enable the education cloud account ${account} again, with a new password.`,
        "If it was you, there is nothing more to do.",
        "If it was not you, tell your school at once, or tell us at Contact us on our site.",
        "Give your password to nobody, not even to the help desk.",
      ],
      sms: "Somebody has just enabled your education account again, with a new password. Not you? Tell your school or the help desk at once.",
    }),
  },
};
