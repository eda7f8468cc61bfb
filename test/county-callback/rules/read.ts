import type { CountyId, CountyIdentity, CountyProfile } from "../../../functions/contract/counties.ts";
import { profileOf } from "../../../functions/county-callback/counties/counties.ts";
import { identityOf } from "../../../functions/county-callback/rules/identity.ts";

export const digestOf = (personId: string) => Buffer.from(personId.padEnd(32, "x")).toString("hex").slice(0, 64);

/** A county's profile with another mapping over it, as an operator may configure one. */
export function mapped(county: CountyId, mapping: Partial<CountyProfile["mapping"]>): CountyProfile {
  const profile = profileOf(county);
  return { ...profile, mapping: { ...profile.mapping, ...mapping } };
}

/** The fields in which 新北, 桃園, 新竹市 and 臺東 answered by OpenID 2.0. */
export const simpleRegistration = mapped("NWT", {
  name: "sreg.fullname",
  email: "sreg.email",
  guid: "sreg.postcode",
  schools: { shape: "sreg", from: { titles: "sreg.timezone", seat: "sreg.language", school: "sreg.country" } },
});

/** The identity a county's facts make; a refusal is a failure of the test. */
export function read(profile: CountyProfile, told: Readonly<Record<string, unknown>>): CountyIdentity {
  const result = identityOf(profile, { subject: "subject-1", told }, digestOf);
  if (!result.ok) throw new Error(result.reason);
  return result.identity;
}
