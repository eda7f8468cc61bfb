import type { PageLink } from "./faq.ts";
import type { Sentence } from "./words.ts";

export const manualWords = {
  title: { "zh-TW": "操作手冊", en: "How to use your account" },
  lead: { "zh-TW": "每一件事怎麼做，一步一步說明。", en: "How each thing is done, step by step." },
  faq: { "zh-TW": "常見問題", en: "Questions and answers" },
  contactUs: { "zh-TW": "聯絡我們", en: "Contact us" },
  more: { "zh-TW": "還有問題？", en: "Anything else?" },
} as const satisfies Record<string, Sentence>;

export interface Task {
  readonly heading: Sentence;
  readonly steps: readonly Sentence[];
  /** The page where it begins. */
  readonly start: PageLink;
}

export const tasks: readonly Task[] = [
  {
    heading: { "zh-TW": "申請帳號", en: "Apply for an account" },
    steps: [
      {
        "zh-TW": "選身分、學校，輸入姓名和證號；也可以用縣市帳號帶入。",
        en: "Choose who you are and your school, and enter your name and ID; or bring them from your county account.",
      },
      { "zh-TW": "確認學校登記的資料，讀過同意書。", en: "Check what the school has of you, and read the notice." },
      {
        "zh-TW": "取一個帳號名稱，設定密碼，輸入電子郵件或行動電話。",
        en: "Choose an account name and a password, and enter an e-mail address or a mobile number.",
      },
      { "zh-TW": "輸入收到的六位數驗證碼，就完成了。", en: "Enter the six-digit code you get. That is all." },
    ],
    start: { href: "/apply", words: { "zh-TW": "開始申請", en: "Start to apply" } },
  },
  {
    heading: { "zh-TW": "其他會員註冊（家長、社會人士）", en: "Register as a parent or member of the public" },
    steps: [
      {
        "zh-TW": "身分選「其他」，讀過同意書。未滿 20 歲，請和法定代理人（監護人）一起讀。",
        en: "Choose “Other” and read the notice. If you are under 20, read it with your parent or guardian.",
      },
      {
        "zh-TW": "輸入電子郵件、姓名、密碼和暱稱。這個電子郵件就是您的帳號。",
        en: "Enter your e-mail address, name, password and nickname. The address is your account.",
      },
      {
        "zh-TW": "輸入信裡的六位數驗證碼，或打開信裡的連結，帳號就會啟用。沒收到信，請用「重發驗證信」。",
        en: "Enter the six-digit code of the mail, or open its link, and the account is active. If no mail comes, have it sent again.",
      },
    ],
    start: { href: "/public/register", words: { "zh-TW": "開始註冊", en: "Start to register" } },
  },
  {
    heading: { "zh-TW": "登入和登出", en: "Sign in and out" },
    steps: [
      {
        "zh-TW":
          "輸入帳號（@ 前面的字；用電子郵件註冊的，輸入整個電子郵件）、密碼和驗證碼。看不清楚可以換下一個、聽語音，或改用免輸入驗證。",
        en: "Enter your account (the part before the @, or the whole e-mail address you registered with), your password and the captcha. You can have another one, listen to it, or use the check without typing.",
      },
      {
        "zh-TW": "開啟了雙因子認證的話，再輸入手機 App 上的驗證碼。",
        en: "If you use two-factor sign-in, enter the code of the app on your phone.",
      },
      {
        "zh-TW": "用完請按右上角的「登出」，公用電腦尤其要記得。",
        en: "When you are done press “Sign out” at the top, above all on a shared computer.",
      },
    ],
    start: { href: "/sign-in", words: { "zh-TW": "前往登入", en: "Go to the sign-in" } },
  },
  {
    heading: { "zh-TW": "使用縣市帳號登入", en: "Sign in with a county account" },
    steps: [
      { "zh-TW": "在地圖或清單上選您的縣市。", en: "Choose your county on the map or in the list." },
      { "zh-TW": "在縣市的頁面登入。", en: "Sign in on the county's page." },
      {
        "zh-TW": "第一次使用時，照頁面的說明連結您的教育雲端帳號。",
        en: "The first time, follow the page to link your education cloud account.",
      },
    ],
    start: { href: "/sign-in/county", words: { "zh-TW": "選擇縣市", en: "Choose a county" } },
  },
  {
    heading: { "zh-TW": "合併原平台帳號", en: "Bring your platform account along" },
    steps: [
      {
        "zh-TW": "到平台按「教育雲登入」。第一次會先看到整合說明。",
        en: "On the platform, sign in with the education cloud account. The first time you see a notice.",
      },
      {
        "zh-TW":
          "以前用過：選「已有平台帳號」，輸入平台帳號、平台密碼，按「帳號合併」，學習歷程會跟著您。忘了平台密碼，請按「查詢密碼」。",
        en: "If you used it before, choose “I have a platform account”, enter the account and its password, and join them: your learning history comes along. If you forgot that password, choose “Find the password”.",
      },
      {
        "zh-TW": "第一次用：選「尚未有平台資訊」，填好資料送出。",
        en: "If you are new there, choose “I have no platform account”, fill in the form and send it.",
      },
      {
        "zh-TW": "下次用教育雲端帳號登入，就直接進入平台。",
        en: "From then on, signing in leads straight to the platform.",
      },
    ],
    start: { href: "/applications", words: { "zh-TW": "介接應用服務", en: "Applications" } },
  },
  {
    heading: { "zh-TW": "忘記帳號或密碼", en: "Forgot your account or password" },
    steps: [
      {
        "zh-TW": "忘記帳號：用縣市帳號或證號查詢。",
        en: "Forgot your account: look it up with a county account or an ID.",
      },
      {
        "zh-TW": "忘記密碼：選一個方式證明是您本人，再設定新密碼。",
        en: "Forgot your password: choose how to show that it is you, then set a new one.",
      },
      { "zh-TW": "帳號停用了：請用「啟用帳號」。", en: "The account is disabled: use “Enable your account”." },
    ],
    start: { href: "/reset-password", words: { "zh-TW": "前往忘記密碼", en: "Go to Forgot password" } },
  },
  {
    heading: { "zh-TW": "綁定雙因子認證", en: "Turn on two-factor sign-in" },
    steps: [
      { "zh-TW": "在手機裝一個驗證 App。", en: "Install an authenticator app on your phone." },
      {
        "zh-TW": "掃描頁面上的 QR Code，輸入 App 顯示的六個數字，按「綁定」。",
        en: "Scan the QR code on the page, enter the six digits of the app and press “Connect”.",
      },
      {
        "zh-TW": "按「啟用雙因子驗證」，收好十組備援碼。",
        en: "Press “Turn on two-factor sign-in” and keep the ten recovery codes.",
      },
    ],
    start: { href: "/my-account/two-factor", words: { "zh-TW": "開始綁定", en: "Start" } },
  },
  {
    heading: { "zh-TW": "換學校，或改聯絡方式", en: "Change your school or contacts" },
    steps: [
      {
        "zh-TW": "換學校：登入以後選「更新個人資料」，比對新舊資料再儲存。",
        en: "School: sign in, choose “Update my details”, compare the old with the new and save.",
      },
      {
        "zh-TW": "改聯絡方式：輸入新的電子郵件或行動電話，再輸入收到的驗證碼。",
        en: "Contact: enter the new e-mail address or mobile number, then the code sent to it.",
      },
      {
        "zh-TW": "通知會寄到原來的聯絡方式，72 小時內可以取消。",
        en: "The old contact is told and can take the change back for 72 hours.",
      },
    ],
    start: { href: "/my-account", words: { "zh-TW": "查閱個人資料", en: "View my details" } },
  },
  {
    heading: { "zh-TW": "查看誰用過我的資料", en: "See who used your details" },
    steps: [
      {
        "zh-TW": "應用服務授權清單：您同意給了誰哪些資料，可以取消。",
        en: "Applications I allowed: who may have which of your details, and how to stop it.",
      },
      {
        "zh-TW": "登入紀錄：什麼時候、從哪裡登入過。有一筆不是您，請馬上變更密碼。",
        en: "Sign-in records: when and from where. If one was not you, change the password at once.",
      },
    ],
    start: { href: "/my-account/applications", words: { "zh-TW": "應用服務授權清單", en: "Applications I allowed" } },
  },
];
