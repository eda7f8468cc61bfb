import type { CountyAccount } from "../accounts.ts";
import { classNameOf, guidOf, titleOf, twoDigits } from "../person-facts.ts";

const attributeExchange = "http://openid.net/srv/ax/1.0";
const simpleRegistration = "http://openid.net/extensions/sreg/1.1";

/** What was asked for and is known, under aliases of the provider's own. One place only: Tainan does not tell of a second. */
export function attributeFields(
  asked: ReadonlyMap<string, string>,
  account: CountyAccount,
): Readonly<Record<string, string>> {
  return { ...exchanged(asked, account), ...registered(asked, account) };
}

function exchanged(asked: ReadonlyMap<string, string>, account: CountyAccount): Record<string, string> {
  const alias = aliasOf(asked, attributeExchange);
  if (alias === undefined || asked.get(`openid.${alias}.mode`) !== "fetch_request") return {};
  const fields: Record<string, string> = { "ns.ext1": attributeExchange, "ext1.mode": "fetch_response" };
  const types = [...asked].filter(([name]) => name.startsWith(`openid.${alias}.type.`)).map(([, type]) => type);
  for (const [index, type] of types.entries()) {
    const value = valueOfType(type, account);
    if (value === undefined) continue;
    fields[`ext1.type.alias${index}`] = type;
    fields[`ext1.value.alias${index}`] = value;
  }
  return fields;
}

function registered(asked: ReadonlyMap<string, string>, account: CountyAccount): Record<string, string> {
  const alias = aliasOf(asked, simpleRegistration);
  if (alias === undefined) return {};
  const wanted = ["required", "optional"].flatMap((list) => asked.get(`openid.${alias}.${list}`)?.split(",") ?? []);
  const known: Record<string, string | undefined> = { fullname: account.name, email: account.email };
  const told = Object.entries(known).filter(([name, value]) => wanted.includes(name) && value !== undefined);
  const fields = Object.fromEntries(told.map(([name, value]) => [`sreg.${name}`, value ?? ""]));
  return { "ns.sreg": simpleRegistration, ...fields };
}

const aliasOf = (asked: ReadonlyMap<string, string>, type: string) =>
  [...asked].find(([name, value]) => name.startsWith("openid.ns.") && value === type)?.[0].slice("openid.ns.".length);

/** By the path of the type's URI: counties write it under hosts of their own. */
function valueOfType(type: string, account: CountyAccount): string | undefined {
  const [place] = account.places;
  switch (URL.canParse(type) ? new URL(type).pathname : "") {
    case "/person/guid":
      return guidOf(account);
    case "/school/id":
      return place?.school.code;
    case "/school/titleStr":
      return place && JSON.stringify([{ id: place.school.code, title: [titleOf(account)] }]);
    case "/school/classStr":
      return place && classesOf(place, titleOf(account));
    case "/namePerson":
      return account.name;
    case "/contact/email":
      return account.email;
    default:
      return undefined;
  }
}

/** Single quotes: not JSON. */
function classesOf({ school, grade, class: number }: CountyAccount["places"][number], title: string): string {
  if (grade === undefined || number === undefined) return "[]";
  return `[{'sid':'${school.code}','title':['${title}'],'classTitle':'${classNameOf(grade, number)}','gradeId':'${grade}','classId':'${twoDigits(number)}'}]`;
}
