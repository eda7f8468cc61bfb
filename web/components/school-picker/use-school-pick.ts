import type { CatalogueCounty } from "../../../functions/contract/catalogue.ts";
import { useCounties, useSchools } from "./catalogue-data.ts";
import { findPicked, type ListedSchool, type Picked, soundPick } from "./school-list.ts";

export interface SchoolPick {
  /** The answers so far, without what the catalogue does not have. */
  readonly picked: Picked;
  readonly counties: readonly CatalogueCounty[];
  readonly county: CatalogueCounty | undefined;
  /** Undefined until the county's list is here. */
  readonly schools: readonly ListedSchool[] | undefined;
  readonly school: ListedSchool | undefined;
  readonly state: "loading" | "failed" | "ready";
  again(): void;
}

/** Joins the answers in the address with the catalogue, which comes county by county. */
export function useSchoolPick(picked: Picked): SchoolPick {
  const [counties, countiesAgain] = useCounties();
  const list = counties.state === "ready" ? counties.value : [];
  const county = list.find((one) => one.name === picked.county);
  const [schools, schoolsAgain] = useSchools(county?.id);
  const listed = schools.state === "ready" ? schools.value : undefined;
  const sound = listed ? soundPick(listed, picked) : picked;
  const failed = counties.state === "failed" || schools.state === "failed";
  const waiting = counties.state !== "ready" || (county !== undefined && listed === undefined);
  return {
    picked: counties.state === "ready" && !county ? {} : sound,
    counties: list,
    county,
    schools: listed,
    school: listed && findPicked(listed, sound),
    state: failed ? "failed" : waiting ? "loading" : "ready",
    again: counties.state === "failed" ? countiesAgain : schoolsAgain,
  };
}
