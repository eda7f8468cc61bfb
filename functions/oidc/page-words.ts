export type Language = "zh-TW" | "en";

/** The few sentences of the protocol's own pages; those of the site are in `web/words`. */
export const words = {
  "zh-TW": {
    service: "教育體系單一簽入服務",
    error: "無法繼續登入",
    errorText:
      "應用服務送來的登入要求不正確或已逾時。請回到該應用服務，重新登入一次；若再次發生，請通知該應用服務的管理者。",
    errorCode: "錯誤代碼",
    busy: "現在無法處理",
    busyText: "系統忙碌中，您的資料沒有遺失。請稍候再重新整理這一頁。",
    ask: "您要登出嗎？",
    askText: "登出後，由這個帳號登入的應用服務也會一併登出。",
    yes: "登出",
    no: "不登出",
    signedOut: "您已登出",
    signedOutText: "使用公用電腦時，請關閉瀏覽器。",
    home: "回首頁",
  },
  en: {
    service: "Education Single Sign-On",
    error: "You cannot go on signing in",
    errorText:
      "The application sent a request that is not right or is too old. Go back to the application and sign in again. If it happens again, tell the people who run the application.",
    errorCode: "Error code",
    busy: "Sorry, there is a problem",
    busyText: "The service is busy. Nothing was lost. Wait a moment and load this page again.",
    ask: "Do you want to sign out?",
    askText: "Applications that you signed in to with this account are signed out too.",
    yes: "Sign out",
    no: "Stay signed in",
    signedOut: "You have signed out",
    signedOutText: "On a shared computer, close the browser.",
    home: "Home page",
  },
} satisfies Record<Language, Record<string, string>>;
