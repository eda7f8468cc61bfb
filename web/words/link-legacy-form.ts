import type { Role } from "../../functions/contract/schemas/parts.ts";
import { roleWords } from "./roles.ts";
import type { Sentence } from "./words.ts";

/** Words of 尚未有平台資訊 (M83, M86): the labels are the manual's, with its * before what has to be filled in. */
export const legacyFormWords = {
  title: { "zh-TW": "尚未有平台資訊", en: "I have no platform account" },
  lead: (platform: string): Sentence => ({
    "zh-TW": `這些資料會給「${platform}」，讓您開始使用。`,
    en: `“${platform}” gets these details, so that you can begin.`,
  }),
  haveOne: {
    "zh-TW": "以前用過這個平台嗎？送出以後，就不能自己合併原來的帳號了。",
    en: "Used the platform before? Once this is sent, you cannot join an earlier account yourself.",
  },
  toAccount: { "zh-TW": "已有平台帳號", en: "I have a platform account" },
  required: { "zh-TW": "*為必填欄位", en: "* has to be filled in" },
  name: { "zh-TW": "姓名", en: "Name" },
  identity: { "zh-TW": "身分", en: "Identity" },
  position: { "zh-TW": "職稱", en: "Job title" },
  positionWrong: {
    "zh-TW": "職稱太長了，最多 60 個字。請縮短。",
    en: "The job title is too long. Use at most 60 characters.",
  },
  phone: { "zh-TW": "*聯絡電話", en: "*Telephone" },
  phoneHint: {
    "zh-TW": "市話、行動電話都可以，例如 0223456789#12。",
    en: "A landline or mobile number, for example 0223456789#12.",
  },
  phoneMissing: { "zh-TW": "請輸入聯絡電話。", en: "Enter a telephone number." },
  email: { "zh-TW": "電子信箱", en: "E-mail address" },
  personId: { "zh-TW": "*身份証", en: "*National ID number" },
  /** M86; where the application gave no reason of its own. */
  personIdReason: {
    "zh-TW": "身份証為教師傳送研習時數至「全國教師在職進修網」的重要依據，請務必填寫。",
    en: "It is by this number that a teacher's training hours are sent to the national in-service education site.",
  },
  chineseName: { "zh-TW": "中文姓名", en: "Chinese name" },
  englishName: { "zh-TW": "英文姓名", en: "English name" },
  nameWrong: {
    "zh-TW": "姓名裡有不能使用的字，或太長了。請檢查後再輸入。",
    en: "The name has characters that names do not have, or is too long. Check it and enter it again.",
  },
  allFilled: { "zh-TW": "注意：所有的*號欄位都填了嗎？", en: "Is everything marked * filled in?" },
  submit: { "zh-TW": "送出", en: "Send" },
  cancel: { "zh-TW": "取消", en: "Cancel" },
} as const satisfies Record<string, Sentence | ((...values: never[]) => Sentence)>;

/** 身分: what somebody is at their schools; who is at none is one of 其他. */
export function identityOf(roles: readonly Role[]): Sentence {
  if (roles.length === 0) return { "zh-TW": "其他（家長、社會人士）", en: "Other (parents, the public)" };
  const all = roles.map((role) => roleWords[role]);
  return { "zh-TW": all.map((role) => role["zh-TW"]).join("、"), en: all.map((role) => role.en).join(", ") };
}
