import type { Language, MessageKind, MessageWords } from "./messages.ts";

/** What is said, in both languages. SMS: one segment, code first, no link. Mail: text and HTML say the same. */
export interface Said {
  readonly kind: MessageKind;
  readonly language: Language;
  readonly words: MessageWords[MessageKind];
}

interface Text {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly code?: string;
  readonly sms: string;
}

const service = { "zh-TW": "教育體系單一簽入服務", en: "Education Single Sign-On" } as const;

const texts: { [K in MessageKind]: Record<Language, (words: MessageWords[K], channel: "email" | "sms") => Text> } = {
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
};

const textOf = (said: Said, channel: "email" | "sms"): Text =>
  (texts[said.kind][said.language] as (words: never, channel: "email" | "sms") => Text)(said.words as never, channel);

/** The mail of a message: no tracking, no remote image, the code in the subject's reach of a lock screen. */
export function mailOf(said: Said): { subject: string; text: string; html: string } {
  const { subject, paragraphs, code } = textOf(said, "email");
  const [first = "", ...rest] = paragraphs;
  const shown = code === undefined ? [] : [code];
  const text = [first, ...shown, ...rest, service[said.language]].join("\n\n");
  const big = shown.map(
    (digits) => `<p style="font-size:32px;letter-spacing:6px;font-weight:700">${escapeHtml(digits)}</p>`,
  );
  const body = [`<p>${escapeHtml(first)}</p>`, ...big, ...rest.map((line) => `<p>${escapeHtml(line)}</p>`)].join("");
  const html = `<!doctype html><html lang="${said.language}"><body style="font-family:system-ui,sans-serif;font-size:16px;line-height:1.6">${body}<p>${service[said.language]}</p></body></html>`;
  return { subject, text, html };
}

export const smsOf = (said: Said): string => textOf(said, "sms").sms;

/** A name is text, never markup (T23, T24). */
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
