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

/** The application of a sample file as it is when its server has this origin. */
export function sampleAt(origin: string, file: (typeof sampleFiles)[number]["file"]): Application {
  const text = readFileSync(new URL(file, import.meta.url), "utf8");
  return applicationFile.parse(JSON.parse(text.replaceAll(written, origin)));
}
