import type { Channel, Language, MessageKind, MessageWords } from "./messages.ts";
import { accountTexts } from "./texts/account-notices.ts";
import { caseTexts } from "./texts/cases.ts";
import { codeTexts } from "./texts/codes.ts";
import { legacyTexts } from "./texts/legacy.ts";
import { ownChangeTexts } from "./texts/own-changes.ts";
import { personalDataTexts } from "./texts/personal-data.ts";
import { publicRegistrationTexts } from "./texts/public-registration.ts";
import { secondFactorTexts } from "./texts/second-factor.ts";
import { securityTexts } from "./texts/security-notices.ts";
import type { Text, Texts } from "./texts/text.ts";

/** What is said, in both languages. SMS: one segment, code first, no link. Mail: text and HTML say the same. */
export interface Said {
  readonly kind: MessageKind;
  readonly language: Language;
  readonly words: MessageWords[MessageKind];
}

const texts: Texts<MessageKind> = {
  ...codeTexts,
  ...publicRegistrationTexts,
  ...legacyTexts,
  ...accountTexts,
  ...securityTexts,
  ...ownChangeTexts,
  ...secondFactorTexts,
  ...personalDataTexts,
  ...caseTexts,
};
export const messageKinds = Object.keys(texts) as MessageKind[];

const service = { "zh-TW": "教育體系單一簽入服務", en: "Education Single Sign-On" } as const;
/** The links a notice may have, in the order shown: only to a page of the site's own. */
const linkPages = { activate: "public/activate", undo: "contact-undo", notMe: "not-me" } as const;
const linkWords = {
  "zh-TW": {
    activate: { link: "啟用帳號", why: "用這個連結啟用帳號：" },
    undo: {
      link: "復原聯絡方式",
      why: "想保留原來的聯絡方式嗎？請按「復原聯絡方式」：聯絡方式會改回來，所有登入都會結束。",
    },
    notMe: { link: "不是我", why: "不是您本人嗎？請按「不是我」：我們會凍結帳號、結束所有登入，並且建立案件。" },
  },
  en: {
    activate: { link: "Activate the account", why: "Activate the account with this link:" },
    undo: {
      link: "Undo the change",
      why: "Do you want to keep the old contact? Press “Undo the change”: the contact comes back and every sign-in ends.",
    },
    notMe: {
      link: "This was not me",
      why: "Was it not you? Press “This was not me”: we freeze the account, end every sign-in and open a case.",
    },
  },
} as const;

const textOf = (said: Said, channel: Channel): Text =>
  (texts[said.kind][said.language] as (words: never, channel: Channel) => Text)(plain(said.words) as never, channel);

/** The mail of a message: no tracking, no remote image, the code in the subject's reach of a lock screen. */
export function mailOf(said: Said): { subject: string; text: string; html: string } {
  const { subject, paragraphs, code, quoted } = textOf(said, "email");
  const [first = "", ...rest] = paragraphs;
  const links = linksOf(said);

  const text = [
    first,
    ...(code === undefined ? [] : [code]),
    ...rest,
    ...(quoted === undefined ? [] : [quoted.replace(/^/gm, "> ")]),
    ...links.flatMap(({ why, link, to }) => [why, `${link}\n${to}`]),
    service[said.language],
  ].join("\n\n");

  const body = [
    paragraph(first),
    ...(code === undefined ? [] : [paragraph(code, "font-size:32px;letter-spacing:6px;font-weight:700")]),
    ...rest.map((line) => paragraph(line)),
    ...(quoted === undefined
      ? []
      : [paragraph(quoted, "white-space:pre-wrap;border-left:4px solid;padding-left:12px")]),
    ...links.flatMap(({ why, link, to }) => [paragraph(why), `<p><a href="${escapeHtml(to)}">${link}</a></p>`]),
    paragraph(service[said.language]),
  ].join("");
  const html = `<!doctype html><html lang="${said.language}"><body style="font-family:system-ui,sans-serif;font-size:16px;line-height:1.6">${body}</body></html>`;
  return { subject, text, html };
}

export const smsOf = (said: Said): string => textOf(said, "sms").sms;

/** No word breaks its line or turns the writing's direction, whoever wrote it (T24, T28); only a description has lines. */
function plain(words: object): object {
  return Object.fromEntries(
    Object.entries(words).map(([name, word]) => [name, name === "description" ? plainLines(word) : plainWord(word)]),
  );
}

function plainWord(word: unknown): unknown {
  if (typeof word === "string") return word.replace(/[\p{Cc}\p{Bidi_Control}\p{Cs}\u2028\u2029]+/gu, " ");
  return typeof word === "object" && word !== null ? plain(word) : word;
}

const plainLines = (text: unknown): string =>
  String(text)
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map(plainWord)
    .join("\n");

/** The links of a notice that are one of a site: https, or this machine's own. Nothing else is ever made a link (T24). */
function linksOf({ words, language }: Said): { why: string; link: string; to: string }[] {
  return (Object.keys(linkPages) as (keyof typeof linkPages)[]).flatMap((name) => {
    const to = String((words as Readonly<Record<string, unknown>>)[name] ?? "");
    const own = new RegExp(`${siteAddress}${linkPages[name]}#[A-Za-z0-9_.~-]+$`);
    return own.test(to) ? [{ ...linkWords[language][name], to }] : [];
  });
}
const siteAddress = String.raw`^(?:https:\/\/[a-z0-9.-]+|http:\/\/localhost)(?::\d+)?\/[A-Za-z0-9/_.-]*`;

const paragraph = (text: string, style?: string) =>
  `<p${style === undefined ? "" : ` style="${style}"`}>${escapeHtml(text)}</p>`;

/** A name is text, never markup (T23, T24). */
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
