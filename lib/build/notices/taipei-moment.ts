import * as z from "zod/mini";
import type { DayOrMoment } from "../../../functions/contract/notices.ts";

const written = /^(\d{4}-\d{2}-\d{2})(?: (\d{2}:\d{2}))?$/;

/** Taiwan has one time zone and no summer time. */
const offset = "+08:00";

/** A date of the calendar, as `2026-02-30` is none; undefined when it is not written as asked. */
function read(text: string): DayOrMoment | undefined {
  const [, day = "", time] = written.exec(text) ?? [];
  const start = new Date(`${day}T${time ?? "00:00"}:00Z`);
  if (Number.isNaN(start.getTime()) || !start.toISOString().startsWith(day)) return undefined;
  return time === undefined ? day : `${day}T${time}:00${offset}`;
}

function as(wanted: string, fits: (at: DayOrMoment) => boolean) {
  return z.pipe(
    z.string(`must be ${wanted}`),
    z.transform((text: string, context): DayOrMoment => {
      const at = read(text.trim());
      if (at !== undefined && fits(at)) return at;
      context.issues.push({ code: "custom", message: `must be ${wanted}, not "${text}"`, input: text });
      return z.NEVER;
    }),
  );
}

/** `2026-11-21`, or `2026-11-21 09:00` in Taipei's time. */
export const dayOrMoment = as("a day such as 2026-11-21 or a time such as 2026-11-21 09:00", () => true);

/** `2026-11-21 09:00` in Taipei's time: a day alone is not enough. */
export const moment = as("a time such as 2026-11-21 09:00", (at) => at.length > 10);
