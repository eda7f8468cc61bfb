import type { ProseText } from "../components/prose/prose.tsx";

/** 網站安全政策: what a visitor of the site can count on, and what to do. */
export const securityPolicyText: ProseText = {
  title: { "zh-TW": "網站安全政策", en: "Website security" },
  lead: {
    "zh-TW": "這一頁說明網站怎麼保護您，以及您可以做什麼。",
    en: "This page says how the site protects you, and what you can do.",
  },
  sections: [
    {
      heading: { "zh-TW": "網站的保護", en: "What the site does" },
      points: [
        {
          "zh-TW": "閒置 30 分鐘或登入滿 8 小時，會自動登出。",
          en: "You are signed out after 30 minutes without use, and after 8 hours in any case.",
        },
        {
          "zh-TW": "輸錯密碼太多次，要等一下才能再試；別人試您的帳號，不會把您鎖在外面。",
          en: "After too many wrong passwords there is a wait; somebody else trying your account does not lock you out.",
        },
        {
          "zh-TW": "驗證碼 10 分鐘後失效，只能用一次。",
          en: "A code works for 10 minutes, and once.",
        },
        {
          "zh-TW": "網頁只執行本網站的程式，不載入其他網站的程式。",
          en: "Pages run the programs of this site only, and none from elsewhere.",
        },
      ],
    },
    {
      heading: { "zh-TW": "您可以做的事", en: "What you can do" },
      points: [
        {
          "zh-TW": "不要把密碼或驗證碼告訴別人。我們不會打電話或傳訊息問您。",
          en: "Tell nobody your password or a code. We never ask for them by phone or message.",
        },
        {
          "zh-TW": "使用共用電腦時，用完請登出並關閉瀏覽器。",
          en: "On a shared computer, sign out and close the browser when you are done.",
        },
        { "zh-TW": "不要在別的網站使用同一個密碼。", en: "Do not use the same password on another site." },
        { "zh-TW": "輸入密碼前，看清楚網址列的網址。", en: "Look at the address before you enter your password." },
      ],
    },
    {
      heading: { "zh-TW": "發現問題", en: "If you find a weakness" },
      paragraphs: [
        {
          "zh-TW":
            "如果您發現網站的安全問題，請到「聯絡我們」告訴我們。請不要公開，也不要查看別人的資料；我們會盡快處理並回覆。",
          en: "If you find a security problem of this site, tell us by way of “Contact us”. Please do not make it public or look at other people's data; we will work on it and answer as soon as we can.",
        },
      ],
    },
  ],
};
