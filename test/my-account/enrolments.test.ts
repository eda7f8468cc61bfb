import { describe, expect, it } from "vitest";
import { isSameEnrolment, isSameList, updatedEnrolments } from "../../functions/person/enrolments.ts";

const at = (code: string, more: { role?: string; level?: string; grade?: string; class?: string } = {}) => {
  const { level = "國小", ...rest } = more;
  return { role: "student", county: "臺北市", district: "文山區", school: { code, level, name: `${code}校` }, ...rest };
};
const never = () => false;
const always = () => true;

describe("the enrolments of a person after 更新 (M36)", () => {
  it.each([
    [
      "the same place is replaced where it stands",
      [at("1", { grade: "4" }), at("2")],
      at("1", { grade: "5" }),
      never,
      [at("1", { grade: "5" }), at("2")],
    ],
    ["a new place comes last", [at("1")], at("2"), never, [at("1"), at("2")]],
    ["a student's old place that the roster lost goes", [at("1"), at("3")], at("2"), always, [at("2")]],
    [
      "the place itself never goes, whatever the roster said a moment ago",
      [at("1")],
      at("1", { class: "2" }),
      always,
      [at("1", { class: "2" })],
    ],
    [
      "a teacher's place stays when a student moves",
      [at("1", { role: "teacher" })],
      at("2"),
      always,
      [at("1", { role: "teacher" }), at("2")],
    ],
    [
      "a student's place stays when a teacher moves",
      [at("1")],
      at("2", { role: "teacher" }),
      always,
      [at("1"), at("2", { role: "teacher" })],
    ],
    [
      "one code at two levels is two places",
      [at("1")],
      at("1", { level: "國中" }),
      never,
      [at("1"), at("1", { level: "國中" })],
    ],
    ["the first one of somebody who had none", [], at("1"), always, [at("1")]],
  ])("%s", (_, current, source, isGone, next) => {
    expect(updatedEnrolments(current, source, isGone)).toEqual(next);
  });

  it("two are the same when every field is, and one that is missing is as good as an empty one", () => {
    expect(isSameEnrolment(at("1"), at("1", { grade: "" }))).toBe(true);
    expect(isSameEnrolment(at("1"), at("1", { grade: "4" }))).toBe(false);
    expect(isSameEnrolment(at("1"), { ...at("1"), district: "士林區" })).toBe(false);
    expect(isSameList([at("1"), at("2")], [at("2"), at("1")])).toBe(true);
    expect(isSameList([at("1"), at("2")], [at("1")])).toBe(false);
  });
});
