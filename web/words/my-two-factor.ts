import type { Sentence } from "./words.ts";

/** Words of 雙因子認證綁定 (壹拾, M63). The labels are the manual's. */
export const twoFactorWords = {
  title: { "zh-TW": "雙因子認證綁定", en: "Two-factor sign-in" },
  lead: {
    "zh-TW": "登入時除了密碼，再多一組手機上的驗證碼。別人就算知道密碼，也進不來。",
    en: "Besides your password, signing in takes a code from your phone. Somebody who knows the password still cannot get in.",
  },
  how: { "zh-TW": "怎麼做？", en: "How it works" },
  howBind: {
    "zh-TW": "綁定：在手機裝一個驗證 App，掃描我們給您的 QR Code。",
    en: "Connect: put an authenticator app on your phone and scan our QR code.",
  },
  howEnable: {
    "zh-TW": "啟用：綁定以後，再按「啟用雙因子驗證」，登入時才會問驗證碼。",
    en: "Turn on: only then are you asked for a code when you sign in.",
  },
  howKeep: {
    "zh-TW": "備援碼：啟用時會拿到十組，手機不在身邊時使用。",
    en: "Recovery codes: you get ten when you turn it on, for when your phone is not at hand.",
  },
  start: { "zh-TW": "開始", en: "Start" },
  next: { "zh-TW": "下一步", en: "Continue" },
  state: { "zh-TW": "目前狀態", en: "How it stands" },
  none: { "zh-TW": "還沒綁定", en: "Not connected" },
  bound: { "zh-TW": "已綁定，還沒啟用", en: "Connected, not turned on" },
  on: { "zh-TW": "已啟用", en: "On" },
  boundAt: { "zh-TW": "綁定時間", en: "Connected" },
  codesLeft: { "zh-TW": "還能用的備援碼", en: "Recovery codes left" },
  codes: (count: number): Sentence => ({ "zh-TW": `${count} 組`, en: `${count}` }),
  fewCodes: {
    "zh-TW": "備援碼快用完了。請產生新的備援碼。",
    en: "You have few recovery codes left. Make new ones.",
  },
  boundDone: { "zh-TW": "綁定完成", en: "The app is connected" },
  boundExplain: {
    "zh-TW": "還差一步：若您欲使用本服務，請點選「啟用雙因子驗證」。",
    en: "One more step: turn two-factor sign-in on to use it.",
  },
  boundNow: {
    "zh-TW": "已經綁定，但登入時還不會問驗證碼。若您欲使用本服務，請點選「啟用雙因子驗證」。",
    en: "The app is connected, but signing in does not ask for a code yet. Turn it on to use it.",
  },
  onNow: {
    "zh-TW": "登入時會問驗證碼。重設密碼不會取消它。",
    en: "Signing in asks for a code. A new password does not turn this off.",
  },
  onDone: { "zh-TW": "雙因子驗證已經啟用", en: "Two-factor sign-in is on" },
  enable: { "zh-TW": "啟用雙因子驗證", en: "Turn on two-factor sign-in" },
  /** Of one that is bound and not on: its phone may be lost. */
  bindAgain: { "zh-TW": "換手機重新綁定", en: "Connect another phone" },
  unbind: { "zh-TW": "解除雙因子綁定", en: "Disconnect the app" },
  newCodes: { "zh-TW": "產生新的備援碼", en: "Make new recovery codes" },
  unbindAbout: {
    "zh-TW": "若您欲取消本服務，請點選「解除雙因子綁定」。",
    en: "If you do not want it any more, disconnect the app.",
  },
} as const;

