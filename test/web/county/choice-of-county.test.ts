import { describe, expect, test } from "vitest";
import { knownName } from "../../../web/pages/apply/rules/known-name.ts";
import { pageToShow } from "../../../web/pages/apply/rules/steps.ts";
import { choiceOfCounty } from "../../../web/pages/sign-in/county/rules/choice-of-county.ts";

const kaohsiung = { name: "高雄市" };
const school = { code: "124302", level: "高中職", role: "student" } as const;

describe("M12: what a county says is chosen already, as far as it is certain", () => {
  test("one school, one role: only name and ID are asked for", () => {
    const choice = choiceOfCounty({ schools: [school] }, kaohsiung);
    expect(choice).toEqual({ role: "student", county: "高雄市", level: "高中職", school: "124302" });
    expect(pageToShow("person", "none", choice)).toBe("person");
  });

  test("two schools: the person says which", () => {
    const choice = choiceOfCounty({ schools: [school, { ...school, code: "124301" }] }, kaohsiung);
    expect(choice).toEqual({ role: "student", county: "高雄市" });
    expect(pageToShow("person", "none", choice)).toBe("school");
  });

  test("the same school at two levels: the person says which", () => {
    const choice = choiceOfCounty({ schools: [school, { ...school, level: "國中" }] }, kaohsiung);
    expect(choice).toEqual({ role: "student", county: "高雄市" });
  });

  test("two roles, or one that nobody told: the identity is asked for first", () => {
    for (const schools of [[school, { ...school, role: "teacher" as const }], [{ code: "124302", level: "高中職" }]]) {
      const choice = choiceOfCounty({ schools }, kaohsiung);
      expect(choice.role).toBeUndefined();
      expect(pageToShow("person", "none", choice)).toBe("identity");
    }
  });

  test("a level the catalogue does not know, or none, leaves the school open", () => {
    for (const level of [{ level: "幼兒園" }, {}])
      expect(choiceOfCounty({ schools: [{ code: "1", role: "student", ...level }] }, kaohsiung)).toEqual({
        role: "student",
        county: "高雄市",
      });
  });

  test("a school without a level has the one the catalogue knows, if it knows only one", () => {
    const { level: _, ...untold } = school;
    const known = [
      { code: "124302", level: "高中職" },
      { code: "124399", level: "國中" },
    ] as const;
    const withLevel = { role: "student", county: "高雄市", level: "高中職", school: "124302" };
    expect(choiceOfCounty({ schools: [untold] }, { ...kaohsiung, schools: known })).toEqual(withLevel);
    const two = [...known, { code: "124302", level: "國中" }] as const;
    expect(choiceOfCounty({ schools: [untold] }, { ...kaohsiung, schools: two }).school).toBeUndefined();
    expect(choiceOfCounty({ schools: [untold] }, { ...kaohsiung, schools: [] }).school).toBeUndefined();
  });

  test("no school at all, or a county without a name", () => {
    expect(choiceOfCounty({ schools: [] }, kaohsiung)).toEqual({ county: "高雄市" });
    expect(choiceOfCounty({ schools: [school] }, undefined)).toEqual({ role: "student" });
  });
});

describe("M13: the name a county told stands in the field", () => {
  test.each(["王小明", "NGUYEN THI HOA", "巴奈．達瑪畢瑪", "O'Brien", "吳𠮷安"])("%s does", (name) => {
    expect(knownName(name)).toBe(name);
  });

  test.each([undefined, "", "王○明", "王*明", "王Ｏ明", "陳〇〇", "林O", "王?明", "123"])("%j does not", (name) => {
    expect(knownName(name)).toBeUndefined();
  });
});
