import {
  type CountyFacts,
  type CountyProviders,
  type CountySetup,
  CountyTrouble,
} from "../../ports/county-providers.ts";
import type { BoundedFetch } from "./bounded-fetch.ts";
import {
  askResources,
  beginCodeFlow,
  type CodeFlowProfile,
  checkEndpoints,
  clientFor,
  finishCodeFlow,
  type ProviderParts,
} from "./code-flow.ts";
import { jsonAnswers } from "./json-answers.ts";
import { troubled } from "./protocol-troubles.ts";

type Profile = Extract<CodeFlowProfile, { protocol: "oauth2" }>;

/**
 * OAuth 2.0 (RFC 6749, 7636, 9700) with a county that says who the person is in an answer of its own. Nothing vouches for that answer
 * but the county's TLS address, to which we ourselves took the code.
 */
export function oauth2(given: ProviderParts): CountyProviders {
  const parts = { ...given, fetch: withoutIdToken(jsonAnswers(given.fetch)) };

  return {
    begin: (setup, redirectUri) =>
      troubled(async () => {
        const profile = profileOf(setup);
        return beginCodeFlow(connect(setup, profile), profile, redirectUri, {});
      }),
    finish: (setup, { state = "", verifier = "", redirectUri = "" }, answer) =>
      troubled(async () => {
        const profile = profileOf(setup);
        const tokens = await finishCodeFlow(connect(setup, profile), { state, verifier, redirectUri }, answer);
        const told = await askResources(parts.fetch, profile, tokens.access_token, setup.test);
        return { subject: subjectOf(told, profile.mapping.subject), told };
      }),
  };

  function connect(setup: CountySetup, profile: Profile) {
    const { issuer, authorizationEndpoint, tokenEndpoint } = profile;
    checkEndpoints([authorizationEndpoint, tokenEndpoint], setup.test);
    const server = { issuer, authorization_endpoint: authorizationEndpoint, token_endpoint: tokenEndpoint };
    return clientFor(setup, profile, server, parts);
  }
}

function profileOf({ profile }: CountySetup): Profile {
  if (profile.protocol !== "oauth2") throw new CountyTrouble("refused", "protocol");
  return profile;
}

/** An ID token that nobody asked for is not looked at: there are no keys to check it with. */
function withoutIdToken(fetch: BoundedFetch): BoundedFetch {
  return async (url, init, test) => {
    const answer = await fetch(url, init, test);
    const told: unknown = init.method === "POST" && answer.ok ? await answer.clone().json() : undefined;
    if (typeof told !== "object" || told === null) return answer;
    return Response.json({ ...told, id_token: undefined }, { status: answer.status });
  };
}

/** A string, or a number as a string; anything else, `true` or a list of two people, is no subject. */
function subjectOf(told: CountyFacts["told"], place: string | undefined): string {
  let found: unknown = told;
  for (const step of place?.split(".") ?? []) {
    found =
      typeof found === "object" && found !== null && Object.hasOwn(found, step) ? Reflect.get(found, step) : undefined;
  }
  const subject = Number.isSafeInteger(found) ? String(found) : found;
  if (typeof subject !== "string" || subject === "") throw new CountyTrouble("refused", "no-subject");
  return subject;
}
