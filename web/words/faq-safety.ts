import { contactUs, type QuestionGroup, twoFactor } from "./faq-parts.ts";

/** What people ask of their data and of other services. */
export const safetyQuestions: readonly QuestionGroup[] = [
  {
    heading: { "zh-TW": "保護帳號", en: "Keeping your account safe" },
    questions: [
      {
        question: { "zh-TW": "怎麼樣的密碼可以用？", en: "Which passwords are allowed?" },
        answer: [
          {
            "zh-TW":
              "輸入密碼的地方會寫條件，合格的會打勾。常見的密碼、帳號、姓名和證號都不能當密碼，也不能用最近 3 次用過的密碼。",
            en: "The rules stand where you enter it, and each is ticked when it is met. Common passwords, your account, your name and your ID are not allowed, nor are your last 3 passwords.",
          },
        ],
        links: [{ href: "/my-account/password", words: { "zh-TW": "變更密碼", en: "Change your password" } }],
      },
      {
        question: { "zh-TW": "什麼是雙因子認證？", en: "What is two-factor sign-in?" },
        answer: [
          {
            "zh-TW": "登入時除了密碼，再多一組手機上的驗證碼。別人就算知道密碼，也進不來。",
            en: "A code from your phone as well as the password. Somebody who knows your password still cannot get in.",
          },
        ],
        links: [twoFactor],
      },
      {
        question: { "zh-TW": "手機不見了，雙因子怎麼辦？", en: "My phone is gone. How do I sign in with two factors?" },
        answer: [
          {
            "zh-TW":
              "登入時請改用備援碼，一組只能用一次。登入以後，換手機重新綁定。備援碼也沒有了，請聯絡我們；重設密碼不會取消雙因子認證。",
            en: "Use a recovery code instead. Each works once. Then connect your new phone. If the recovery codes are gone too, contact us: a new password does not turn the second factor off.",
          },
        ],
        links: [twoFactor, contactUs],
      },
      {
        question: { "zh-TW": "收到通知，但不是我做的？", en: "A notice tells of something I did not do. What now?" },
        answer: [
          {
            "zh-TW":
              "請按通知裡的「不是我」，帳號會先停用，再由客服中心查明。聯絡方式被改了，72 小時內可以從通知信取消。",
            en: "Press “This was not me” in it. The account is disabled at once and the help desk looks into it. If your contact was changed, the notice lets you take that back for 72 hours.",
          },
        ],
        links: [contactUs],
      },
      {
        question: {
          "zh-TW": "在公用電腦登入過，怎麼確定已經登出？",
          en: "I used a shared computer. How can I be sure I am signed out?",
        },
        answer: [
          {
            "zh-TW": "離開前請按「登出」。忘了按，30 分鐘沒有使用就會自動登出；也可以從別的裝置結束它。",
            en: "Press “Sign out” before you leave. If you forgot, it ends after 30 minutes without use. You can also end it from another device.",
          },
        ],
        links: [{ href: "/my-account/devices", words: { "zh-TW": "登入的裝置", en: "Signed-in devices" } }],
      },
    ],
  },
  {
    heading: { "zh-TW": "資料和授權", en: "Your details" },
    questions: [
      {
        question: { "zh-TW": "換了學校，要重新申請嗎？", en: "I changed schools. Do I have to apply again?" },
        answer: [
          {
            "zh-TW": "不用。登入以後更新個人資料，就會換成新學校的資料。",
            en: "No. Sign in and update your details, and they become those of your new school.",
          },
        ],
        links: [{ href: "/my-account/school", words: { "zh-TW": "更新個人資料", en: "Update my details" } }],
      },
      {
        question: {
          "zh-TW": "年級、班級或姓名不對，怎麼改？",
          en: "My year, class or name is wrong. How is it changed?",
        },
        answer: [
          {
            "zh-TW": "這些資料來自學校的名冊，請先告訴學校。也可以在聯絡我們選「資料異常」，我們會轉給學校。",
            en: "These come from the school's list: tell your school first. Or contact us, choose “Something in my record is wrong”, and we pass it on.",
          },
        ],
        links: [contactUs],
      },
      {
        question: { "zh-TW": "學習平台會拿到我的哪些資料？", en: "Which of my details does a learning service get?" },
        answer: [
          {
            "zh-TW": "第一次登入平台時，頁面會寫要給哪些資料、為什麼。您同意了才會給，以後隨時可以取消。",
            en: "When you first sign in there, the page says which details it gets and why. It gets them only if you allow it, and you can stop that at any time.",
          },
        ],
        links: [
          {
            href: "/my-account/applications",
            words: { "zh-TW": "應用服務授權清單", en: "Applications I allowed" },
          },
        ],
      },
      {
        question: { "zh-TW": "不想再使用，可以刪除帳號嗎？", en: "Can I have my account deleted?" },
        answer: [
          {
            "zh-TW": "可以關閉帳號。30 天內後悔了，可以用「啟用帳號」恢復；30 天以後，個人資料會刪除。",
            en: "You can close it. For 30 days you can get it back with “Enable your account”; then your personal data are erased.",
          },
        ],
        links: [{ href: "/my-account/close", words: { "zh-TW": "關閉帳號", en: "Close your account" } }],
      },
    ],
  },
];
