import { readFileSync } from "node:fs";
import { type Application, applicationFile } from "../../../functions/contract/applications.ts";

/** Where a sample application lies on its server: its files name this origin, and the real one takes its place. */
const written = "http://127.0.0.1:8790";

/** `base`: what its paths begin with. */
export const sampleFiles = [
  { base: "", file: "sample-application.json" },
  { base: "/teachers", file: "sample-teachers.json" },
  { base: "/ups", file: "sample-legacy.json" },
] as const;

/** When its file says that the old sign-in of the sample platform ends; what is so today takes its place. */
const writtenEnd = "2027-02-01T00:00:00+08:00";

/** The application of a sample file as it is when its server has this origin and starts at `now` (epoch milliseconds). */
export function sampleAt(origin: string, file: (typeof sampleFiles)[number]["file"], now: number): Application {
  const text = readFileSync(new URL(file, import.meta.url), "utf8");
  return applicationFile.parse(
    JSON.parse(text.replaceAll(written, origin).replaceAll(writtenEnd, endOfOldSignIn(now).toISOString())),
  );
}

/** The first day of a month in Taipei, two to three months ahead: whoever tries the sample out meets it before and can set a clock after. */
function endOfOldSignIn(now: number): Date {
  const taipei = 8 * 3_600_000;
  const there = new Date(now + taipei);
  return new Date(Date.UTC(there.getUTCFullYear(), there.getUTCMonth() + 3, 1) - taipei);
}
