import { type NoticeSection, noticeSections } from "./apply-notice.ts";
import type { Sentence } from "./words.ts";

// 個資蒐集告知聲明同意書 for 其他 (M15, M20): the same notice, told of what they give and of no school. A change here is a new version too:
// `termsVersion` in `functions/contract/terms.ts`.

export const publicNoticeOpening: Sentence = {
  "zh-TW":
    "您要用電子郵件註冊教育雲端帳號。依《個人資料保護法》第 8 條，我們要先告訴您：會用到您的哪些資料、用來做什麼、您有哪些權利。請讀完再決定。",
  en: "You are about to register for an education cloud account with an e-mail address. Article 8 of the Personal Data Protection Act asks us to tell you first which data of yours we use, what for, and what rights you have. Read it all, then decide.",
};

const purpose: readonly Sentence[] = [
  {
    "zh-TW": "建立和管理帳號、讓您登入學習服務、寄驗證信和重要通知、在您忘記密碼時協助找回，以及防止帳號被冒用。",
    en: "To make and run your account, to let you sign in to learning services, to send the activation mail and important notices, to help when you forget the password, and to keep others from using it.",
  },
  {
    "zh-TW": "特定目的項目：109 教育或訓練行政、135 資（通）訊服務、136 資（通）訊與資料庫管理、137 資通安全與管理。",
    en: "Purposes in the official list: 109 education administration, 135 information services, 136 database management, 137 information security.",
  },
];

const data: readonly Sentence[] = [
  {
    "zh-TW":
      "您自己填寫：電子郵件（就是帳號）、姓名、密碼、暱稱；電話、性別、個人頭像可以不填。密碼經過不可還原的處理才保存，沒有人看得到。",
    en: "You enter: e-mail address (which is the account), name, password, nickname; telephone, gender and picture if you like. The password is kept only in a form that cannot be turned back; nobody can read it.",
  },
  {
    "zh-TW": "使用時產生：登入的時間、網路位址（IP）和瀏覽器種類。",
    en: "Use of the service adds: the time of a sign-in, the network address (IP) and the kind of browser.",
  },
  {
    "zh-TW": "個人資料類別：C001 辨識個人者、C011 個人描述。不會蒐集您的身分證字號。",
    en: "Categories in the official list: C001 identifying a person, C011 describing a person. Your ID number is not asked for.",
  },
];

const use: readonly Sentence[] = [
  {
    "zh-TW":
      "期間：從您同意開始，到帳號刪除、蒐集目的消失，或法令規定的保存期限屆滿為止。沒有啟用的註冊，24 小時後失效。",
    en: "How long: from your consent until the account is deleted, the purpose ends, or the time set by law is over. A registration that is not activated ends after 24 hours.",
  },
  {
    "zh-TW": "地區：中華民國境內，以及本服務所用雲端主機的所在地。",
    en: "Where: in the Republic of China (Taiwan), and where the service's cloud computers stand.",
  },
  {
    "zh-TW": "對象：教育部和受託維運本服務的單位、您同意授權的介接應用服務，以及依法可以調閱的機關。",
    en: "By whom: the Ministry of Education and those who run the service for it, the connected applications you agree to, and authorities the law allows.",
  },
  {
    "zh-TW":
      "方式：以電腦自動處理，例如寄信、登入介接應用服務。介接應用服務拿到哪些資料，每次都會先問您。不會用於行銷。",
    en: "How: by computer, for example to send mail and to sign you in. You are asked before a connected application gets any data. Never for marketing.",
  },
];

const rights: readonly Sentence[] = [
  {
    "zh-TW":
      "依《個人資料保護法》第 3 條，您可以要求：查詢或閱覽；製給複製本；補充或更正；停止蒐集、處理或利用；刪除。這些權利不能預先拋棄，也不能用約定限制。",
    en: "Under article 3 of the Act you may ask to see your data, to have a copy, to have it completed or corrected, to stop its collection, processing or use, and to have it deleted. These rights cannot be waived or limited in advance.",
  },
  {
    "zh-TW": "怎麼做：登入後到「查閱個人資料」，或用「聯絡我們」提出。法令規定必須保存的資料，可能無法刪除。",
    en: "How: sign in and open your personal data page, or contact us. Data that the law says must be kept may not be deleted.",
  },
];

const without: readonly Sentence[] = [
  {
    "zh-TW": "您可以自由決定要不要提供。沒有電子郵件、姓名、密碼和暱稱，就不能註冊；其他資料不填也可以註冊。",
    en: "You are free to decide. Without e-mail address, name, password and nickname no account can be made; everything else may be left out.",
  },
  {
    "zh-TW": "按「不同意」會回到上一步，不會建立帳號。",
    en: "If you do not agree, you go back one step and no account is made.",
  },
];

const young: readonly Sentence[] = [
  {
    "zh-TW": "未滿 20 歲，請和法定代理人（監護人）一起閱讀，由法定代理人（監護人）同意。",
    en: "If you are under 20, read this together with a parent or legal guardian, who must agree.",
  },
  {
    "zh-TW": "聲明有重大修改時，我們會寄電子郵件通知您；其他修改會公告在本網站。我們會記錄您同意的版本和時間。",
    en: "We mail you when this notice changes in an important way; other changes are announced on this site. We keep a record of the version you agreed to and when.",
  },
];

/** Lines of 其他 in the place of the ones they stand for, under the same headings. */
const own: readonly (readonly Sentence[] | undefined)[] = [undefined, purpose, data, use, rights, without, young];

export const publicNoticeSections: readonly NoticeSection[] = noticeSections.map((section, place) => ({
  ...section,
  lines: own[place] ?? section.lines,
}));
