import type { Application } from "../contract/applications.ts";
import type { LegacyPlatform } from "../contract/legacy.ts";
import { Problem } from "../http/problem.ts";
import type { Request } from "../http/request.ts";
import { isForRoles } from "../person/roles.ts";
import type { Profile } from "../ports/accounts.ts";
import type { Applications } from "../ports/applications.ts";
import type { Session } from "../ports/sessions.ts";
import { withEarliestMoments } from "./rules/moments.ts";

interface Arrived {
  readonly session: Session;
  readonly application: Application;
  readonly platform: LegacyPlatform;
}

/**
 * Who came and to which platform. What the application asks of a sign-in is asked here too: who came past its request, by the address
 * alone, comes no further. Throws `not-found` for an application that is none, `application-not-for-you` or `two-factor-needed`.
 */
export async function arrivedAt(
  applications: Pick<Applications, "find" | "list">,
  { session, params }: Pick<Request, "session" | "params">,
): Promise<Arrived> {
  if (session === undefined) throw new Problem("not-signed-in");
  const application = await applications.find(params.clientId ?? "");
  const platform = application?.legacyPlatform;
  if (application === undefined || platform === undefined) throw new Problem("not-found");
  if (!isForRoles(application.roles, session.profile.enrolments)) throw new Problem("application-not-for-you");
  if (application.requireSecondFactor && !session.methods.includes("otp")) throw new Problem("two-factor-needed");
  return { session, application, platform: await wholePlatform(applications, platform) };
}

/** The platform with the moments that count, of all applications that are it. */
export async function wholePlatform(
  applications: Pick<Applications, "list">,
  platform: LegacyPlatform,
): Promise<LegacyPlatform> {
  const all = (await applications.list()).flatMap(({ legacyPlatform }) => legacyPlatform ?? []);
  return withEarliestMoments(
    platform,
    all.filter(({ id }) => id === platform.id),
  );
}

/**
 * M86: the platform hands study hours on, so an operator lets it have the ID number. Who registered by e-mail is no person of the roster:
 * nothing would say whose number it is.
 */
export const needsPersonId = (
  { mayHavePersonId, scopes }: Application,
  { personKey }: Pick<Profile, "personKey">,
): boolean => mayHavePersonId && scopes.personid !== undefined && personKey !== undefined;
