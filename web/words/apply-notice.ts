import type { Sentence } from "./words.ts";

// 個資蒐集告知聲明同意書 (M15). What article 8 of the Personal Data Protection Act (個人資料保護法) asks to be told, item by item, and by
// article 9 where the roster comes from. A change here is a new version: `termsVersion` in `functions/contract/terms.ts` goes up with it.

export interface NoticeSection {
  readonly heading: Sentence;
  readonly lines: readonly Sentence[];
}

export const noticeOpening: Sentence = {
  "zh-TW":
    "您要申請教育雲端帳號。依《個人資料保護法》第 8 條和第 9 條，我們要先告訴您：會用到您的哪些資料、用來做什麼、您有哪些權利。請讀完再決定。",
  en: "You are about to apply for an education cloud account. Articles 8 and 9 of the Personal Data Protection Act ask us to tell you first which data of yours we use, what for, and what rights you have. Read it all, then decide.",
};

export const noticeSections: readonly NoticeSection[] = [
  {
    heading: { "zh-TW": "一、蒐集機關", en: "1. Who collects the data" },
    lines: [
      {
        "zh-TW": "教育部（教育雲端帳號及教育體系單一簽入服務，以下稱「本服務」）。",
        en: "The Ministry of Education, for the education cloud account and single sign-on service (“the service”).",
      },
    ],
  },
  {
    heading: { "zh-TW": "二、蒐集目的", en: "2. What for" },
    lines: [
      {
        "zh-TW":
          "確認您的身分、建立和管理帳號、讓您登入學習與行政服務、寄驗證碼和重要通知、在您忘記帳號或密碼時協助找回，以及防止帳號被冒用。",
        en: "To establish who you are, to make and run your account, to let you sign in to learning and school services, to send codes and important notices, to help when you forget the account or password, and to keep others from using it.",
      },
      {
        "zh-TW":
          "特定目的項目：109 教育或訓練行政、135 資（通）訊服務、136 資（通）訊與資料庫管理、137 資通安全與管理、158 學生（員）（含畢、結業生）資料管理；教師和職員另有 002 人事管理。",
        en: "Purposes in the official list: 109 education administration, 135 information services, 136 database management, 137 information security, 158 student records; for teachers and staff also 002 personnel.",
      },
    ],
  },
  {
    heading: { "zh-TW": "三、個人資料的類別和來源", en: "3. Which data, and where it comes from" },
    lines: [
      {
        "zh-TW":
          "您自己填寫：姓名、身分證字號（或居留證號、其他身分 ID）、帳號、密碼、電子郵件信箱、行動電話。密碼經過不可還原的處理才保存，沒有人看得到。",
        en: "You enter: name, ID number, account name, password, e-mail address, mobile number. The password is kept only in a form that cannot be turned back; nobody can read it.",
      },
      {
        "zh-TW":
          "學校或縣市教育局（處）的名冊提供：姓名、身分證字號、身分、學校、年級、班級、座號。用來核對您填的資料。",
        en: "The roster of your school or county gives: name, ID number, identity, school, grade, class and seat number. It is compared with what you enter.",
      },
      {
        "zh-TW": "使用時產生：登入的時間、網路位址（IP）和瀏覽器種類。",
        en: "Use of the service adds: the time of a sign-in, the network address (IP) and the kind of browser.",
      },
      {
        "zh-TW":
          "個人資料類別：C001 辨識個人者、C003 政府資料中之辨識者、C051 學校紀錄；教師和職員另有 C061 現行之受僱情形。",
        en: "Categories in the official list: C001 identifying a person, C003 government identifiers, C051 school records; for teachers and staff also C061 current employment.",
      },
    ],
  },
  {
    heading: {
      "zh-TW": "四、利用的期間、地區、對象和方式",
      en: "4. How long, where, by whom and how the data is used",
    },
    lines: [
      {
        "zh-TW":
          "期間：從您同意開始，到帳號刪除、蒐集目的消失，或法令規定的保存期限屆滿為止。沒有完成的申請，一小時後失效。",
        en: "How long: from your consent until the account is deleted, the purpose ends, or the time set by law is over. An application that is not finished ends after an hour.",
      },
      {
        "zh-TW": "地區：中華民國境內，以及本服務所用雲端主機的所在地。",
        en: "Where: in the Republic of China (Taiwan), and where the service's cloud computers stand.",
      },
      {
        "zh-TW":
          "對象：教育部和受託維運本服務的單位、您的學校和縣市教育局（處）、您同意授權的介接應用服務，以及依法可以調閱的機關。",
        en: "By whom: the Ministry of Education and those who run the service for it, your school and county, the connected applications you agree to, and authorities the law allows.",
      },
      {
        "zh-TW":
          "方式：以電腦自動處理，例如核對名冊、寄信、寄簡訊、登入介接應用服務。介接應用服務拿到哪些資料，每次都會先問您。不會用於行銷。",
        en: "How: by computer, for example to compare the roster, to send mail and text messages, to sign you in. You are asked before a connected application gets any data. Never for marketing.",
      },
    ],
  },
  {
    heading: { "zh-TW": "五、您的權利", en: "5. Your rights" },
    lines: [
      {
        "zh-TW":
          "依《個人資料保護法》第 3 條，您可以要求：查詢或閱覽；製給複製本；補充或更正；停止蒐集、處理或利用；刪除。這些權利不能預先拋棄，也不能用約定限制。",
        en: "Under article 3 of the Act you may ask to see your data, to have a copy, to have it completed or corrected, to stop its collection, processing or use, and to have it deleted. These rights cannot be waived or limited in advance.",
      },
      {
        "zh-TW":
          "怎麼做：登入後到「查閱個人資料」，或用「聯絡我們」提出。學校登記的資料要請學校更正。法令規定必須保存的資料，可能無法刪除。",
        en: "How: sign in and open your personal data page, or contact us. What the school has on record is corrected by the school. Data that the law says must be kept may not be deleted.",
      },
    ],
  },
  {
    heading: { "zh-TW": "六、不提供資料的影響", en: "6. If you do not give the data" },
    lines: [
      {
        "zh-TW":
          "您可以自由決定要不要提供。沒有姓名和證號，就無法確認身分，不能申請帳號；電子郵件信箱和行動電話至少要有一個，否則無法寄驗證碼，也無法在忘記密碼時用驗證碼找回。",
        en: "You are free to decide. Without name and ID number we cannot establish who you are, and no account can be made. At least one of e-mail address and mobile number is needed to receive the code, now and when you forget the password.",
      },
      {
        "zh-TW": "按「不同意」會回到上一步，不會建立帳號，學習的權利不受影響。",
        en: "If you do not agree, you go back one step and no account is made. Your right to education is not affected.",
      },
    ],
  },
  {
    heading: { "zh-TW": "七、未成年人和聲明的修改", en: "7. Young people, and changes to this notice" },
    lines: [
      {
        "zh-TW": "未滿 20 歲的學生，請和家長（法定代理人）一起閱讀，由家長同意。",
        en: "A student under 20 reads this together with a parent or legal guardian, who must agree.",
      },
      {
        "zh-TW": "聲明有重大修改時，我們會寄電子郵件通知您；其他修改會公告在本網站。我們會記錄您同意的版本和時間。",
        en: "We mail you when this notice changes in an important way; other changes are announced on this site. We keep a record of the version you agreed to and when.",
      },
    ],
  },
];
