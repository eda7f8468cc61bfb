import type { RequestOf } from "../../contract/routes.ts";
import type { Enrolment } from "../../contract/schemas/parts.ts";
import { Problem } from "../../http/problem.ts";
import type { Client } from "../../http/request.ts";
import { parsePersonId } from "../../person/national-id.ts";
import type { Keys } from "../../ports/keys.ts";
import type { LookUp, LookUps } from "../../ports/look-ups.ts";
import { personDigest, personKeyOf } from "../../ports/person-key.ts";
import type { Session } from "../../ports/sessions.ts";

export interface SourceParts {
  readonly lookUps: Pick<LookUps, "reserve" | "find" | "settle">;
  readonly keys: Keys;
}

interface Asked {
  readonly body: RequestOf<"POST /api/my-account/school/look">;
  readonly session: Session;
  readonly client: Client;
}

/**
 * M36: what the roster has of the person who is signed in, at that school and role. Counted before it is looked up, as every look-up by ID
 * (T05): a stolen session is no way to ask for other people, and whoever's ID it is not is "no record matches", as one that is nowhere.
 */
export async function findSource(
  { lookUps, keys }: SourceParts,
  { body, session, client }: Asked,
): Promise<{ readonly personKey: string; readonly source: Enrolment }> {
  const id = parsePersonId(body.personId);
  if (!id.ok) {
    const code = id.reason === "checksum" ? "person-id-checksum" : "person-id-rule";
    throw new Problem(code, { fields: [{ field: "personId", problem: id.reason }] });
  }
  const lookUp: LookUp = {
    personKey: await personKeyOf(keys, personDigest(id.id)),
    client: await keys.mac("limit", client.network),
    fromSchool: client.fromSchool,
    school: body.school,
    role: body.role,
  };
  const reserved = await lookUps.reserve(lookUp);
  if (reserved === "breaker-open") throw new Problem("try-again-later", { retryAfter: 600 });
  if (reserved !== "ok") throw new Problem("too-many-tries", { retryAfter: 600 });
  const { entry, ownerUserId } = await lookUps.find(lookUp);
  const found = ownerUserId === session.userId ? entry : undefined;
  await lookUps.settle(lookUp, found !== undefined);
  if (found === undefined) throw new Problem("person-not-found");
  return { personKey: lookUp.personKey, source: found.enrolment };
}
