import type { Sentence } from "./words.ts";

// 教育雲帳號整合說明 (M80–M84): the notice is the manual's, with the platform and its moment filled in.

/** Words of the notice, before which nobody who comes to a platform for the first time is asked anything. */
export const linkNoticeWords = {
  title: { "zh-TW": "教育雲帳號整合說明", en: "Your platform account and your education cloud account" },
  lead: (platform: string): Sentence => ({
    "zh-TW": `您第一次用教育雲端帳號來到「${platform}」。請先讀說明，再選一個。`,
    en: `This is the first time you come to “${platform}” with your education cloud account. Read this, then choose.`,
  }),
  policy: {
    "zh-TW":
      "為配合教育部整合教育體系之雲端學習資源與服務政策，將透過教育體系的單一帳號登入，串連使用各縣市建置分享的雲端服務，享受開放式的學習資源。",
    en: "The Ministry of Education brings the learning resources and services of schools together. One account signs you in to the cloud services that all counties share.",
  },
  portal: {
    "zh-TW":
      "「教育雲入口網」將為唯一登入介面，若無縣市單一簽入帳號之會員，請申請教育雲帳號。系統會將您在本平台上的學習歷程對應到新的帳號。",
    en: "The education cloud portal will be the only way to sign in. Members without a county account apply for an education cloud account. Your learning history on this platform moves to the new account.",
  },
  portalNow: {
    "zh-TW":
      "「教育雲入口網」為唯一登入介面，若無縣市單一簽入帳號之會員，請申請教育雲帳號。系統會將您在本平台上的學習歷程對應到新的帳號。",
    en: "The education cloud portal is the only way to sign in. Members without a county account apply for an education cloud account. Your learning history on this platform moves to the new account.",
  },
  /** `last`: the last minute of the old sign-in; `from`: the moment after it. */
  ends: (last: Sentence, from: Sentence): Sentence => ({
    "zh-TW": `為避免使用者無法即時申請教育雲帳號，原平台帳號登入功能將維持至${last["zh-TW"]}，會員可選擇用原平台登入方式或至教育雲入口網申請新帳號登入；${from["zh-TW"]}起，平台首頁之登入功能將取消，改至「教育雲入口網」統一登入。`,
    en: `Not everybody has an education cloud account yet, so the old sign-in works until ${last.en}: until then you may sign in the old way or with the new account. From ${from.en} the platform's own sign-in is gone, and everybody signs in at the education cloud portal.`,
  }),
  ended: (last: Sentence, from: Sentence): Sentence => ({
    "zh-TW": `原平台帳號登入功能已於${last["zh-TW"]}截止；${from["zh-TW"]}起，平台首頁之登入功能已取消，改至「教育雲入口網」統一登入。`,
    en: `The old sign-in worked until ${last.en}. Since ${from.en} the platform's own sign-in is gone, and everybody signs in at the education cloud portal.`,
  }),
  help: (help: string): Sentence => ({
    "zh-TW": `若有相關疑問，請撥${help}`,
    en: `Any questions? Ask: ${help}`,
  }),
  signed: (platform: string): Sentence => ({ "zh-TW": `${platform} 敬上`, en: platform }),
  which: { "zh-TW": "請選擇", en: "Choose one" },
  have: { "zh-TW": "已有平台帳號", en: "I have a platform account" },
  haveAbout: {
    "zh-TW": "輸入原來的平台帳號、平台密碼，學習歷程會跟著您過來。",
    en: "Enter it with its password, and your learning history comes along.",
  },
  haveNot: { "zh-TW": "尚未有平台資訊", en: "I have no platform account" },
  haveNotAbout: {
    "zh-TW": "第一次用這個平台，請填一張資料表。",
    en: "New to the platform: fill in one form.",
  },
  linkingEnded: { "zh-TW": "平台帳號合併已經截止", en: "Platform accounts are joined no more" },
  linkingEndedSince: (moment: Sentence, help: string): Sentence => ({
    "zh-TW": `${moment["zh-TW"]}起不再辦理合併。要找原來的學習歷程，請撥${help}`,
    en: `Since ${moment.en} accounts are joined no more. For your earlier learning history, ask: ${help}`,
  }),
  refuse: (platform: string): Sentence => ({
    "zh-TW": `取消，回到「${platform}」`,
    en: `Cancel and go back to “${platform}”`,
  }),
  refuseMeans: {
    "zh-TW": "取消的話，什麼都不會改變，也不會登入。下次登入時會再問您。",
    en: "If you cancel nothing changes and you are not signed in there. You are asked again the next time.",
  },
} as const satisfies Record<string, Sentence | ((...values: never[]) => Sentence)>;

