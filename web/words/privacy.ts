import type { ProseText } from "../components/prose/prose.tsx";

/** 隱私權政策: what this service really keeps, as `functions/contract/tables.ts` has it. */
export const privacyText: ProseText = {
  title: { "zh-TW": "隱私權政策", en: "Privacy" },
  lead: {
    "zh-TW": "這一頁說明我們保存哪些資料、用在哪裡、怎麼保護。",
    en: "This page says which data we keep, what for, and how we protect it.",
  },
  sections: [
    {
      heading: { "zh-TW": "我們保存的資料", en: "What we keep" },
      points: [
        {
          "zh-TW": "姓名、學校、身分（學生、教師或職員）、年級、班級和座號：來自學校的名冊。",
          en: "Your name, school, role, year, class and seat number: from the list of your school.",
        },
        {
          "zh-TW": "證號：轉成無法還原的代碼，用來核對身分；另外只留下遮住中間的樣子，給您自己看。",
          en: "Your ID number: kept as a code that cannot be turned back, to check who you are, and with its middle hidden, for you to see.",
        },
        {
          "zh-TW": "帳號、備用電子郵件和行動電話：由您填寫，用來登入和找回帳號。",
          en: "Your account name, e-mail address and mobile number: from you, to sign in and to recover the account.",
        },
        {
          "zh-TW":
            "家長、社會人士用電子郵件註冊的：電子郵件、姓名、暱稱，和您願意填的電話、性別、頭像；沒有學校和證號。",
          en: "Parents and members of the public who register by e-mail: the address, name and nickname, and telephone, gender and picture if you give them; no school and no ID number.",
        },
        {
          "zh-TW": "登入的時間和安全紀錄：用來發現別人冒用您的帳號。",
          en: "When you signed in and other security records: to notice someone else using your account.",
        },
      ],
    },
    {
      heading: { "zh-TW": "怎麼保護", en: "How we protect it" },
      points: [
        { "zh-TW": "姓名和聯絡方式加密保存。", en: "Names and contacts are kept encrypted." },
        {
          "zh-TW": "密碼由專門的保管服務處理，我們的人員看不到。",
          en: "Passwords are held by a vault; nobody who works for us can read them.",
        },
        { "zh-TW": "連線全程加密。", en: "All connections are encrypted." },
      ],
    },
    {
      heading: { "zh-TW": "Cookie", en: "Cookies" },
      paragraphs: [
        {
          "zh-TW": "我們只用登入和申請所需的 Cookie，以及記得您選的語言。沒有廣告，沒有追蹤，也不載入其他網站的內容。",
          en: "We use only the cookies that signing in and applying need, and we remember your language. There is no advertising, no tracking and nothing from other sites.",
        },
      ],
    },
    {
      heading: { "zh-TW": "您的權利", en: "Your rights" },
      paragraphs: [
        {
          "zh-TW":
            "您可以查詢、更正或刪除自己的資料，也可以請我們停止使用。登入後可以查閱個人資料；其他的請求，請到「聯絡我們」。",
          en: "You may see, correct or delete your data, or ask us to stop using it. Sign in to view your details; for anything else, see “Contact us”.",
        },
      ],
    },
  ],
};
