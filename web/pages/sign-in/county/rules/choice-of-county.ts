import { schoolLevels } from "../../../../../functions/contract/catalogue.ts";
import type { FinishedCounty } from "../../../../../functions/contract/schemas/county.ts";
import { type Choice, roles } from "../../../apply/rules/choice.ts";

type FillIn = Extract<FinishedCounty, { outcome: "fill-in" }>;

/** The one value all agree on, or nothing. */
function only<T>(values: readonly T[]): T | undefined {
  return new Set(values).size === 1 ? values[0] : undefined;
}

/**
 * What a county's answer says of identity, county and school (M10), as far as it is certain: with two schools the person says
 * which, and a level this catalogue does not know is asked for. `countyName` is the catalogue's: 高雄市.
 */
export function choiceOfCounty({ schools }: Pick<FillIn, "schools">, countyName: string | undefined): Choice {
  const role = only(schools.map((school) => school.role));
  const code = only(schools.map((school) => school.code));
  const told = only(schools.map((school) => school.level));
  const level = schoolLevels.find((known) => known === told);
  return {
    ...(role && roles.includes(role) ? { role } : {}),
    ...(countyName ? { county: countyName } : {}),
    ...(countyName && code && level ? { level, school: code } : {}),
  };
}
