import type { CountyId, CountyProfile } from "../../contract/counties.ts";
import { changhua } from "./cha.ts";
import { chiayiCity } from "./cyi.ts";
import { chiayiCounty } from "./cyq.ts";
import { hsinchuCounty } from "./hsq.ts";
import { hsinchuCity } from "./hsz.ts";
import { hualien } from "./hua.ts";
import { yilan } from "./ila.ts";
import { keelung } from "./kee.ts";
import { kaohsiung } from "./khh.ts";
import { kinmen } from "./kin.ts";
import { lienchiang } from "./lie.ts";
import { miaoli } from "./mia.ts";
import { nantou } from "./nan.ts";
import { newTaipei } from "./nwt.ts";
import { penghu } from "./pen.ts";
import { pingtung } from "./pif.ts";
import { taoyuan } from "./tao.ts";
import { tainan } from "./tnn.ts";
import { taipei } from "./tpe.ts";
import { taitung } from "./ttt.ts";
import { taichung } from "./txg.ts";
import { yunlin } from "./yun.ts";

/** The 22 counties' sign-ins, in the order of `countyIds` (M3). An operator's configuration goes over them. */
export const countyProfiles: readonly CountyProfile[] = [
  newTaipei,
  taipei,
  taoyuan,
  taichung,
  tainan,
  kaohsiung,
  yilan,
  hsinchuCounty,
  miaoli,
  changhua,
  nantou,
  yunlin,
  chiayiCounty,
  pingtung,
  taitung,
  hualien,
  penghu,
  keelung,
  hsinchuCity,
  chiayiCity,
  kinmen,
  lienchiang,
];

const byId = new Map(countyProfiles.map((profile) => [profile.id, profile]));

/** Every county has a profile: the list is checked against `countyIds` in the tests. */
export function profileOf(county: CountyId): CountyProfile {
  const profile = byId.get(county);
  if (!profile) throw new Error(`No profile of county ${county}`);
  return profile;
}
