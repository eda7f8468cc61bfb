import type { CountiesFile, SchoolsFile } from "../../../functions/contract/catalogue.ts";
import { type Data, fetchOnce, useStaticFile } from "../../static-file.ts";
import { inKnownOrder, type ListedSchool, listSchools } from "./school-list.ts";

const readCounties = (json: unknown): CountiesFile => inKnownOrder(json as CountiesFile);
const readSchools = (json: unknown): readonly ListedSchool[] => listSchools(json as SchoolsFile);
/** One county's schools are 0.3–4 KB on the line, so a file is fetched when its county is chosen. */
const schoolsOf = (id: string) => `/data/schools-${id}.json`;

export function useCounties(): [data: Data<CountiesFile>, again: () => void] {
  return useStaticFile("/data/counties.json", readCounties);
}

/** The schools of a county by its ISO id, outside of a page; undefined when the list does not come. */
export function askSchools(id: string): Promise<readonly ListedSchool[] | undefined> {
  return fetchOnce(schoolsOf(id), readSchools).catch(() => undefined);
}

/** The schools of a county by its ISO id (`TPE`). */
export function useSchools(id: string | undefined): [data: Data<readonly ListedSchool[]>, again: () => void] {
  return useStaticFile(id && schoolsOf(id), readSchools);
}
