import type { Sentence } from "./words.ts";

/** Whole hours, one at least; a moment after sending it is still 24. */
const hoursOf = (seconds: number) => Math.max(1, Math.floor((seconds + 60) / 3_600));

/** 收信啟用 (M20): the code in the browser that registered. */
export const publicCodeWords = {
  question: { "zh-TW": "收信啟用帳號", en: "Activate it from your mailbox" },
  lead: {
    "zh-TW": "驗證信寄出了。請輸入信裡的六位數驗證碼，帳號就會啟用。",
    en: "A mail is on its way. Enter the six-digit code from it, and the account is active.",
  },
  byLink: (seconds: number): Sentence => ({
    "zh-TW": `也可以打開信裡的連結，換一台裝置也行，${hoursOf(seconds)} 小時內有效。`,
    en: `Or open the link in the mail, on any device. It works for ${hoursOf(seconds)} hours.`,
  }),
  password: { "zh-TW": "密碼", en: "Password" },
  passwordHint: {
    "zh-TW": "註冊時設定的密碼。頁面重新整理過，所以要再輸入一次。",
    en: "The one you chose when registering. The page was reloaded, so enter it again.",
  },
  passwordMissing: { "zh-TW": "請輸入註冊時設定的密碼。", en: "Enter the password you chose when registering." },
  passwordWrong: {
    "zh-TW": "密碼不對。請輸入註冊時設定的密碼，注意英文大小寫。",
    en: "The password is wrong. Enter the one you chose when registering, with its capital letters.",
  },
  codeMissing: { "zh-TW": "請輸入六位數的驗證碼。", en: "Enter the six digits of the code." },
  sentAgain: { "zh-TW": "驗證信已經重新寄出。", en: "The mail was sent again." },
  submit: { "zh-TW": "啟用帳號", en: "Activate the account" },
  otherAddress: { "zh-TW": "打錯信箱了？", en: "Is the address wrong?" },
  otherAddressLink: { "zh-TW": "修改資料，重新註冊", en: "Change it and register again" },
} as const;

/** A picture that was not taken: the registration stands all the same. */
export const pictureAgainWords = {
  heading: { "zh-TW": "註冊好了，但頭像沒有收到", en: "You are registered, but without the picture" },
  explain: {
    "zh-TW": "可以換一張再送，也可以先不要；登入以後隨時都能加。",
    en: "You can send another one now, or leave it: you can add one at any time after signing in.",
  },
  send: { "zh-TW": "送出頭像", en: "Send the picture" },
  sent: { "zh-TW": "頭像收到了。", en: "The picture has arrived." },
} as const satisfies Record<string, Sentence>;

/** No registration is open in this browser. */
export const noRegistrationWords = {
  title: { "zh-TW": "這裡沒有等待啟用的註冊", en: "No registration is waiting here" },
  lead: {
    "zh-TW": "可能已經過了 24 小時，或是在別的裝置、別的瀏覽器註冊的。",
    en: "It may be more than 24 hours old, or it was made on another device or in another browser.",
  },
  mail: {
    "zh-TW": "信還在嗎？打開信裡的連結，就能啟用。",
    en: "Do you still have the mail? Its link activates the account.",
  },
} as const satisfies Record<string, Sentence>;

