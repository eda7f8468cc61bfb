import type { CountyProfile, CountySchool } from "../../../contract/counties.ts";
import { readSimpleRegistration, readTitleStr } from "./attributes.ts";
import { readEduinfo } from "./eduinfo.ts";
import { readKaohsiung } from "./kh.ts";
import { readTaipei } from "./taipei.ts";

/** `from`: the profile's places, part by part. A reader never throws; a school with the code "" holds roles that belong to no school. */
export type SchoolReader = (told: unknown, from: Readonly<Record<string, string>>) => CountySchool[];

/** One reader for each way in which counties write schools, roles and classes (M3). */
export const schoolReaders: Readonly<Record<CountyProfile["mapping"]["schools"]["shape"], SchoolReader>> = {
  eduinfo: readEduinfo,
  kh: readKaohsiung,
  tpe: readTaipei,
  "title-str": readTitleStr,
  sreg: readSimpleRegistration,
};
