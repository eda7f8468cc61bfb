import { activate, apply, contactUs, forgotAccount, forgotPassword, type QuestionGroup } from "./faq-parts.ts";

/** What people ask of getting an account and of signing in. */
export const accountQuestions: readonly QuestionGroup[] = [
  {
    heading: { "zh-TW": "申請帳號", en: "Applying" },
    questions: [
      {
        question: { "zh-TW": "誰可以申請教育雲端帳號？", en: "Who can apply for an education cloud account?" },
        answer: [
          {
            "zh-TW": "在學校名冊裡有資料的學生、教師和職員。一個人只有一個帳號，換學校也繼續使用。",
            en: "Pupils, students, teachers and staff who are on a school's list. A person has one account and keeps it when changing schools.",
          },
          {
            "zh-TW": "家長和社會人士也可以：身分選「其他」，用電子郵件註冊，帳號就是電子郵件。",
            en: "Parents and others can too: choose “Other” and register with an e-mail address, which is then the account.",
          },
        ],
        links: [apply],
      },
      {
        question: {
          "zh-TW": "我不是學生，也不在學校工作，可以申請嗎？",
          en: "I am neither a pupil nor at a school. Can I have an account?",
        },
        answer: [
          {
            "zh-TW": "家長和社會人士可以用自己的電子郵件註冊，再按照信裡的說明啟用。",
            en: "Parents and everybody else can register with their e-mail address, then activate it as the mail says.",
          },
        ],
        links: [
          {
            href: "/public/register",
            words: { "zh-TW": "其他會員註冊", en: "Register as a parent or member of the public" },
          },
        ],
      },
      {
        question: { "zh-TW": "申請以前要準備什麼？", en: "What do I need to apply?" },
        answer: [
          {
            "zh-TW":
              "學校名稱、身分證字號（或居留證號、其他身分 ID），和馬上可以收信的電子郵件或收得到簡訊的行動電話。大約需要 5 分鐘。",
            en: "The name of your school, your national ID (or resident certificate or other ID), and an e-mail address or mobile phone you can look at right away. It takes about 5 minutes.",
          },
        ],
        links: [apply],
      },
      {
        question: { "zh-TW": "為什麼「查無資料」？", en: "Why does it say “No record found”?" },
        answer: [
          {
            "zh-TW": "請先檢查姓名、證號和學校有沒有打錯。姓名要和學校登記的一樣。",
            en: "Check the name, the ID and the school first. The name has to be as the school has it.",
          },
          {
            "zh-TW": "都對的話，可能是學校的名冊還沒有您。請在頁面上回報問題，我們會請學校確認。",
            en: "If all is right, your school's list may not have you yet. Report it on that page, and we ask the school.",
          },
        ],
        links: [contactUs],
      },
      {
        question: { "zh-TW": "學校不在清單上，怎麼辦？", en: "My school is not in the list. What now?" },
        answer: [
          {
            "zh-TW": "請先直接輸入校名找找看。還是沒有，請選「我找不到我的學校，回報問題」。",
            en: "Try typing the school's name. If it is still not there, choose “I cannot find my school: report it”.",
          },
        ],
        links: [apply],
      },
      {
        question: { "zh-TW": "收不到驗證碼，怎麼辦？", en: "The code does not come. What can I do?" },
        answer: [
          {
            "zh-TW": "請也找找垃圾郵件匣。頁面上會寫驗證碼寄到哪裡、有沒有送達；寄出 1 分鐘以後可以重新傳送。",
            en: "Look into the spam folder too. The page says where the code went and whether it arrived. You can have it sent again after a minute.",
          },
          {
            "zh-TW": "驗證碼 10 分鐘內有效。我們不會打電話向您要驗證碼，請不要告訴任何人。",
            en: "A code works for 10 minutes. We never call and ask for it: tell it to nobody.",
          },
        ],
        links: [contactUs],
      },
    ],
  },
  {
    heading: { "zh-TW": "登入", en: "Signing in" },
    questions: [
      {
        question: { "zh-TW": "帳號後面的 @ 要不要輸入？", en: "Do I have to type the part from the @ on?" },
        answer: [
          {
            "zh-TW": "不用，輸入 @ 前面的字就可以。用電子郵件註冊的，請輸入整個電子郵件。",
            en: "No, what stands before the @ is enough. If you registered with an e-mail address, enter all of it.",
          },
        ],
        links: [{ href: "/sign-in", words: { "zh-TW": "登入", en: "Sign in" } }],
      },
      {
        question: { "zh-TW": "可以用縣市的帳號登入嗎？", en: "Can I sign in with my county account?" },
        answer: [
          {
            "zh-TW": "可以。請選縣市，到縣市的頁面登入。縣市帳號和教育雲端帳號連結一次以後，兩種都能登入。",
            en: "Yes. Choose your county and sign in on its page. Once the county account is linked to your education cloud account, you can use either.",
          },
        ],
        links: [
          {
            href: "/sign-in/county",
            words: { "zh-TW": "使用縣市帳號登入", en: "Sign in with a county account" },
          },
        ],
      },
      {
        question: { "zh-TW": "忘記帳號，怎麼辦？", en: "I forgot my account. What can I do?" },
        answer: [
          {
            "zh-TW": "可以用縣市帳號，或身分證字號、居留證號、其他身分 ID 查詢。",
            en: "Look it up with your county account, or with your national ID, resident certificate or other ID.",
          },
        ],
        links: [forgotAccount],
      },
      {
        question: { "zh-TW": "忘記密碼，怎麼辦？", en: "I forgot my password. What can I do?" },
        answer: [
          {
            "zh-TW":
              "密碼誰都看不到，只能換新的。可以用驗證碼、縣市帳號或學校發的預設密碼證明是您本人；學生也可以用個人基本資料。",
            en: "Nobody can see a password, so you set a new one. Show that it is you with a code, a county account or a default password from the school. Pupils and students can also use their personal details.",
          },
        ],
        links: [forgotPassword],
      },
      {
        question: { "zh-TW": "密碼打錯幾次，為什麼要等？", en: "Why do I have to wait after wrong passwords?" },
        answer: [
          {
            "zh-TW": "連續打錯 5 次，要等一下才能再試，這樣別人就猜不到您的密碼。等的時候可以直接重設密碼。",
            en: "After 5 wrong ones in a row you have to wait a little, so that nobody can guess your password. You can set a new password instead of waiting.",
          },
        ],
        links: [forgotPassword],
      },
      {
        question: { "zh-TW": "帳號為什麼停用了？", en: "Why was my account disabled?" },
        answer: [
          {
            "zh-TW": "一年沒有登入，或離開學校，帳號會停用。停用前 30 天和 7 天會先通知您。啟用以後就能再用。",
            en: "An account is disabled after a year without a sign-in, or when you have left the school. After a year without a sign-in you are told 30 days and 7 days before. Enable it and use it again.",
          },
        ],
        links: [activate],
      },
    ],
  },
];
