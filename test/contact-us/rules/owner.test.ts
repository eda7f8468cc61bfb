import { expect, it } from "vitest";
import { ownerOf } from "../../../functions/contact-us/rules/owner.ts";
import { type CaseCategory, type CaseOwner, caseCategory } from "../../../functions/contract/schemas/cases.ts";

const [school, county] = [{ county: "TPE", school: "383601" }, { county: "TPE" }];
type Owners = readonly [nowhere: CaseOwner, county: CaseOwner, school: CaseOwner];
const desk: Owners = ["service-desk", "service-desk", "service-desk"];
const roster: Owners = ["service-desk", "county", "school"];
const expected: Record<CaseCategory, Owners> = {
  "school-not-listed": desk,
  "person-not-found": roster,
  "wrong-data": roster,
  "code-not-received": desk,
  "unknown-account": desk,
  "not-me": desk,
  applying: desk,
  "signing-in": desk,
  suggestion: desk,
  other: desk,
};

it.each(caseCategory.options)(
  "%s goes to whoever keeps what is wrong, the nearest that is known (M70, beyond 1)",
  (category) => {
    const owners = [{}, county, school].map((place) => ownerOf(category, place));
    expect(owners).toEqual(expected[category]);
  },
);

it("a school without its county is known well enough", () => {
  expect(ownerOf("wrong-data", { school: "383601" })).toBe("school");
});
