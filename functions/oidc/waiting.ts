import { Problem } from "../http/problem.ts";
import type { Request } from "../http/request.ts";
import type { Applications, RegisteredApplication } from "../ports/applications.ts";
import type { Interaction, Interactions, SessionAndConsent } from "../ports/interactions.ts";
import type { Session } from "../ports/sessions.ts";
import { type Needs, needsOf } from "./rules/needs.ts";

export interface WaitingParts {
  readonly interactions: Interactions;
  readonly applications: Pick<Applications, "find">;
  readonly people: SessionAndConsent;
}

/** A request that waits in this browser, whose it is and what it still waits for. */
export interface Waiting extends Needs {
  readonly interaction: Interaction;
  readonly application: RegisteredApplication;
  readonly session: Session | undefined;
}

type OfBrowser = Pick<Request, "params" | "interaction" | "cookies">;

/** Throws `interaction-missing` for a request of another browser, one past its time, and one whose application is gone. */
export async function findWaiting(
  parts: WaitingParts,
  { params, interaction: sealed, cookies }: OfBrowser,
): Promise<Waiting> {
  const interaction = await parts.interactions.read(params.uid ?? "", sealed);
  if (interaction === undefined) throw new Problem("interaction-missing");
  const clientId = interaction.params.client_id ?? "";
  const application = await parts.applications.find(clientId);
  if (application === undefined) throw new Problem("interaction-missing");
  const known = cookies.session === undefined ? undefined : await parts.people.find(cookies.session, application);
  const { session, consent, cameAlong = false } = known ?? {};
  const allowed = consent?.scopes ?? [];
  return { interaction, application, session, ...needsOf({ interaction, application, session, allowed, cameAlong }) };
}
