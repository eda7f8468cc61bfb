import { describe, expect, it } from "vitest";
import { mailOf, messageKinds, type Said, smsOf } from "../../functions/contract/message-texts.ts";
import type { Language, MessageKind, MessageWords } from "../../functions/contract/messages.ts";
import { policies } from "../../functions/contract/policy.ts";

const notMe = `https://account.example.edu.tw/not-me#${"abcDEF123_-.".repeat(40)}`;
const undo = `https://account.example.edu.tw/contact-undo#${"abcDEF123_-.".repeat(40)}`;
const activate = `https://account.example.edu.tw/public/activate#${"abcDEF123_-.".repeat(40)}`;
const account = "w".repeat(20).concat("@account.example.edu.tw");

/** The longest words there can be. */
const longest: { [K in MessageKind]: Record<Language, MessageWords[K]> } = {
  "code-register": both({ codes: { email: "000000", sms: "000000" }, minutes: 10 }),
  "code-reset": both({ code: "000000", minutes: 10 }),
  "code-activate": both({ code: "000000", minutes: 10 }),
  "code-public": both({ code: "000000", minutes: 10, activate, hours: 24 }),
  "public-account-exists": both({ account: `${"m".repeat(240)}@m.tw` }),
  "legacy-linked": both({ account, platform: "p".repeat(300), legacyAccount: "w".repeat(200), notMe }),
  "legacy-password": both({ platform: "p".repeat(300), password: "w".repeat(10), hours: 24 }),
  welcome: both({ account, name: "王".repeat(60) }),
  "password-reset": both({ account, notMe }),
  "account-shown": both({ account, notMe }),
  "account-activated": both({ account, notMe }),
  "account-disabled": both({ account, notMe }),
  "personal-data-matched": both({ account, notMe }),
  "account-frozen": both({ account }),
  "code-contact": both({ code: "000000", minutes: 10 }),
  "contact-changed": both({ account, masked: `w***@${"m".repeat(240)}.tw`, hours: 72, undo, notMe }),
  "password-changed": both({ account, notMe }),
  "second-factor-changed": both({ account, now: "off", notMe }),
  "recovery-code-used": both({ account, left: 10, notMe }),
  "recovery-codes-renewed": both({ account, notMe }),
  "second-factor-guessed": both({ account, notMe }),
  "county-linked": both({ account, county: "桃園市", notMe }),
  "account-closed": both({ account, days: 30, notMe }),
  "idle-warning": {
    "zh-TW": { account, days: 30, date: "2027年12月31日" },
    en: { account, days: 30, date: "30 September 2027" },
  },
  "case-opened": both({ number: "N".repeat(20), code: "C".repeat(16) }),
  "case-for-owner": both({
    number: "N".repeat(20),
    category: "code-not-received",
    owner: "service-desk",
    name: "王".repeat(60),
    contact: "c".repeat(254),
    person: "p".repeat(320),
    school: "校".repeat(60),
    description: "述".repeat(4_000),
  }),
};
const languages: readonly Language[] = ["zh-TW", "en"];
const every = messageKinds.flatMap((kind) => languages.map((language) => [kind, language] as const));
const said = (kind: MessageKind, language: Language, words: object = longest[kind][language]): Said => ({
  kind,
  language,
  words: words as Said["words"],
});

function both<T>(words: T): Record<Language, T> {
  return { "zh-TW": words, en: words };
}

/** GSM 03.38: the basic set, one septet each; of its extension (two septets each) we use nothing. */
const gsmBasic = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]*$/;
const hostile = `</p><script>alert(1)</script><img src=x onerror=alert(2)>"'&\r\nBcc: thief@evil.test\u2028\u202e\0x`;

describe("what an SMS says (S4)", () => {
  it.each(every)("%s in %s is one segment with the longest words, and holds no link", (kind, language) => {
    const sms = smsOf(said(kind, language));
    if (language === "en") expect(sms).toMatch(gsmBasic);
    expect(sms.length).toBeLessThanOrEqual(language === "en" ? 160 : 70);
    expect(sms).not.toMatch(/https?:|www\.|not-me|contact-undo|public\/activate/);
  });

  it.each(every.filter(([kind]) => kind.startsWith("code-")))("%s in %s begins with the code", (kind, language) => {
    expect(smsOf(said(kind, language))).toMatch(/^000000 /);
  });

  it.each(every)("%s in %s holds nothing that a person wrote or that is the person's (T24)", (kind, language) => {
    const sms = smsOf(said(kind, language));
    expect(sms).not.toMatch(/王|pppp|cccc|www|mmmm|述|校{2}/);
  });
});

