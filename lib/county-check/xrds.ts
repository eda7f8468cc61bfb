import type { CountyProfile } from "../../functions/contract/counties.ts";
import { type Finding, good, note, problem } from "./finding.ts";

type OpenId2Profile = Extract<CountyProfile, { protocol: "openid2" }>;

const server = "http://specs.openid.net/auth/2.0/server";
const exchange = "http://openid.net/srv/ax/1.0";

/**
 * Step 2 of an OpenID 2.0 county: the XRDS document at its identifier (§7.3.2) against the profile. Looked through by its text: what
 * counts is read by the library when the sign-in begins. Pure.
 */
export function checkXrds({ endpoint, attributes }: OpenId2Profile, text: string): readonly Finding[] {
  const services = [...text.matchAll(/<Service\b[^>]*>([\s\S]*?)<\/Service>/g)].map(([, service = ""]) => service);
  const serving = services.find((service) => valuesOf(service, "Type").includes(server));
  if (serving === undefined) {
    return [problem(`XRDS 沒有 ${server} 的服務`, `The XRDS document has no service of type ${server}`)];
  }
  const places = valuesOf(serving, "URI");
  const where = places.includes(endpoint)
    ? good(`XRDS 指向設定的端點 ${endpoint}`, `The XRDS document leads to the configured endpoint ${endpoint}`)
    : problem(
        `XRDS 指向 ${places.join(" ")}，設定的端點是 ${endpoint}`,
        `The XRDS document leads to ${places.join(" ")}, configured is ${endpoint}`,
      );
  const tells = Object.keys(attributes).length === 0 || valuesOf(serving, "Type").includes(exchange);
  const silent = note(
    "XRDS 未宣告屬性交換（AX）：可能拿不到學校與身分",
    "Attribute exchange (AX) is not announced: school and role may be missing",
  );
  return tells ? [where] : [where, silent];
}

const valuesOf = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}\\b[^>]*>([^<]*)</${name}>`, "g"))].map(([, value = ""]) =>
    value.trim().replaceAll("&amp;", "&"),
  );
