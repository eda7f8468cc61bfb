import { describe, expect, test } from "vitest";
import { countyIdentity } from "../../../functions/contract/counties.ts";
import { profileOf } from "../../../functions/county-callback/counties/counties.ts";
import {
  guid,
  kaohsiungPupil,
  platformMock,
  platformPupilInSummer,
  platformTeacher,
  taipeiPupil,
  taipeiTeacher,
} from "../fixtures/told.ts";
import { read } from "./read.ts";

const platform = profileOf("TAO");

describe("the common platform's eduinfo (M3)", () => {
  test("a teacher of two classes is a teacher of the school, and neither class is their own", () => {
    const identity = read(platform, platformTeacher);
    expect(identity).toEqual({
      county: "TAO",
      subject: "subject-1",
      name: "王小明",
      nameMasked: false,
      roles: ["teacher"],
      schools: [{ code: "034601", roles: ["teacher"], titles: ["教師", "學校管理者"], year: 113, semester: 1 }],
      email: "Wang@mail.edu.tw",
      personDigest: guid,
    });
    expect(countyIdentity.safeParse(identity).success).toBe(true);
  });

  test("in summer the class of the later term counts, and says which term it is", () => {
    const identity = read(platform, platformPupilInSummer);
    expect(identity.schools).toEqual([
      { code: "034601", roles: ["student"], titles: ["學生"], grade: "4", class: "5", year: 113, semester: 1 },
    ]);
    expect(identity.personDigest).toBe(guid);
    expect(identity).not.toHaveProperty("email");
  });

  test("objects in place of lists, and grade and class in Chinese words", () => {
    expect(read(platform, platformMock).schools).toEqual([
      { code: "114620", roles: ["student"], titles: ["學生"], grade: "4", class: "2", year: 107, semester: 1 },
    ]);
  });

  test("several schools, each with its own roles; the class goes to its school", () => {
    const eduinfo = {
      schoolid: "034601",
      titles: [
        { schoolid: "034601", titles: ["教師"] },
        { schoolid: "034602", titles: ["學生"] },
      ],
      classinfo: [{ year: "113", semester: "01", schoolid: "034602", grade: "9", classno: "忠" }],
    };
    const identity = read(platform, { eduinfo });
    expect(identity.roles).toEqual(["student", "teacher"]);
    expect(identity.schools.map(({ code, roles, class: name }) => [code, roles, name])).toEqual([
      ["034601", ["teacher"], undefined],
      ["034602", ["student"], "忠"],
    ]);
  });

  test("a parent has no place, not even by the child's class", () => {
    const eduinfo = {
      schoolid: "034601",
      titles: [{ schoolid: "034601", titles: ["家長"] }],
      classinfo: [{ year: "113", semester: "01", schoolid: "034601", grade: "2", classno: "1" }],
    };
    expect(read(platform, { eduinfo })).toMatchObject({ roles: [], schools: [] });
  });

  test("titles in plain words are those of the school told beside them", () => {
    expect(read(platform, { eduinfo: { schoolid: "A00015", titles: ["教師"] } }).schools).toEqual([
      { code: "A00015", roles: ["teacher"], titles: ["教師"] },
    ]);
  });

  test("the whole answer as text is read too", () => {
    expect(read(platform, { eduinfo: JSON.stringify(platformMock.eduinfo) }).schools[0]?.code).toBe("114620");
  });
});

describe("高雄: claims of the id_token (M3)", () => {
  test("a masked name is told as masked, and an empty mail is none", () => {
    const identity = read(profileOf("KHH"), kaohsiungPupil);
    expect(identity).toMatchObject({ name: "王○明", nameMasked: true, roles: ["student"] });
    expect(identity).not.toHaveProperty("email");
    expect(identity.schools).toEqual([
      {
        code: "553601",
        roles: ["student"],
        titles: ["學生"],
        grade: "6",
        class: "11",
        seat: "7",
        year: 113,
        semester: 2,
      },
    ]);
  });

  test("titles and classes by school, in objects", () => {
    const kh_profile = { schoolid: "553601", schools: { "553601": "甲", "553602": "乙" }, fullname: "林老師" };
    const kh_titles = { "553601": ["主任"], "553602": { titles: ["教師"] } };
    const kh_classes = { "553602": [{ grade: 3, classno: 2 }] };
    expect(read(profileOf("KHH"), { id_token: { kh_profile, kh_titles, kh_classes } }).schools).toEqual([
      { code: "553601", roles: ["teacher"], titles: ["主任"] },
      { code: "553602", roles: ["teacher"], titles: ["教師"], grade: "3", class: "2" },
    ]);
  });

  test("a title without its school is at the school of the profile", () => {
    const kh_profile = { schoolid: "553601", schools: { "553601": "甲", "553602": "乙" } };
    expect(read(profileOf("KHH"), { id_token: { kh_profile, kh_titles: ["學生"] } }).schools).toEqual([
      { code: "553601", roles: ["student"], titles: ["學生"] },
      { code: "553602", roles: [], titles: [] },
    ]);
  });

  test("an empty profile gives an identity without places", () => {
    expect(read(profileOf("KHH"), { id_token: { kh_profile: {}, kh_titles: {}, kh_classes: {} } }).schools).toEqual([]);
  });
});

describe("臺北: the profile of its OAuth service (M3)", () => {
  test("a pupil's class number is grade and class, and the subject is the account's uuid", () => {
    expect(read(profileOf("TPE"), taipeiPupil)).toMatchObject({
      subject: "0f1e2d3c",
      name: "張小安",
      schools: [{ code: "meps", roles: ["student"], titles: ["學生"], grade: "6", class: "1", seat: "12" }],
    });
  });

  test("a teacher of two schools, with the homeroom at the first", () => {
    expect(read(profileOf("TPE"), taipeiTeacher).schools).toEqual([
      { code: "meps", roles: ["teacher"], titles: ["教師", "組長"], grade: "3", class: "2" },
      { code: "jhs", roles: ["teacher"], titles: ["教師", "組長"] },
    ]);
  });

  test("a parent account has no place", () => {
    const told = { user: { uuid: "p1" }, profile: { role: "家長", o: "meps", title: "教師" } };
    expect(read(profileOf("TPE"), told)).toMatchObject({ roles: [], schools: [] });
  });
});
