import { describe, expect, test } from "vitest";
import { profileOf } from "../../../functions/county-callback/counties/counties.ts";
import { guid, newTaipeiPupil, newTaipeiTeacher, tainanPupil } from "../fixtures/told.ts";
import { mapped, read, simpleRegistration } from "./read.ts";

const tainan = profileOf("TNN");
const teacherAt = (code: string) => [{ code, roles: ["teacher"], titles: ["教師"] }];
const attributes = (ax: Record<string, unknown>) => read(tainan, { ax }).schools;

describe("titleStr in the spellings of the counties (M3)", () => {
  test("臺南: classes in single quotes beside proper JSON", () => {
    expect(read(tainan, tainanPupil)).toMatchObject({
      name: "黃小華",
      email: "st1020170@cloud.tn.edu.tw",
      personDigest: guid,
      schools: [{ code: "114601", roles: ["student"], titles: ["學生"], grade: "5", class: "忠" }],
    });
  });

  test.each([
    ["a list of titles by id (臺南, 桃園)", '[{"id":"173637","title":["教師"]}]'],
    ["a bare object (臺東)", '{"sid":"173637","title":["教師"]}'],
    ["a bare key (基隆, 宜蘭)", '{sid:"173637",title:["教師"]}'],
    ["single quotes", "[{'sid':'173637','title':'教師'}]"],
    ["titles before sid (雲林 and others)", '[{"titles":["教師"],"sid":"173637"}]'],
    ["escaped quotes", '[{\\"titles\\":[\\"教師\\"],\\"sid\\":\\"173637\\"}]'],
    ["JSON in a JSON string", JSON.stringify('[{"titles":["教師"],"sid":"173637"}]')],
    ["JSON in a JSON string, twice", JSON.stringify(JSON.stringify('[{"titles":["教師"],"sid":"173637"}]'))],
    ["quotes as HTML entities", "[{&quot;sid&quot;:&quot;173637&quot;,&quot;titles&quot;:[&quot;教師&quot;]}]"],
    ["escaped characters", '[{\\"titles\\":[\\"\\\\u6559\\\\u5e2b\\"],\\"sid\\":\\"173637\\"}]'],
    ["title and titles at once (金門)", '[{"sid":"173637","title":"教師","titles":["教師"]}]'],
    ["a number for a code", '[{"sid":173637,"title":"教師"}]'],
    ["values and not text", [{ sid: " 173637\u3000", titles: "教師" }]],
  ])("%s", (_, titleStr) => {
    expect(attributes({ titleStr })).toEqual(teacherAt("173637"));
  });

  test("a code that lost its leading zero as a number has it again", () => {
    expect(attributes({ titleStr: '[{"sid":14601,"title":"教師"}]' })).toEqual(teacherAt("014601"));
  });

  test.each(["A00015", "084719a1", "st1020170"])("%s is no school code and stays as it is", (code) => {
    expect(attributes({ titleStr: [{ id: ` ${code} `, title: ["教師"] }] })).toEqual(teacherAt(code));
  });

  test("a plain title is at the school told beside it", () => {
    expect(attributes({ titleStr: "教師", schoolId: "200601" })).toEqual(teacherAt("200601"));
  });

  test("連江: Stu in the friendly name is a student", () => {
    const lienchiang = mapped("LIE", {
      schools: { shape: "title-str", from: { role: "ax.friendly", school: "ax.id" } },
    });
    const [school] = read(lienchiang, { ax: { friendly: "Stu", id: "724601" } }).schools;
    expect(school).toEqual({ code: "724601", roles: ["student"], titles: ["Stu"] });
  });

  test("two titles in one text are two", () => {
    const [school] = attributes({ titleStr: '{sid:"173637",title:"教師、導師"}' });
    expect(school?.titles).toEqual(["教師", "導師"]);
  });

  test("text that is broken JSON is no title", () => {
    expect(attributes({ titleStr: '[{"sid":"173637","title"', schoolId: "173637" })).toEqual([
      { code: "173637", roles: [], titles: [] },
    ]);
  });
});

describe("simple registration fields with other meanings (M3)", () => {
  test("新北: a teacher who is a parent too has the teacher's place only", () => {
    expect(read(simpleRegistration, newTaipeiTeacher)).toMatchObject({
      name: "吳老師",
      roles: ["teacher"],
      personDigest: guid,
      schools: [{ code: "014601", roles: ["teacher"], titles: ["教師", "教師兼組長", "科任教師"] }],
    });
  });

  test("新北: parent and teacher at one school is a teacher there", () => {
    const timezone = [
      { id: "014601", role: "家長", title: "家長" },
      { id: "014601", role: "教師", title: "教師" },
    ];
    expect(read(simpleRegistration, { sreg: { timezone, language: "000000" } }).schools).toEqual(teacherAt("014601"));
  });

  test("新北: a parent's six digits are the child's, and give no place", () => {
    const timezone = [{ id: "014601", role: "家長", title: "家長" }];
    expect(read(simpleRegistration, { sreg: { timezone, language: "060125" } })).toMatchObject({
      roles: [],
      schools: [],
    });
  });

  test("新北: six digits are grade, class and seat of a student", () => {
    expect(read(simpleRegistration, newTaipeiPupil).schools).toEqual([
      { code: "014601", roles: ["student"], titles: ["學生"], grade: "6", class: "1", seat: "25" },
    ]);
  });

  test("six digits go to the school where the person is a student", () => {
    const timezone = [
      { id: "014601", role: "教師" },
      { id: "014602", role: "學生" },
    ];
    const { schools } = read(simpleRegistration, { sreg: { timezone, language: "110203" } });
    expect(schools.map(({ code, grade, class: name, seat }) => [code, grade, name, seat])).toEqual([
      ["014601", undefined, undefined, undefined],
      ["014602", "11", "2", "3"],
    ]);
  });

  test("000000 is staff: no grade, class or seat", () => {
    const timezone = '[{"id":"034601","title":["教師"]}]';
    expect(read(simpleRegistration, { sreg: { timezone, language: "000000" } }).schools).toEqual(teacherAt("034601"));
  });

  test("新竹市: plain role text, the school in the country field, a 32-digit language that is no class", () => {
    const sreg = { timezone: "教師", country: "183601", language: "d41d8cd98f00b204e9800998ecf8427e", postcode: guid };
    expect(read(simpleRegistration, { sreg })).toMatchObject({ personDigest: guid, schools: teacherAt("183601") });
  });

  test("臺東: one object as text", () => {
    const sreg = { timezone: '{"sid":"144601","title":["教師"]}', country: "144601" };
    expect(read(simpleRegistration, { sreg }).schools).toEqual(teacherAt("144601"));
  });

  test("a role without any school is a role and no place", () => {
    expect(read(simpleRegistration, { sreg: { timezone: "教育局人員" } })).toMatchObject({
      roles: ["staff"],
      schools: [],
    });
  });
});
