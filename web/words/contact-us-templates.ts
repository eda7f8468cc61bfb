import type { CaseCategory } from "../../functions/contract/schemas/cases.ts";
import type { Sentence } from "./words.ts";

/** What a 回報問題 button brought along; it stands in the template already. */
export type Fact = "role" | "county" | "school";

export interface TemplateLine {
  readonly ask: Sentence;
  readonly fact?: Fact;
}

const role: TemplateLine = {
  ask: { "zh-TW": "身分（學生、教師或職員）", en: "Pupil, teacher or staff" },
  fact: "role",
};
const school: TemplateLine = { ask: { "zh-TW": "學校", en: "School" }, fact: "school" };
const county: TemplateLine = { ask: { "zh-TW": "縣市", en: "County or city" }, fact: "county" };
const grade: TemplateLine = { ask: { "zh-TW": "年級、班級和座號", en: "Grade, class and seat number" } };
const message: TemplateLine = { ask: { "zh-TW": "畫面上的訊息和編號", en: "What the page said, with its number" } };
const when: TemplateLine = { ask: { "zh-TW": "發生的時間", en: "When it happened" } };
const device: TemplateLine = {
  ask: { "zh-TW": "使用的裝置（電腦、平板或手機）", en: "Device (computer, tablet or phone)" },
};
const more: TemplateLine = { ask: { "zh-TW": "補充說明", en: "Anything else" } };

/** The template of 問題描述 by category (M70): a question a line, the answer goes behind the colon. */
export const templateLines: Readonly<Record<CaseCategory, readonly TemplateLine[]>> = {
  "school-not-listed": [
    county,
    { ask: { "zh-TW": "學校全名", en: "Full name of the school" } },
    { ask: { "zh-TW": "學校地址或網址", en: "Address or website of the school" } },
    role,
    more,
  ],
  "person-not-found": [county, school, role, grade, more],
  "wrong-data": [
    county,
    school,
    { ask: { "zh-TW": "哪一項資料不對", en: "What is wrong" } },
    { ask: { "zh-TW": "正確的資料", en: "What would be right" } },
    more,
  ],
  "code-not-received": [
    {
      ask: {
        "zh-TW": "在哪裡等驗證碼（申請帳號、忘記密碼或啟用帳號）",
        en: "What the code was for (applying, forgot password, enabling an account)",
      },
    },
    { ask: { "zh-TW": "收驗證碼的電子信箱或手機號碼", en: "Address or number the code should go to" } },
    when,
    { ask: { "zh-TW": "垃圾郵件匣裡有沒有", en: "Is it in the spam folder" } },
    more,
  ],
  "unknown-account": [county, school, role, grade, more],
  "not-me": [
    { ask: { "zh-TW": "發生了什麼事", en: "What happened" } },
    { ask: { "zh-TW": "收到的通知（電子郵件或簡訊）寫什麼", en: "What the notice (mail or text message) said" } },
    when,
    more,
  ],
  applying: [county, school, { ask: { "zh-TW": "做到哪一步", en: "The step you were at" } }, message, when, device],
  "signing-in": [
    {
      ask: {
        "zh-TW": "登入的方式（教育雲端帳號，或哪個縣市的帳號）",
        en: "How you signed in (education cloud account, or which county's)",
      },
    },
    message,
    when,
    device,
  ],
  suggestion: [
    { ask: { "zh-TW": "哪一頁或哪一項服務", en: "Which page or service" } },
    { ask: { "zh-TW": "我的建議", en: "My suggestion" } },
  ],
  other: [{ ask: { "zh-TW": "我的問題", en: "My question" } }, when, message],
};
