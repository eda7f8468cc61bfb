import type { SchoolLevel } from "../../functions/contract/catalogue.ts";
import type { Sentence } from "./words.ts";

export const levelNames: Readonly<Record<SchoolLevel, Sentence>> = {
  國小: { "zh-TW": "國小", en: "Elementary school" },
  國中: { "zh-TW": "國中", en: "Junior high school" },
  高中職: { "zh-TW": "高中職", en: "Senior high or vocational school" },
  特教學校: { "zh-TW": "特教學校", en: "Special education school" },
  大專校院: { "zh-TW": "大專校院", en: "University or college" },
};

export const schoolPickerWords = {
  county: { "zh-TW": "縣市", en: "County or city" },
  district: { "zh-TW": "行政區", en: "District" },
  level: { "zh-TW": "學制", en: "School level" },
  school: { "zh-TW": "學校", en: "School" },
  search: { "zh-TW": "輸入校名，快速尋找", en: "Find it by name" },
  searchHint: (county: string) => ({
    "zh-TW": `在${county}的學校裡找，例如「中山國小」。`,
    en: `Searches the schools of ${county}. Type the name in Chinese, for example 中山國小.`,
  }),
  or: { "zh-TW": "或者，一步一步選", en: "Or choose step by step" },
  matches: (count: number, shown: number) => ({
    "zh-TW": count > shown ? `找到 ${count} 所學校，列出前 ${shown} 所。多打幾個字會更準。` : `找到 ${count} 所學校。`,
    en:
      count > shown
        ? `${count} schools found, the first ${shown} are listed. Type more to narrow it down.`
        : `${count === 1 ? "1 school" : `${count} schools`} found.`,
  }),
  noMatch: {
    "zh-TW": "沒有符合的學校。請換個寫法，或一步一步選。",
    en: "No school fits. Try another spelling, or choose step by step.",
  },
  place: (county: string, district: string, level: string) => ({
    "zh-TW": `${county}${district}・${level}`,
    en: `${district}, ${county} · ${level}`,
  }),
  picked: (name: string) => ({ "zh-TW": `已選擇：${name}`, en: `Chosen: ${name}` }),
  loading: { "zh-TW": "正在讀取學校名單……", en: "Loading the list of schools…" },
  failed: {
    "zh-TW": "學校名單讀不到。請檢查網路，再試一次；已經選的還在。",
    en: "The list of schools could not be loaded. Check your connection and try again; your choices are still here.",
  },
  countyMissing: { "zh-TW": "請選擇縣市。", en: "Choose the county or city." },
  districtMissing: { "zh-TW": "請選擇行政區。", en: "Choose the district." },
  levelMissing: { "zh-TW": "請選擇學制。", en: "Choose the school level." },
  schoolMissing: { "zh-TW": "請選擇學校。", en: "Choose the school." },
} as const;
