import { describe, expect, test } from "vitest";
import { application } from "../../../functions/contract/schemas/register.ts";
import { addressOf } from "../../../web/pages/apply/rules/addresses.ts";
import { type Choice, choiceOf, readChoice, writeChoice } from "../../../web/pages/apply/rules/choice.ts";
import {
  type ApplyPage,
  applyPages,
  homeOf,
  pageBefore,
  pageToShow,
  stepCount,
  stepNumber,
} from "../../../web/pages/apply/rules/steps.ts";

const steps = application.def.shape.step.def.entries;
const everyStep = Object.values(steps);
const nothing: Choice = {};
const full: Choice = { role: "student", county: "臺北市", district: "松山區", level: "國小", school: "313601" };

const shown = (wanted: ApplyPage, step: (typeof everyStep)[number], choice: Choice = full) =>
  pageToShow(wanted, step, choice);

describe("M10, M19: which page a reload, a bookmark or a second tab may show", () => {
  test("nothing is shown beyond what the service has saved", () => {
    expect(shown("confirm", "none")).toBe("person");
    expect(shown("account", "confirm")).toBe("confirm");
    expect(shown("code", "account")).toBe("account");
    expect(shown("review", "code")).toBe("code");
    expect(shown("done", "review")).toBe("review");
  });

  test("looking at the found data opens the notice, since nothing is saved between the two", () => {
    expect(shown("consent", "confirm")).toBe("consent");
  });

  test("every page before the reached one stays open, so that 回上一頁 works", () => {
    for (const page of ["identity", "school", "person", "confirm", "consent", "account", "code", "review"] as const) {
      expect(shown(page, "review")).toBe(page);
    }
  });

  test("a choice that is missing is asked for first", () => {
    expect(shown("school", "none", nothing)).toBe("identity");
    expect(shown("person", "none", nothing)).toBe("identity");
    expect(shown("person", "none", { role: "student", county: "臺北市" })).toBe("school");
    expect(shown("review", "none", { role: "student" })).toBe("school");
    expect(shown("review", "none", nothing)).toBe("identity");
  });

  test("a finished application shows its result, and the first page for the next person", () => {
    for (const page of applyPages) expect(shown(page, "done")).toBe(page === "identity" ? "identity" : "done");
  });

  test("wherever one is sent, one may stay: no address sends a person round in circles", () => {
    for (const step of everyStep) {
      for (const wanted of applyPages) {
        for (const choice of [nothing, { role: "student" } as const, full]) {
          const page = pageToShow(wanted, step, choice);
          expect(pageToShow(page, step, choice), `${wanted} at ${step}`).toBe(page);
        }
      }
    }
  });

  test("the page that waits at each step of the service may be shown there", () => {
    for (const step of everyStep) expect(shown(homeOf(step), step)).toBe(homeOf(step));
  });
});

describe("the way through", () => {
  test("counts eight steps, and the result is none of them", () => {
    expect(stepCount).toBe(8);
    expect(applyPages.slice(0, 8).map(stepNumber)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test("回上一頁 leads back page by page, and from the review past the proved code to what can be changed", () => {
    expect(pageBefore("person")).toBe("school");
    expect(pageBefore("consent")).toBe("confirm");
    expect(pageBefore("review")).toBe("account");
    expect(pageBefore("identity")).toBeUndefined();
    expect(pageBefore("done")).toBeUndefined();
  });
});

describe("the addresses", () => {
  const enrolment = {
    role: "teacher" as const,
    county: "臺中市",
    district: "西屯區",
    school: { code: "193601", level: "國小" as const, name: "市立西屯國小" },
  };

  test("carry the choice up to the personal data, and nothing after it", () => {
    expect(addressOf("person", full, { step: "none" })).toBe(`/apply/person${writeChoice(full)}`);
    expect(addressOf("account", full, { step: "account", enrolment })).toBe("/apply/account");
  });

  test("going back after a reload finds the choice the service knows", () => {
    expect(addressOf("person", undefined, { step: "confirm", enrolment })).toBe(
      `/apply/person${writeChoice(choiceOf(enrolment))}`,
    );
  });

  test("the choice on the page comes before the one the service knows", () => {
    expect(addressOf("school", full, { step: "confirm", enrolment })).toBe(`/apply/school${writeChoice(full)}`);
  });
});

describe("M10: the choice in the address", () => {
  test("comes back as it was written", () => {
    expect(readChoice(Object.fromEntries(new URLSearchParams(writeChoice(full))))).toEqual(full);
    expect(writeChoice(nothing)).toBe("");
  });

  test("drops words it does not know", () => {
    const query = { role: "principal", county: "臺北市", level: "幼兒園", school: "x".repeat(21), district: "" };
    expect(readChoice(query)).toEqual({ county: "臺北市" });
  });

  test("carries nothing of the person", () => {
    const enrolment = {
      role: "student" as const,
      county: "臺北市",
      district: "松山區",
      school: { code: "313601", level: "國小" as const, name: "市立松山國小" },
      grade: "5",
      class: "2",
      seat: "17",
    };
    expect(choiceOf(enrolment)).toEqual(full);
  });
});