/** The page of the mailed link. */
export const activationWords = {
  title: { "zh-TW": "啟用帳號", en: "Activate your account" },
  lead: {
    "zh-TW": "輸入註冊時設定的密碼，按「啟用帳號」，就能用這個電子郵件登入。",
    en: "Enter the password you chose when registering, then press the button. After that you sign in with this address.",
  },
  email: { "zh-TW": "電子郵件", en: "E-mail address" },
  forgot: { "zh-TW": "忘了註冊時的密碼？", en: "Forgot the password you chose?" },
  notMe: { "zh-TW": "不是我", en: "This was not me" },
  notMeExplain: {
    "zh-TW": "您沒有註冊嗎？按「不是我」，這份註冊會取消，裡面的資料會刪除，不會有帳號。",
    en: "You did not register? Press “This was not me”: the registration is cancelled, its data is deleted and there will be no account.",
  },
  refused: { "zh-TW": "註冊取消了", en: "The registration is cancelled" },
  refusedLead: {
    "zh-TW": "沒有人能用您的電子郵件啟用帳號。您不需要再做什麼。",
    en: "Nobody can activate an account with your address. There is nothing more to do.",
  },
  home: { "zh-TW": "回首頁", en: "Home page" },
  gone: { "zh-TW": "這個連結不能用", en: "This link does not work" },
  goneLead: {
    "zh-TW": "連結不完整、已經過期，或密碼錯了太多次。",
    en: "It is not complete, it has expired, or the password was wrong too many times.",
  },
  goneReload: {
    "zh-TW": "重新整理過這一頁嗎？為了安全，連結不會留在網址裡：請從信裡再打開一次。",
    en: "Did you reload the page? For safety the link is not kept in the address: open it from the mail again.",
  },
  taken: {
    "zh-TW": "您可能註冊過兩次，先啟用了另一份。請用先啟用的那一份的密碼登入。",
    en: "Perhaps you registered twice and activated the other one first. Sign in with its password.",
  },
} as const satisfies Record<string, Sentence>;

/** 啟用成功. */
export const activatedWords = {
  title: { "zh-TW": "啟用成功", en: "Your account is active" },
  yours: { "zh-TW": "您的教育雲端帳號", en: "Your education cloud account" },
  howToSignIn: {
    "zh-TW": "登入時，請輸入整個電子郵件和註冊時設定的密碼。",
    en: "To sign in, enter the whole e-mail address and the password you chose.",
  },
  already: { "zh-TW": "帳號已經啟用了，可以直接登入。", en: "The account is active already: you can sign in." },
  next: { "zh-TW": "換下一位註冊", en: "Next person on this device" },
  nextExplain: {
    "zh-TW": "這是公用電腦嗎？請關閉瀏覽器，或讓下一位從這裡開始。",
    en: "Is this a shared computer? Close the browser, or let the next person start here.",
  },
} as const satisfies Record<string, Sentence>;

/** 重發驗證信. */
export const resendWords = {
  title: { "zh-TW": "重發驗證信", en: "Send the activation mail again" },
  lead: {
    "zh-TW": "註冊了，卻沒收到驗證信？輸入註冊時用的電子郵件，我們再寄一封。",
    en: "You registered, but no mail came? Enter the address you registered with, and we send another.",
  },
  email: { "zh-TW": "帳號(Email)", en: "Account (e-mail)" },
  submit: { "zh-TW": "寄驗證信", en: "Send the mail" },
  done: { "zh-TW": "請看看您的信箱", en: "Look in your mailbox" },
  doneLead: {
    "zh-TW": "如果這個電子郵件有等待啟用的註冊，信已經寄出；已經有帳號的話，信裡也會說明。",
    en: "If a registration with this address waits to be activated, the mail is on its way. If there is an account already, the mail says so.",
  },
  spam: {
    "zh-TW": "幾分鐘內沒看到，請找找垃圾郵件匣，並檢查電子郵件有沒有打錯。",
    en: "If it is not there in a few minutes, look in the spam folder and check the address for slips.",
  },
  again: { "zh-TW": "再寄一次", en: "Send another" },
  nobody: { "zh-TW": "還沒註冊過？", en: "Not registered yet?" },
  register: { "zh-TW": "其他會員註冊", en: "Register as a parent or member of the public" },
  school: {
    "zh-TW": "學生、教師、職員不用驗證信，用學校的資料就能申請。",
    en: "Pupils, teachers and staff need no such mail: their school's record is enough.",
  },
  apply: { "zh-TW": "申請帳號", en: "Apply for an account" },
} as const;