describe("what a mail says", () => {
  it.each(every)("%s in %s says the same as text and as HTML, and loads nothing from anywhere", (kind, language) => {
    const { subject, text, html } = mailOf(said(kind, language));
    expect(subject).not.toMatch(/\p{Cc}/u);
    expect(subject.length).toBeGreaterThan(5);
    const words = (of: string) => of.replace(/^> /gm, "").replace(/\s+/g, "");
    const shown = html
      .replace(/<a href="([^"]*)">([^<]*)<\/a>/g, "$2$1")
      .replace(/<[^>]*>/g, "")
      .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
    expect(words(shown)).toBe(words(text));
    expect(html).not.toMatch(/<(img|script|link|iframe|form|meta)|url\(|src=/);
    expect(html).toContain(`lang="${language}"`);
  });

  it.each(every)("%s in %s: no word of it becomes markup, a header or another line (T23, T24)", (kind, language) => {
    const spoilt = JSON.parse(JSON.stringify(longest[kind][language]), (_key, value) =>
      typeof value === "string" ? hostile : value,
    );
    const before = mailOf(
      said(kind, language, { ...longest[kind][language], notMe: undefined, undo: undefined, activate: undefined }),
    );
    const { subject, text, html } = mailOf(said(kind, language, spoilt));
    const tags = (of: string) => of.match(/<\/?[a-z!][^>]*>/g);
    expect(tags(html)).toEqual(tags(before.html));
    expect(subject).not.toMatch(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u);
    expect(text).not.toMatch(/^Bcc:/m);
    for (const shown of [text, html, smsOf(said(kind, language, spoilt))])
      expect(shown).not.toMatch(/[\p{Bidi_Control}\u2028\u2029\0\r]/u);
  });

  it("a description keeps its lines, each marked as somebody else's", () => {
    const words = { ...longest["case-for-owner"].en, description: "one\r\ntwo\nOwner: me" };
    const { text, html } = mailOf(said("case-for-owner", "en", words));
    expect(text).toContain("\n> one\n> two\n> Owner: me\n");
    expect(html).toContain(">one\ntwo\nOwner: me</p>");
  });

  it("an owner is told the category and the owner in words", () => {
    expect(mailOf(said("case-for-owner", "zh-TW")).text).toContain("問題分類：收不到驗證碼\n\n負責單位：客服");
    expect(mailOf(said("case-for-owner", "en")).subject).toContain("I did not get a code");
  });

  it("a warning names the day, for both warnings of the policy", () => {
    for (const seconds of policies.seed.idle.warnBefore) {
      const words = { account, days: seconds / 86_400, date: "2027年12月31日" };
      const { subject, text } = mailOf(said("idle-warning", "zh-TW", words));
      expect([subject, text].join()).toMatch(new RegExp(`將於 ${seconds / 86_400} 天後停用.*2027年12月31日停用`, "s"));
    }
  });
});

describe("the way back of a changed contact (M35, T20)", () => {
  it.each(languages)("in %s the mail has the link to undo it, before 不是我", (language) => {
    const { text, html } = mailOf(said("contact-changed", language));
    const words = language === "en" ? "Undo the change" : "復原聯絡方式";
    expect(text).toContain(`${words}\n${undo}\n`);
    expect(html).toContain(`<a href="${undo}">${words}</a>`);
    expect(html.indexOf(undo)).toBeLessThan(html.indexOf(notMe));
  });

  it.each(["https://evil.test/contact-undo?x", undo.replace("contact-undo", "not-me"), "//evil.test/contact-undo#x"])(
    "%s is no such link and is left out",
    (link) => {
      const words = { account, masked: "w***@m.tw", hours: 72, undo: link };
      expect(mailOf(said("contact-changed", "en", words)).html).not.toContain("<a ");
    },
  );

  it.each(languages)("in %s the taking back is told as that, and cannot be taken back itself", (language) => {
    const back = said("contact-changed", language, { account, masked: "w***@m.tw", restored: true });
    const { subject, text } = mailOf(back);
    expect(`${subject} ${text}`).toMatch(
      language === "en" ? /put back.*w\*\*\*@m\.tw again/s : /復原.*改回 w\*\*\*@m\.tw/s,
    );
    expect(text).not.toMatch(/undefined|contact-undo/);
    expect(smsOf(back).length).toBeLessThanOrEqual(language === "en" ? 160 : 70);
  });

  it.each(languages)("in %s a second factor says whether it is on or off now (M63)", (language) => {
    const [on, off] = (["on", "off"] as const).map((now) =>
      mailOf(said("second-factor-changed", language, { account, now })),
    );
    expect(on?.subject).not.toBe(off?.subject);
    expect(on?.text).toMatch(language === "en" ? /now has a second factor/ : /已啟用雙因子驗證/);
    expect(off?.text).toMatch(language === "en" ? /taken away/ : /已解除雙因子綁定/);
    expect(smsOf(said("second-factor-changed", language, { account, now: "on" })).length).toBeLessThanOrEqual(
      language === "en" ? 160 : 70,
    );
  });
});

describe("the link 不是我 (M48)", () => {
  const told = messageKinds.filter((kind) => "notMe" in longest[kind].en);
  const cases = told.flatMap((kind) => languages.map((language) => [kind, language] as const));

  it.each(cases)("%s in %s has it in the mail, with its words", (kind, language) => {
    const { text, html } = mailOf(said(kind, language));
    const words = language === "en" ? "This was not me" : "不是我";
    expect(text).toContain(`${words}\n${notMe}\n`);
    expect(html).toContain(`<a href="${notMe}">${words}</a>`);
  });

  it.each(cases)("%s in %s does without it when there is none", (kind, language) => {
    const words = { ...longest[kind][language], notMe: undefined, undo: undefined, activate: undefined };
    const { text, html } = mailOf(said(kind, language, words));
    expect(html).not.toContain("<a ");
    expect(text).not.toMatch(/不是我|This was not me|undefined/);
  });

  it.each([
    "javascript:alert(1)//not-me#x",
    "http://account.example.edu.tw/not-me#token",
    "https://account.example.edu.tw/other#token",
    `https://account.example.edu.tw/not-me#to"onclick="alert(1)`,
    "https://account.example.edu.tw@evil.test/not-me#token",
    "https://account.example.edu.tw/not-me?token",
    "//evil.test/not-me#token",
  ])("%s is no such link and is left out", (link) => {
    const { text, html } = mailOf(said("password-reset", "en", { account, notMe: link }));
    expect(html).not.toContain("<a ");
    expect(text).not.toContain("not-me");
  });

  it("works on this machine too", () => {
    const link = "http://localhost:8787/not-me#token";
    expect(mailOf(said("password-reset", "en", { account, notMe: link })).html).toContain(`href="${link}"`);
  });
});
