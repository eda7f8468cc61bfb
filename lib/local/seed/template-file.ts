import { csvFile } from "./csv-file.ts";
import type { SamplePlace, SampleRole, SeedPerson } from "./seed-person.ts";

const header = ["學校代碼", "學制", "姓名", "身分", "年級", "班級", "座號", "身分證字號"];
const roleWords: Record<SampleRole, string> = { student: "學生", teacher: "教師", staff: "職員" };
const numerals = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];

/** The plain Taiwanese template, saved as Excel does. Grades are written the ways schools write them: 3, 三年級, 國二, 高一. */
export function templateFile(persons: readonly SeedPerson[]): Uint8Array {
  const rows = persons.flatMap(({ id, name, role, places }) =>
    places.map((place, index) => [
      place.school.code,
      place.school.level,
      name.whole,
      roleWords[role],
      gradeWord(place),
      place.class === undefined ? "" : String(place.class),
      place.seat === undefined ? "" : String(place.seat).padStart(2, "0"),
      // Whoever types the second school's list may write the letter small: it is the same person.
      index === 0 ? id : id.toLowerCase(),
    ]),
  );
  return csvFile(header, rows, true);
}

function gradeWord({ grade, school, seat = 0 }: SamplePlace): string {
  if (grade === undefined) return "";
  if (seat % 2 === 0) return String(grade);
  if (school.level === "國中") return `國${numerals[grade - 6]}`;
  if (school.level === "高中職") return `高${numerals[grade - 9]}`;
  return `${numerals[grade]}年級`;
}
