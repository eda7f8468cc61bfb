import type { SchoolLevel } from "../../../functions/contract/catalogue.ts";
import { type Catalogue, readCatalogue } from "../../catalogue.ts";
import { foreignName, hanName, indigenousName } from "./names.ts";
import { personNumber } from "./person-number.ts";
import type { SampleName, SamplePlace, SampleRole, SeedPerson } from "./seed-person.ts";

/** A person a newcomer can apply as, for the page /local/: one entry for each school, with what the person is there to show. */
export interface SamplePerson {
  readonly role: SampleRole;
  readonly name: string;
  readonly id: string;
  readonly county: string;
  readonly district: string;
  readonly level: SchoolLevel;
  readonly school: string;
  readonly shows: { readonly zh: string; readonly en: string };
}

type At = readonly [
  countyId: string,
  code: string,
  level: SchoolLevel,
  grade?: number,
  className?: number,
  seat?: number,
];

interface Picked {
  readonly role: SampleRole;
  readonly name: SampleName;
  readonly id: string;
  readonly at: readonly At[];
  readonly shows: SamplePerson["shows"];
}

const picked: readonly Picked[] = [
  {
    role: "student",
    name: hanName("陳", "小華"),
    id: personNumber("A", "1", 0),
    at: [["TPE", "383601", "國小", 4, 2, 7]],
    shows: { zh: "國小學生", en: "a pupil" },
  },
  {
    role: "student",
    name: hanName("林", "臺安"),
    id: personNumber("F", "2", 1),
    at: [["NWT", "011301", "國中", 8, 1, 12]],
    shows: {
      zh: "國中學生；姓名打「台」也相符；學校代碼與高中部相同",
      en: "a junior high student; 台 typed for 臺 matches; the school shares its code with a senior high school",
    },
  },
  {
    role: "student",
    name: hanName("黃", "子晴"),
    id: personNumber("E", "2", 2),
    at: [["KHH", "533301", "高中職", 11, 3, 21]],
    shows: { zh: "高中職學生", en: "a senior high student" },
  },
  {
    role: "teacher",
    name: hanName("張", "育文"),
    id: personNumber("B", "1", 3),
    at: [["TXG", "193621", "國小"]],
    shows: { zh: "教師", en: "a teacher" },
  },
  {
    role: "staff",
    name: hanName("蔡", "秀芳"),
    id: personNumber("D", "2", 4),
    at: [["TNN", "213641", "國小"]],
    shows: { zh: "職員", en: "a member of staff" },
  },
  {
    role: "student",
    name: foreignName("NGUYEN", "THI HOA"),
    id: personNumber("H", "9", 5),
    at: [["TAO", "034666", "國小", 6, 1, 15]],
    shows: {
      zh: "新式居留證號；英文姓名，大小寫皆可",
      en: "a resident number of the new form; a Latin name in either case",
    },
  },
  {
    role: "student",
    name: foreignName("SARI", "DEWI"),
    id: personNumber("N", "D", 6),
    at: [["CHA", "070301", "高中職", 10, 5, 13]],
    shows: { zh: "舊式居留證號", en: "a resident number of the old form" },
  },
  {
    role: "student",
    name: hanName("吳", "𠮷安"),
    id: personNumber("P", "1", 7),
    at: [["YUN", "094515", "國中", 7, 4, 30]],
    shows: { zh: "罕用字「𠮷」，與「吉」不同", en: "a rare character: 𠮷, which is not 吉" },
  },
  {
    role: "teacher",
    name: hanName("許", "家堃"),
    id: personNumber("G", "1", 8),
    at: [["ILA", "024602", "國小"]],
    shows: { zh: "罕用字「堃」", en: "a rare character: 堃" },
  },
  {
    role: "student",
    name: indigenousName(["巴奈", "達瑪畢瑪", "伊斯立端", "卡造"]),
    id: personNumber("U", "2", 9),
    at: [["HUA", "154681", "國小", 5, 1, 12]],
    shows: { zh: "原住民族長姓名；間隔號「．」「·」「‧」皆可", en: "a long indigenous name; any middle dot matches" },
  },
  {
    role: "student",
    name: hanName("王", "怡安"),
    id: personNumber("T", "2", 0),
    at: [["PIF", "134601", "國小", 3, 1, 8]],
    shows: { zh: "同校同姓名之一", en: "one of two with the same name at one school" },
  },
  {
    role: "student",
    name: hanName("王", "怡安"),
    id: personNumber("T", "2", 1),
    at: [["PIF", "134601", "國小", 3, 2, 8]],
    shows: { zh: "同校同姓名之二", en: "the other of the same name at that school" },
  },
  {
    role: "teacher",
    name: hanName("洪", "志明"),
    id: personNumber("X", "1", 2),
    at: [
      ["PEN", "164601", "國小"],
      ["PEN", "164602", "國小"],
    ],
    shows: { zh: "在兩校任教的教師，任選一校都查得到", en: "a teacher at two schools, found at either" },
  },
];

/** The hand-picked persons as the roster has them. */
export function pickedPersons(catalogue: Catalogue): SeedPerson[] {
  return picked.map(({ role, name, id, at }) => ({
    role,
    name,
    id,
    places: at.map((place) => placeOf(catalogue, place)),
  }));
}

/** The hand-picked persons as the page /local/ shows them. All of them are in `sampleRoster`. */
export function samplePersons(catalogue: Catalogue = readCatalogue()): SamplePerson[] {
  const counties = new Map(catalogue.counties.map((county) => [county.id, county.name]));
  return picked.flatMap(({ role, name, id, at, shows }) =>
    at.map((place) => {
      const { school, countyId } = placeOf(catalogue, place);
      const { district, level } = school;
      return {
        role,
        name: name.whole,
        id,
        county: counties.get(countyId) ?? "",
        district,
        level,
        school: school.name,
        shows,
      };
    }),
  );
}

function placeOf(catalogue: Catalogue, [countyId, code, level, grade, className, seat]: At): SamplePlace {
  const school = catalogue.schools.get(countyId)?.find((known) => known.code === code && known.level === level);
  if (!school)
    throw new Error(
      `The open data has no ${level} ${code} in ${countyId}: choose another school for the sample roster`,
    );
  return {
    countyId,
    school,
    ...(grade !== undefined && { grade }),
    ...(className !== undefined && { class: className }),
    ...(seat !== undefined && { seat }),
  };
}
