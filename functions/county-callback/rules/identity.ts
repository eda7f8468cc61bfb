import type { CountyIdentity, CountyProfile } from "../../contract/counties.ts";
import { parseEmail } from "../../person/email.ts";
import { findForbiddenCharacter } from "../../person/text.ts";
import { nameIn } from "./name.ts";
import { personDigestIn } from "./person-digest.ts";
import { schoolReaders } from "./schools/readers.ts";
import { factAt } from "./told.ts";
import { inOrder } from "./words/role.ts";

export type ReadIdentity =
  | { readonly ok: true; readonly identity: CountyIdentity }
  /** Stable words for log and audit, nothing personal. */
  | { readonly ok: false; readonly reason: "subject.missing" | "subject.too-long" | "subject.unreadable" };

/**
 * What a county told in the one shape of all 22 (M3): `told` by source, as the protocol left it. All facts but the subject may be missing
 * or wrong, and are then left out. Never throws. `digestOf`: lower-case hex SHA-256 of a normalised ID number.
 */
export function identityOf(
  profile: CountyProfile,
  facts: { readonly subject: string; readonly told: Readonly<Record<string, unknown>> },
  digestOf: (personId: string) => string,
): ReadIdentity {
  const { mapping } = profile;
  const { told } = facts;
  const subject = subjectOf(mapping.subject === undefined ? facts.subject : factAt(told, mapping.subject));
  if (!subject.ok) return subject;
  const schools = schoolReaders[mapping.schools.shape](told, mapping.schools.from);
  const email = emailIn(factAt(told, mapping.email));
  const personDigest = personDigestIn(factAt(told, mapping.guid), factAt(told, mapping.personId), digestOf);
  const identity: CountyIdentity = {
    county: profile.id,
    subject: subject.subject,
    ...nameIn(factAt(told, mapping.name)),
    roles: inOrder(schools.flatMap(({ roles }) => roles)),
    schools: schools.filter(({ code }) => code !== ""),
    ...(email && { email }),
    ...(personDigest && { personDigest }),
  };
  return { ok: true, identity };
}

/** Exactly as told: it is one half of the link's key (T35). A claim that should name the person and does not, never falls back. */
function subjectOf(told: unknown): { ok: true; subject: string } | Extract<ReadIdentity, { ok: false }> {
  const subject = typeof told === "number" && Number.isSafeInteger(told) ? String(told) : told;
  if (typeof subject !== "string" || subject.trim() === "") return { ok: false, reason: "subject.missing" };
  if (subject.length > 512) return { ok: false, reason: "subject.too-long" };
  return findForbiddenCharacter(subject) ? { ok: false, reason: "subject.unreadable" } : { ok: true, subject };
}

/** `NA`, empty and malformed ones are left out; the address is never a key (domain facts §5.4). */
function emailIn(told: unknown): string | undefined {
  const read = typeof told === "string" ? parseEmail(told) : undefined;
  return read?.ok ? read.email : undefined;
}
