import type { Language, MessageKind, MessageWords } from "../../../functions/contract/messages.ts";

type SampleWords = { readonly [K in MessageKind]: Readonly<Record<Language, MessageWords[K]>> };

/** Words to show each kind of message with: nobody's. `origin` is this site's. */
export function sampleWords(origin: string): SampleWords {
  const both = <T>(words: T) => ({ "zh-TW": words, en: words });
  const account = "wang.xiaoming@educloud.example";
  const notMe = `${origin}/not-me#a.sample.that.opens.nothing`;
  const undo = `${origin}/contact-undo#a.sample.that.opens.nothing`;
  const codeCase = { number: "K7Q2-9MXD", code: "4H8TPW2R6C" };
  return {
    "code-register": both({ codes: { email: "204817", sms: "593026" }, minutes: 10 }),
    "code-reset": both({ code: "204817", minutes: 10 }),
    "code-activate": both({ code: "204817", minutes: 10 }),
    "code-public": both({
      code: "204817",
      minutes: 10,
      activate: `${origin}/public/activate#a.sample.that.opens.nothing`,
      hours: 24,
    }),
    "public-account-exists": both({ account: "lin.meihua@example.org" }),
    "legacy-linked": both({ account, platform: "數位學習服務平台（範例）", legacyAccount: "mei1980", notMe }),
    "legacy-password": both({ platform: "數位學習服務平台（範例）", password: "hT7kpW2mQ9", hours: 24 }),
    welcome: { "zh-TW": { account, name: "王小明" }, en: { account, name: "Wang Xiao-Ming" } },
    "password-reset": both({ account, notMe }),
    "account-shown": both({ account, notMe }),
    "account-activated": both({ account, notMe }),
    "account-disabled": both({ account, notMe }),
    "personal-data-matched": both({ account, notMe }),
    "account-frozen": both({ account }),
    "code-contact": both({ code: "204817", minutes: 10 }),
    "contact-changed": both({ account, masked: "w***@example.org", hours: 72, undo, notMe }),
    "password-changed": both({ account, notMe }),
    "second-factor-changed": both({ account, now: "on", notMe }),
    "recovery-code-used": both({ account, left: 9, notMe }),
    "recovery-codes-renewed": both({ account, notMe }),
    "second-factor-guessed": both({ account, notMe }),
    "county-linked": {
      "zh-TW": { account, county: "桃園市", notMe },
      en: { account, county: "Taoyuan City", notMe },
    },
    "account-closed": both({ account, days: 30, notMe }),
    "idle-warning": {
      "zh-TW": { account, days: 30, date: "2027年11月21日" },
      en: { account, days: 30, date: "21 November 2027" },
    },
    "case-opened": both(codeCase),
    "case-for-owner": {
      "zh-TW": {
        number: codeCase.number,
        category: "code-not-received",
        owner: "service-desk",
        name: "王小明",
        contact: "me@example.org",
        person: account,
        school: "範例國小",
        description: "我一直收不到驗證碼。\n手機號碼沒有換過，簡訊也沒有收到。",
      },
      en: {
        number: codeCase.number,
        category: "code-not-received",
        owner: "service-desk",
        name: "Wang Xiao-Ming",
        contact: "me@example.org",
        person: account,
        school: "Sample Elementary School",
        description: "No code ever arrives.\nI have the same number as before.",
      },
    },
  };
}
