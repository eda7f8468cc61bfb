import type { CountyContract, CountySetup } from "../../functions/county-callback/contract-check.ts";
import { checkDiscovery, discoveryAddress } from "./discovery.ts";
import { type Finding, note } from "./finding.ts";
import { checkKeys } from "./keys.ts";
import { askJson, checkReachable, unanswered } from "./reach.ts";
import { checkXrds } from "./xrds.ts";

export interface Addresses {
  readonly findings: readonly Finding[];
  /** Where the keys are, of a county that publishes any. */
  readonly keysAt?: string;
}

/** Step 2: what the county says of itself, and whether what it says is there. */
export async function checkAddresses(contract: CountyContract, setup: CountySetup): Promise<Addresses> {
  const { profile, test } = setup;
  if (profile.protocol === "oidc") {
    const { json, findings } = await askJson(contract, discoveryAddress(profile.issuer), test);
    if (json === undefined) return { findings };
    const { authorization_endpoint: login, jwks_uri: keysAt } = json;
    const reached = typeof login === "string" ? [await checkReachable(contract, login, test)] : [];
    const all = [...findings, ...checkDiscovery(profile, json), ...reached];
    return typeof keysAt === "string" ? { findings: all, keysAt } : { findings: all };
  }
  if (profile.protocol === "oauth2") {
    const { authorizationEndpoint, tokenEndpoint, resources } = profile;
    const addresses = [authorizationEndpoint, tokenEndpoint, ...Object.values(resources)];
    return { findings: await Promise.all(addresses.map((address) => checkReachable(contract, address, test))) };
  }
  const { identifier } = profile;
  const answer = await contract.ask(identifier, "application/xrds+xml", test);
  if (!answer.ok) return { findings: [unanswered(identifier, answer)] };
  const { body } = answer.value;
  if (/<(\w+:)?XRDS\b/.test(body)) return { findings: checkXrds(profile, body) };
  // A page may name the document in a header or a tag instead: the sign-in's own beginning tells whether that works.
  const words = `${identifier}：直接回應的不是 XRDS 文件，由下一步的登入確認`;
  return {
    findings: [note(words, `${identifier}: does not answer with the XRDS document itself; the sign-in will tell`)],
  };
}

/** Step 3: the keys that sign this county's answers. Without any each answer is confirmed by the county itself. */
export async function checkPublishedKeys(
  contract: CountyContract,
  { profile, test }: CountySetup,
  keysAt: string | undefined,
): Promise<readonly Finding[]> {
  if (profile.protocol !== "oidc") {
    return [
      note("這種協定沒有公開金鑰，每次回應都直接向縣市確認", "No keys here: each answer is confirmed with the county"),
    ];
  }
  if (keysAt === undefined)
    return [note("上一步沒有金鑰的網址，略過", "The step before gave no address of keys: not looked at")];
  const { json, findings } = await askJson(contract, keysAt, test);
  return json === undefined ? findings : [...findings, ...checkKeys(profile.algorithms, json)];
}
