import type { CaptchaAnswer, CaptchaForm } from "../contract/schemas/parts.ts";
import { Problem } from "../http/problem.ts";
import type { Client } from "../http/request.ts";
import { isPersonName } from "../person/name.ts";
import { parsePersonId } from "../person/national-id.ts";
import type { Captchas } from "../ports/captchas.ts";
import type { Keys } from "../ports/keys.ts";
import type { LookUps, PersonLookUp, Reserved } from "../ports/look-ups.ts";
import { personDigest, personKeyOf } from "../ports/person-key.ts";

export interface LookUpParts {
  readonly captchas: Pick<Captchas, "check" | "redeem">;
  readonly lookUps: LookUps;
  readonly keys: Keys;
}

interface Asked {
  readonly body: { readonly personId: string; readonly name?: string; readonly captcha: CaptchaAnswer };
  readonly client: Client;
}

const refusals = {
  "captcha-used": "captcha-wrong",
  "too-many-tries": "too-many-tries",
  "breaker-open": "try-again-later",
} as const satisfies Record<Exclude<Reserved, "ok">, string>;

/**
 * A form that asks by ID, as every function that has one does it: what can be judged without a look-up first, then the captcha, then
 * one counted try (T05). Gives what may now be looked up and the ID in its one form; throws the Problem that says why nothing is.
 */
export async function reserveLookUp(
  { captchas, lookUps, keys }: LookUpParts,
  form: CaptchaForm,
  { body, client }: Asked,
  counted: Pick<PersonLookUp, "byPersonalData"> = {},
): Promise<{ lookUp: PersonLookUp; personId: string }> {
  const id = parsePersonId(body.personId);
  if (!id.ok) {
    const code = id.reason === "checksum" ? "person-id-checksum" : "person-id-rule";
    throw new Problem(code, { fields: [{ field: "personId", problem: id.reason }] });
  }
  if (body.name !== undefined && !isPersonName(body.name))
    throw new Problem("name-rule", { fields: [{ field: "name", problem: "characters" }] });

  const captcha = await captchas.check(form, body.captcha);
  if (!captcha.right) {
    await captchas.redeem(form, body.captcha);
    throw new Problem("captcha-wrong");
  }
  const lookUp: PersonLookUp = {
    personKey: await personKeyOf(keys, personDigest(id.id)),
    client: await keys.mac("limit", client.network),
    fromSchool: client.fromSchool,
    captcha,
    ...counted,
  };
  const reserved = await lookUps.reserve(lookUp);
  if (reserved !== "ok") throw new Problem(refusals[reserved], reserved === "captcha-used" ? {} : { retryAfter: 600 });
  return { lookUp, personId: id.id };
}

/** What is read in place of the account of a person who has none, so that the calls are the same (SHAPE). */
export const decoyOf = async (keys: Keys, { personKey }: PersonLookUp): Promise<string> =>
  `decoy-${await keys.mac("decoy", personKey)}`;
