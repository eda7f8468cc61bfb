import { describe, expect, it } from "vitest";
import { readCatalogue } from "../../../lib/catalogue.ts";
import { countyAccounts, countyPassword, sampleCountyIds } from "../../../lib/local/counties/accounts.ts";
import { samplePersons } from "../../../lib/local/seed/sample-persons.ts";
import { samplePeople } from "../../../lib/local/seed/sample-roster.ts";

const catalogue = readCatalogue();
const people = samplePeople(catalogue);

describe.each(sampleCountyIds)("the sample accounts of %s", (county) => {
  const accounts = countyAccounts(county, catalogue);
  const ofRoster = (roster: string) => accounts.filter((account) => account.roster === roster);
  const everybody = [...people.values()].flat().map(({ id }) => id);

  it("are everybody of the sample roster there, with the same name, role and seats", () => {
    const known = ofRoster("here").map(({ personId, name, role, places }) => ({
      id: personId,
      name,
      role,
      places: places.map(({ school, grade, class: className, seat }) => [school.code, grade, className, seat]),
    }));
    const expected = (people.get(county) ?? []).map(({ id, name, role, places }) => ({
      id,
      name: name.whole,
      role,
      places: places.map(({ school, grade, class: className, seat }) => [school.code, grade, className, seat]),
    }));
    expect(known).toEqual(expected);
    expect(known.length).toBeGreaterThan(130);
  });

  it("have one name each and one password, and are the same each time", () => {
    expect(new Set(accounts.map(({ account }) => account)).size).toBe(accounts.length);
    expect(new Set(accounts.map(({ password }) => password))).toEqual(new Set([countyPassword]));
    expect(countyAccounts(county)).toEqual(accounts);
  });

  it("have among them the person whom /local/ shows, and a teacher at two schools", () => {
    const name = catalogue.counties.find(({ id }) => id === county)?.name;
    const shown = samplePersons(catalogue).filter((person) => person.county === name);
    expect(shown.length).toBeGreaterThan(0);
    for (const { id } of shown) expect(ofRoster("here").map(({ personId }) => personId)).toContain(id);
    expect(ofRoster("here").some(({ role, places }) => role === "teacher" && places.length === 2)).toBe(true);
  });

  it("have two people whom no roster knows (查無資料)", () => {
    const unknown = ofRoster("unknown");
    expect(unknown.map(({ role }) => role)).toEqual(["student", "teacher"]);
    for (const { personId } of unknown) expect(everybody).not.toContain(personId);
  });

  it("have one who claims a person of another county, by number and name (T35)", () => {
    const [claimant, ...others] = ofRoster("elsewhere");
    expect(others).toEqual([]);
    const [owner] = [...people].filter(([, persons]) => persons.some(({ id }) => id === claimant?.personId));
    expect(owner?.[0]).not.toBe(county);
    expect(owner?.[1].find(({ id }) => id === claimant?.personId)?.name.whole).toBe(claimant?.name);
  });

  it("give nobody a seat that somebody else of the class has", () => {
    const seats = accounts.flatMap(({ places }) =>
      places.flatMap(({ school, grade, class: className, seat }) =>
        seat === undefined ? [] : [[school.code, school.level, grade, className, seat].join(" ")],
      ),
    );
    expect(new Set(seats).size).toBe(seats.length);
  });

  it("hide at least one sign of each name where it is masked", () => {
    for (const { name, maskedName } of accounts) {
      expect(maskedName).toMatch(/○/);
      expect(maskedName).not.toBe(name);
    }
  });
});