/** The steps of binding: a device, an app, then the code to scan. */
export const bindWords = {
  device: { "zh-TW": "請先準備想綁定的設備", en: "Have the device ready" },
  deviceLead: {
    "zh-TW": "請準備自己的手機或平板，以後登入都會用到。它是哪一種？",
    en: "Take your own phone or tablet: you will need it to sign in. Which kind is it?",
  },
  os: { "zh-TW": "設備系統", en: "Its system" },
  ios: { "zh-TW": "iPhone 或 iPad（iOS）", en: "iPhone or iPad (iOS)" },
  android: { "zh-TW": "Android 手機或平板", en: "Android phone or tablet" },
  other: { "zh-TW": "其他，或已經有驗證 App", en: "Another one, or I have an authenticator app" },
  osMissing: { "zh-TW": "請選擇設備系統。", en: "Choose the system of your device." },
  appTitle: { "zh-TW": "下載驗證 App", en: "Get an authenticator app" },
  appLead: {
    "zh-TW": "選一個裝在手機上就好。用手機的相機掃描 QR Code，或直接按連結。",
    en: "One of them is enough. Scan its QR code with your phone's camera, or press the link.",
  },
  appOther: {
    "zh-TW": "任何支援「TOTP」的驗證 App 都可以，密碼管理程式通常也有。已經有了，請按「下一步」。",
    en: "Any authenticator app for TOTP codes will do; most password managers have one. If you have it, continue.",
  },
  store: (app: string): Sentence => ({ "zh-TW": `前往下載 ${app}`, en: `Get ${app}` }),
  storeQr: (app: string): Sentence => ({
    "zh-TW": `${app} 下載點的 QR Code`,
    en: `QR code of the download page of ${app}`,
  }),
  scanTitle: { "zh-TW": "用 App 掃描，再綁定", en: "Scan it, then connect" },
  scanLead: {
    "zh-TW": "請照步驟操作，再輸入 App 顯示的驗證碼。",
    en: "Follow the steps, then enter the code that the app shows.",
  },
  steps: { "zh-TW": "操作步驟", en: "Steps" },
  scan: {
    "zh-TW": "掃描下面的 QR Code，App 會出現六個數字。",
    en: "Scan the QR code below. The app then shows six digits.",
  },
  type: { "zh-TW": "把六個數字輸入下面，按「綁定」。", en: "Enter the six digits below and press “Connect”." },
  qr: {
    "zh-TW": "綁定用的 QR Code；不能掃描的話，用下面的金鑰",
    en: "QR code for the app; if you cannot scan it, use the key below",
  },
  sameDevice: {
    "zh-TW": "正在用這支手機操作？請按「在 App 開啟」，或複製金鑰。",
    en: "Doing this on the phone itself? Open the app from here, or copy the key.",
  },
  openApp: { "zh-TW": "在 App 開啟", en: "Open in the app" },
  secret: { "zh-TW": "金鑰（不能掃描時使用）", en: "Key, if you cannot scan" },
  secretNote: {
    "zh-TW": "QR Code 和金鑰只顯示這一次，請不要給別人看，也不要截圖。",
    en: "The QR code and the key are shown only now. Show them to nobody and keep no picture of them.",
  },
  timeLeft: (time: Sentence): Sentence => ({
    "zh-TW": `請在 ${time["zh-TW"]}內完成綁定。`,
    en: `Finish within ${time.en}.`,
  }),
  expired: { "zh-TW": "時間到了，這個 QR Code 不能用了", en: "The time is up: this QR code does not work any more" },
  expiredExplain: {
    "zh-TW": "請換一個新的 QR Code，再掃描一次。App 裡舊的那一筆可以刪除。",
    en: "Get a new QR code and scan it. You can delete the old entry in the app.",
  },
  renew: { "zh-TW": "換新的 QR Code", en: "Get a new QR code" },
  bind: { "zh-TW": "綁定", en: "Connect" },
} as const;

/** The steps that differ from system to system. */
export const systemWords = {
  open: {
    ios: { "zh-TW": "在 iPhone 或 iPad 打開驗證 App。", en: "Open the app on your iPhone or iPad." },
    android: { "zh-TW": "在 Android 手機或平板打開驗證 App。", en: "Open the app on your Android device." },
    other: { "zh-TW": "打開驗證 App。", en: "Open the authenticator app." },
  },
  camera: {
    ios: {
      "zh-TW": "按「＋」新增帳號，選「掃描 QR Code」；問到相機時，選「允許」。",
      en: "Press + to add an account and choose to scan a QR code. Allow the camera if asked.",
    },
    android: {
      "zh-TW": "按「＋」新增帳號，選「掃描 QR Code」；問到相機時，選「使用應用程式時」。",
      en: "Press + to add an account and choose to scan a QR code. Allow the camera while using the app.",
    },
    other: {
      "zh-TW": "新增帳號，掃描 QR Code；不能掃描的話，輸入下面的金鑰。",
      en: "Add an account and scan the QR code, or enter the key below.",
    },
  },
} as const satisfies Record<string, Record<"ios" | "android" | "other", Sentence>>;

export const enableWords = {
  lead: {
    "zh-TW": "啟用以後，登入時會問驗證碼。請輸入驗證 App 現在的驗證碼。",
    en: "From then on signing in asks for a code. Enter the one the app shows now.",
  },
  nextCode: {
    "zh-TW": "每組驗證碼只能用一次。剛剛才用過的話，請等 App 換下一組（最多 30 秒）。",
    en: "Each code works once. If you have just used one, wait for the next (30 seconds at most).",
  },
  codesTitle: { "zh-TW": "雙因子驗證已經啟用，請收好備援碼", en: "It is on. Keep your recovery codes" },
  newTitle: { "zh-TW": "產生新的備援碼", en: "Make new recovery codes" },
  newLead: {
    "zh-TW": "會給您十組新的備援碼，舊的馬上不能用。請輸入驗證 App 現在的驗證碼。",
    en: "You get ten new ones, and the old ones stop working at once. Enter the code the app shows now.",
  },
  newDone: { "zh-TW": "這是新的備援碼", en: "Your new recovery codes" },
  newSubmit: { "zh-TW": "產生備援碼", en: "Make the codes" },
  finish: { "zh-TW": "完成", en: "Finish" },
} as const satisfies Record<string, Sentence>;

export const unbindWords = {
  lead: {
    "zh-TW": "解除以後，登入只要密碼，備援碼也不能再用。",
    en: "Signing in then takes only your password, and the recovery codes stop working.",
  },
  password: { "zh-TW": "教育雲端密碼", en: "Password" },
  needPassword: { "zh-TW": "請輸入密碼。", en: "Enter your password." },
  done: { "zh-TW": "已經解除雙因子綁定", en: "The app is disconnected" },
  doneExplain: {
    "zh-TW": "登入時不再問驗證碼。手機 App 裡的那一筆可以刪除。",
    en: "Signing in does not ask for a code any more. You can delete the entry in the app.",
  },
  keep: { "zh-TW": "不解除，回上一頁", en: "Keep it and go back" },
  lost: {
    "zh-TW": "手機和備援碼都沒有了？請聯絡我們。",
    en: "No phone and no recovery codes? Contact us.",
  },
} as const satisfies Record<string, Sentence>;
