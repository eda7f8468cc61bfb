import type { Application } from "../../contract/applications.ts";
import { acrValues, type SignInMethod } from "../../contract/oidc.ts";
import { isForRoles } from "../../person/roles.ts";
import type { Profile } from "../../ports/accounts.ts";
import type { RequestParams } from "../../ports/interactions.ts";
import type { StepUp } from "../../ports/openid-provider.ts";
import { readClaims } from "./scopes.ts";

/** Whether an application is for somebody in these roles. */
export const isForPerson = ({ roles }: Application, { enrolments }: Pick<Profile, "enrolments">): boolean =>
  isForRoles(roles, enrolments);

/** An essential `acr` that is none of ours can be met by nobody (OpenID Connect Core 5.5.1.1). */
export function canBeMet(claims: unknown): boolean {
  const wanted = essentialAcrs(claims as ReturnType<typeof readClaims>);
  return wanted === undefined || wanted.some((value) => (Object.values(acrValues) as unknown[]).includes(value));
}

/**
 * What of a second factor is missing: the application or the request must have one, so the person has to sign in with it or to bind one
 * first; or the request would rather have one (`acr_values`), and then only somebody who has a factor on is asked.
 */
export function stepUp(
  application: Application,
  params: RequestParams,
  person: { readonly methods: readonly SignInMethod[]; readonly secondFactor: boolean },
): StepUp | undefined {
  if (person.methods.includes("otp")) return undefined;
  const essential = essentialAcrs(readClaims(params.claims));
  const must =
    application.requireSecondFactor ||
    (essential?.includes(acrValues.twoFactors) && !essential.includes(acrValues.oneFactor));
  if (must) return person.secondFactor ? "second-factor" : "bind-second-factor";
  return person.secondFactor && preferred(params.acr_values) === acrValues.twoFactors ? "second-factor" : undefined;
}

function essentialAcrs(claims: ReturnType<typeof readClaims>): readonly unknown[] | undefined {
  const acr = claims.id_token?.acr;
  if (!acr?.essential) return undefined;
  // What is no list names nothing that anybody could meet.
  if (acr.values !== undefined) return Array.isArray(acr.values) ? acr.values : [];
  return acr.value === undefined ? undefined : [acr.value];
}

/** `acr_values` stand in the order of preference; those that are not ours are passed over. */
const preferred = (text: string | undefined): string | undefined =>
  text?.split(" ").find((value) => (Object.values(acrValues) as string[]).includes(value));
