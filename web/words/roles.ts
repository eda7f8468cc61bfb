import type { Role } from "../../functions/contract/schemas/parts.ts";
import type { Sentence } from "./words.ts";

/** What a person is at a school. */
export const roleWords: Readonly<Record<Role, Sentence>> = {
  student: { "zh-TW": "學生", en: "Student" },
  teacher: { "zh-TW": "教師", en: "Teacher" },
  staff: { "zh-TW": "職員", en: "Staff member" },
};
