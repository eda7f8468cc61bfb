import type { CountyProfile } from "../../functions/contract/counties.ts";
import { type Finding, good, note, problem, warning } from "./finding.ts";

type OidcProfile = Extract<CountyProfile, { protocol: "oidc" }>;
type Document = Readonly<Record<string, unknown>>;

export const discoveryAddress = (issuer: string): string =>
  `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;

/** Step 2 of an OpenID Connect county: its document (Discovery 1.0 §3) against the profile. Pure. */
export function checkDiscovery(profile: OidcProfile, document: Document): readonly Finding[] {
  return [
    checkIssuer(profile, document),
    ...["authorization_endpoint", "token_endpoint", "jwks_uri"].map((name) => checkEndpoint(document, name)),
    ...(profile.userinfo ? [checkEndpoint(document, "userinfo_endpoint")] : []),
    checkOffered(document, "response_types_supported", ["code"], "problem"),
    checkOffered(document, "id_token_signing_alg_values_supported", profile.algorithms, "problem"),
    // §3: client_secret_basic when the document does not say.
    checkOffered(
      { token_endpoint_auth_methods_supported: ["client_secret_basic"], ...document },
      "token_endpoint_auth_methods_supported",
      [profile.clientAuthentication],
      "problem",
    ),
    ...profile.scopes.map((scope) => checkOffered(document, "scopes_supported", [scope], "warning")),
    checkPkce(document),
  ];
}

/** By plain string: another issuer would speak for this county (§4.3). */
function checkIssuer({ issuer }: OidcProfile, document: Document): Finding {
  if (document.issuer === issuer) return good("issuer 與設定一致", "The issuer is the configured one");
  const told = typeof document.issuer === "string" ? document.issuer : "—";
  return problem(
    `issuer 不一致：設定 ${issuer}，文件 ${told}（須一字不差，包括最後的 /）`,
    `The issuers differ: configured ${issuer}, told ${told} (character by character, the last / too)`,
  );
}

function checkEndpoint(document: Document, name: string): Finding {
  const address = document[name];
  if (typeof address === "string" && URL.canParse(address)) return good(`${name}：${address}`, `${name}: ${address}`);
  return problem(`文件缺少 ${name}`, `The document has no ${name}`);
}

/** One of `wanted` must be offered. A list that is not there says nothing, except where the specification demands it. */
function checkOffered(
  document: Document,
  name: string,
  wanted: readonly string[],
  otherwise: "problem" | "warning",
): Finding {
  const offered = document[name];
  const words = wanted.join(" / ");
  if (!Array.isArray(offered)) return note(`文件沒有 ${name}，略過`, `The document has no ${name}: not looked at`);
  if (wanted.some((one) => offered.includes(one))) return good(`${name} 有 ${words}`, `${name} offers ${words}`);
  const say = otherwise === "problem" ? problem : warning;
  return say(`${name} 沒有 ${words}`, `${name} does not offer ${words}`);
}

function checkPkce({ code_challenge_methods_supported: methods }: Document): Finding {
  if (Array.isArray(methods) && methods.includes("S256")) return good("支援 PKCE（S256）", "PKCE (S256) is supported");
  return note(
    "文件未宣告 PKCE（S256）：本服務仍會送出，建議支援",
    "PKCE (S256) is not announced: this service sends it anyway, and recommends it",
  );
}
