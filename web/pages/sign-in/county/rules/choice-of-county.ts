import { type CatalogueSchool, schoolLevels } from "../../../../../functions/contract/catalogue.ts";
import type { FinishedCounty } from "../../../../../functions/contract/schemas/county.ts";
import { type Choice, roles } from "../../../apply/rules/choice.ts";

type FillIn = Extract<FinishedCounty, { outcome: "fill-in" }>;

/** The one value all agree on, or nothing. */
function only<T>(values: readonly T[]): T | undefined {
  return new Set(values).size === 1 ? values[0] : undefined;
}

/** A county as the catalogue has it: its name (高雄市), and its schools where the list is here. */
export interface KnownCounty {
  readonly name: string;
  readonly schools?: readonly Pick<CatalogueSchool, "code" | "level">[] | undefined;
}

/**
 * What a county's answer says of identity, county and school (M10), as far as it is certain: with two schools the person says
 * which. Some counties tell no level: a code that the catalogue has at one level only has that one.
 */
export function choiceOfCounty({ schools }: Pick<FillIn, "schools">, county: KnownCounty | undefined): Choice {
  const role = only(schools.map((school) => school.role));
  const code = only(schools.map((school) => school.code));
  const told = only(schools.map((school) => school.level));
  const level = told
    ? schoolLevels.find((known) => known === told)
    : only((county?.schools ?? []).flatMap((known) => (known.code === code ? [known.level] : [])));
  return {
    ...(role && roles.includes(role) ? { role } : {}),
    ...(county ? { county: county.name } : {}),
    ...(county && code && level ? { level, school: code } : {}),
  };
}
