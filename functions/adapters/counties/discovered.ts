import type { JSONWebKeySet } from "jose";
import type { ServerMetadata } from "openid-client";
import * as z from "zod/mini";
import { CountyTrouble } from "../../ports/county-providers.ts";
import type { ProviderParts } from "./code-flow.ts";
import { askJson } from "./json-answers.ts";
import { type KeptAnswer, keptAnswer } from "./kept-answer.ts";

/** All that is taken from a discovery document (OpenID Connect Discovery §3). */
const metadata = z.object({
  issuer: z.string(),
  authorization_endpoint: z.string(),
  token_endpoint: z.string(),
  jwks_uri: z.string(),
  userinfo_endpoint: z.optional(z.string()),
  authorization_response_iss_parameter_supported: z.optional(z.boolean()),
});
type Metadata = z.infer<typeof metadata> & ServerMetadata;

const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

/** What an issuer publishes of itself, kept by this process. */
export interface Discovered {
  readonly metadata: KeptAnswer<Metadata>;
  readonly keys: KeptAnswer<JSONWebKeySet>;
}

const hour = 3_600;
const [metadataFresh, keysFresh, gap] = [hour, hour / 12, 60];

/** Asked for when first needed; while the issuer is down what is known serves on, a day at most (T37). */
export function discovered(issuer: string, test: boolean, { fetch, clock, policy }: ProviderParts): Discovered {
  const atMost = policy.county.keysAtMost;
  const ofIssuer = keptAnswer(() => readMetadata(issuer, ask), { fresh: metadataFresh, atMost, gap }, clock);
  const keys = keptAnswer(
    async () => readKeys((await ofIssuer.get()).jwks_uri, ask),
    { fresh: keysFresh, atMost, gap },
    clock,
  );
  return { metadata: ofIssuer, keys };

  async function ask(url: string): Promise<unknown> {
    const told = await askJson(fetch, url, {}, test);
    if (told === undefined) throw new CountyTrouble("down", "not-there");
    return told;
  }
}

async function readMetadata(issuer: string, ask: (url: string) => Promise<unknown>): Promise<Metadata> {
  const read = metadata.safeParse(await ask(`${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`));
  if (!read.success) throw new CountyTrouble("refused", "discovery-incomplete");
  // By plain string, or another issuer would speak for this county (§4.3; RFC 9207 §2.4).
  if (read.data.issuer !== issuer) throw new CountyTrouble("refused", "discovery-issuer");
  return read.data as Metadata;
}

async function readKeys(address: string, ask: (url: string) => Promise<unknown>): Promise<JSONWebKeySet> {
  const read = keySet.safeParse(await ask(address));
  if (!read.success) throw new CountyTrouble("refused", "keys-unreadable");
  return read.data as JSONWebKeySet;
}
