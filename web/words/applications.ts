import type { Role } from "../../functions/contract/schemas/parts.ts";
import { roleWords } from "./roles.ts";
import type { Sentence } from "./words.ts";

/** Who may use something: 學生、教師. */
export function rolesOf(roles: readonly Role[]): Sentence {
  return {
    "zh-TW": roles.map((role) => roleWords[role]["zh-TW"]).join("、"),
    en: roles.map((role) => roleWords[role].en.toLowerCase()).join(", "),
  };
}

/** Words about connected applications (介接應用服務, M32) that several pages say. */
export const applicationWords = {
  owner: (name: string): Sentence => ({ "zh-TW": `提供單位：${name}`, en: `Run by ${name}` }),
  host: (host: string): Sentence => ({ "zh-TW": `網址：${host}`, en: `At ${host}` }),
  backTo: (name: string): Sentence => ({ "zh-TW": `回到「${name}」`, en: `Back to “${name}”` }),
  launcher: { "zh-TW": "介接應用服務", en: "Applications" },
};

/** Words of the launcher, 介接應用服務. */
export const launcherWords = {
  title: { "zh-TW": "介接應用服務", en: "Applications" },
  lead: {
    "zh-TW": "這些服務都可以用教育雲端帳號登入。點選您想前往的應用服務。",
    en: "You can sign in to all of these with your education cloud account. Choose where to go.",
  },
  search: { "zh-TW": "找應用服務", en: "Find an application" },
  searchHint: { "zh-TW": "輸入名稱、單位或用途裡的字。", en: "Enter part of its name, owner or purpose." },
  found: (count: number): Sentence => ({
    "zh-TW": count === 0 ? "找不到。請換一個字試試。" : `找到 ${count} 個。`,
    en: count === 0 ? "None found. Try another word." : `${count} found.`,
  }),
  everybody: { "zh-TW": "大家都可以用", en: "For everybody" },
  only: (roles: string): Sentence => ({ "zh-TW": `只給${roles}用`, en: `For: ${roles}` }),
  none: {
    "zh-TW": "目前還沒有介接的應用服務。有新的服務，會列在這裡。",
    en: "No application is connected yet. They will be listed here.",
  },
  missing: { "zh-TW": "找不到您要的應用服務？", en: "Is one missing?" },
  contactUs: { "zh-TW": "聯絡我們", en: "Contact us" },
};
