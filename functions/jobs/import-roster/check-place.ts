import type { SchoolLevel } from "../../contract/catalogue.ts";
import type { RowReason } from "./problems.ts";
import { readClass, readSeat } from "./rules/class-and-seat.ts";
import { readGrade } from "./rules/grade.ts";

/** 年級, 班級 and 座號 as a file has them. */
export interface WrittenPlace {
  readonly grade: string;
  readonly class: string;
  readonly seat: string;
}

export interface CheckedPlace {
  readonly grade?: number;
  readonly class?: string;
  readonly seat?: number;
}

/** `place` is there exactly when there are no problems. */
export interface PlaceCheck {
  readonly place?: CheckedPlace;
  readonly problems: readonly { readonly of: keyof WrittenPlace; readonly reason: RowReason }[];
}

/** Grade, class and seat for a school level. Blank ones are left out: a person without a class is still a person. */
export function checkPlace(level: SchoolLevel, written: WrittenPlace): PlaceCheck {
  const grade = readGrade(written.grade, level);
  const className = readClass(written.class);
  const seat = readSeat(written.seat);
  if (grade.ok && className.ok && seat.ok) {
    return {
      place: {
        ...(grade.grade !== undefined && { grade: grade.grade }),
        ...(className.class !== undefined && { class: className.class }),
        ...(seat.seat !== undefined && { seat: seat.seat }),
      },
      problems: [],
    };
  }
  return {
    problems: [
      ...(grade.ok ? [] : [{ of: "grade" as const, reason: grade.reason }]),
      ...(className.ok ? [] : [{ of: "class" as const, reason: className.reason }]),
      ...(seat.ok ? [] : [{ of: "seat" as const, reason: seat.reason }]),
    ],
  };
}
