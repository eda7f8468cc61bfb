import type { Sentence } from "./words.ts";

/** Words of 應用服務授權清單 (捌之 1, M60). The labels are the manual's. */
export const authorizationWords = {
  title: { "zh-TW": "應用服務授權清單", en: "Applications I allowed" },
  lead: {
    "zh-TW": "這些應用服務，您同意過把資料給它們。不想再給的，勾選以後取消授權。",
    en: "You allowed these applications to have some of your details. Tick those that shall not have them any more.",
  },
  list: { "zh-TW": "您授權的應用服務", en: "Applications" },
  grantedAt: { "zh-TW": "同意的時間：", en: "Allowed: " },
  what: { "zh-TW": "給了哪些資料", en: "What it gets" },
  chosen: (count: number): Sentence => ({
    "zh-TW": count === 0 ? "還沒有勾選應用服務。" : `您選擇取消授權 ${count} 項：`,
    en: count === 0 ? "Nothing is ticked yet." : `You chose ${count} to stop:`,
  }),
  revoke: { "zh-TW": "取消授權", en: "Stop allowing" },
  chooseFirst: { "zh-TW": "請先勾選要取消授權的應用服務。", en: "Tick the applications to stop first." },
  confirm: (count: number): Sentence => ({
    "zh-TW": `要取消這 ${count} 項授權嗎？`,
    en: count === 1 ? "Stop allowing this application?" : `Stop allowing these ${count} applications?`,
  }),
  confirmLead: {
    "zh-TW": "取消以後，它們不能再讀您的資料。您下次登入時，它們會再問您一次。",
    en: "They cannot read your details any more. When you next sign in there, they will ask you again.",
  },
  alreadyHas: {
    "zh-TW": "它們以前拿到的資料，可能還留在那裡。要刪除的話，請直接找提供單位。",
    en: "What they got before may still be there. To have it deleted, ask those who run them.",
  },
  keep: { "zh-TW": "回上一頁", en: "Go back" },
  done: { "zh-TW": "取消授權成功", en: "Done: they are not allowed any more" },
  doneLead: (count: number): Sentence => ({
    "zh-TW": `已經取消 ${count} 項授權。當您再次登入這些應用服務，將會再次要求授權。`,
    en: `${count} stopped. When you sign in there again, you will be asked again.`,
  }),
  none: {
    "zh-TW": "您還沒有授權任何應用服務。第一次登入應用服務時，按了「同意」，就會列在這裡。",
    en: "You have not allowed any application yet. Once you press “Agree” at one, it is listed here.",
  },
  toApplications: { "zh-TW": "看看有哪些應用服務", en: "See the applications" },
  comma: { "zh-TW": "、", en: ", " },
  contactUs: { "zh-TW": "有疑問，聯絡我們", en: "A question? Contact us" },
};