/** Words of 已有平台帳號 and of the question whether it is one's own. */
export const linkAccountWords = {
  title: { "zh-TW": "已有平台帳號", en: "I have a platform account" },
  lead: (platform: string): Sentence => ({
    "zh-TW": `請輸入您在「${platform}」原來的帳號、密碼。`,
    en: `Enter the account and password that you had on “${platform}”.`,
  }),
  account: { "zh-TW": "平台帳號", en: "Platform account" },
  accountMissing: { "zh-TW": "請輸入平台帳號。", en: "Enter the platform account." },
  password: { "zh-TW": "平台密碼", en: "Platform password" },
  passwordHint: {
    "zh-TW": "不是教育雲端帳號的密碼。",
    en: "This is not the password of your education cloud account.",
  },
  oneUseHint: {
    "zh-TW": "請輸入信裡的一次性密碼；原來的平台密碼也可以。",
    en: "Enter the one-use password from the mail. The platform password works too.",
  },
  passwordMissing: { "zh-TW": "請輸入平台密碼。", en: "Enter the platform password." },
  find: { "zh-TW": "查詢密碼", en: "Find the password" },
  means: {
    "zh-TW": "合併以後，學習歷程會移到教育雲端帳號，原平台帳號不再能登入。要取消合併，只能請客服辦理。",
    en: "Your learning history then moves to the education cloud account, and the platform account does not sign in any more. Only the help desk can undo it.",
  },
  submit: { "zh-TW": "帳號合併", en: "Join the accounts" },
  cancel: { "zh-TW": "取消", en: "Cancel" },
  otherName: { "zh-TW": "姓名不一樣。這是您的帳號嗎？", en: "The names differ. Is it your account?" },
  otherNameMeans: {
    "zh-TW":
      "改過名字，或平台上用的是暱稱，都可以繼續。是別人的帳號，請按「取消」：合併會把那個人的學習歷程移到您這裡。",
    en: "Go on if you changed your name, or used a nickname there. If it is another person's account, cancel: that person's learning history would move to you.",
  },
  yourName: { "zh-TW": "教育雲端帳號的姓名", en: "Name of your education cloud account" },
  theirName: { "zh-TW": "平台帳號的姓名", en: "Name of the platform account" },
  theirNameOf: (account: string): Sentence => ({
    "zh-TW": `「${account}」登記的是另一個姓名`,
    en: `another one is registered for “${account}”`,
  }),
  mine: { "zh-TW": "確定是我的帳號，繼續合併", en: "It is my account, join them" },
} as const satisfies Record<string, Sentence | ((...values: never[]) => Sentence)>;

/** Words of the page after either way. */
export const linkDoneWords = {
  linked: { "zh-TW": "帳號合併完成", en: "The accounts are joined" },
  registered: { "zh-TW": "資料已送出", en: "Your details were sent" },
  lead: (platform: string): Sentence => ({
    "zh-TW": `下次用教育雲端帳號登入，就可以直接進入「${platform}」。`,
    en: `From now on, signing in with your education cloud account leads straight to “${platform}”.`,
  }),
  platformAccount: { "zh-TW": "平台帳號", en: "Platform account" },
  account: { "zh-TW": "教育雲端帳號", en: "Education cloud account" },
  next: { "zh-TW": "接下來", en: "What happens now" },
  history: {
    "zh-TW": "平台會收到通知，把您的學習歷程移過來。可能要等一下才看得到。",
    en: "The platform is told and moves your learning history. It may take a little while to appear.",
  },
  oldGone: {
    "zh-TW": "原平台帳號不再能登入，請改用教育雲端帳號。",
    en: "The platform account does not sign in any more. Use the education cloud account.",
  },
  told: {
    "zh-TW": "我們也通知了您的聯絡信箱。不是您本人辦理的，請聯絡我們。",
    en: "We told your contact addresses too. If it was not you, contact us.",
  },
  given: {
    "zh-TW": "您登入平台、也同意提供以後，平台會收到您填的資料。",
    en: "The platform gets the details when you sign in there and agree to give them.",
  },
  found: (help: string): Sentence => ({
    "zh-TW": `想起以前有平台帳號，或資料填錯了，請撥${help}`,
    en: `If you remember an earlier account, or made a slip in the form, ask: ${help}`,
  }),
  back: { "zh-TW": "回到平台", en: "Back to the platform" },
  applications: { "zh-TW": "介接應用服務", en: "Applications" },
} as const satisfies Record<string, Sentence | ((...values: never[]) => Sentence)>;

/** Words that all these pages say. */
export const linkLegacyWords = {
  needHelp: { "zh-TW": "需要幫忙嗎？", en: "Need help?" },
  contactUs: { "zh-TW": "聯絡我們", en: "Contact us" },
  noPlatform: { "zh-TW": "找不到要整合的平台", en: "There is no such platform" },
  noPlatformLead: {
    "zh-TW": "網址可能不完整。請回到您要用的平台，重新登入一次。",
    en: "The address may be incomplete. Go back to the platform you want to use and sign in again.",
  },
  applications: { "zh-TW": "介接應用服務", en: "Applications" },
} as const satisfies Record<string, Sentence>;
