import type { Sentence } from "./words.ts";

/** What every page says while there is work on the system (M90). Short: what is below it moves down when it comes. */
export const maintenanceWords = {
  ahead: { "zh-TW": "系統維護預告", en: "Planned maintenance" },
  now: { "zh-TW": "系統維護中", en: "Maintenance is under way" },
  until: (end: string): Sentence => ({ "zh-TW": `預計 ${end} 完成。`, en: `Until ${end}.` }),
  from: (span: string): Sentence => ({ "zh-TW": `${span}。`, en: `${span}.` }),
  details: { "zh-TW": "詳細說明", en: "Details" },
};
