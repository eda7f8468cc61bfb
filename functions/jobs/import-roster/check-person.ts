import { isPersonName } from "../../person/name.ts";
import { type PersonIdKind, parsePersonId } from "../../person/national-id.ts";
import { trimSpaces } from "../../person/text.ts";
import type { RowReason } from "./problems.ts";

export interface CheckedPerson {
  readonly personId: string;
  readonly idKind: PersonIdKind;
  readonly name: string;
}

/** `person` is there exactly when there are no problems. */
export interface PersonCheck {
  readonly person?: CheckedPerson;
  readonly problems: readonly { readonly of: "id" | "name"; readonly reason: RowReason }[];
}

/** Who a row is about: ID (§1 of the domain: national, new and old resident number checked, others opaque) and name, NFC. */
export function checkPerson(id: string, name: string): PersonCheck {
  const parsed = parsePersonId(id);
  const nameReason = nameProblem(name);
  if (parsed.ok && !nameReason) {
    const person = { personId: parsed.id, idKind: parsed.kind, name: trimSpaces(name).normalize("NFC") };
    return { person, problems: [] };
  }
  return {
    problems: [
      ...(nameReason ? [{ of: "name" as const, reason: nameReason }] : []),
      ...(parsed.ok ? [] : [{ of: "id" as const, reason: `id-${parsed.reason}` as const }]),
    ],
  };
}

function nameProblem(name: string): RowReason | undefined {
  if (trimSpaces(name) === "") return "name-empty";
  // U+FFFD stands where the decoder met bytes of no character: a school's own extra characters in a Big5 file, for one.
  if (name.includes("\uFFFD")) return "name-unreadable";
  return isPersonName(name) ? undefined : "name-characters";
}
