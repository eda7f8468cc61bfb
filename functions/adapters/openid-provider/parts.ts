import type { Application } from "../../contract/applications.ts";
import type { Policy } from "../../contract/policy.ts";
import type { Applications } from "../../ports/applications.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Interactions } from "../../ports/interactions.ts";
import type { Keys } from "../../ports/keys.ts";
import type { ProtocolPages, ProviderRules } from "../../ports/openid-provider.ts";
import type { Sessions } from "../../ports/sessions.ts";
import type { SigningKeys } from "../../ports/signing-keys.ts";
import type { Dynamo } from "../dynamo.ts";

/** What the provider is made of; `dynamo` reads once a request (`readOnce`), and so does what was made of it. */
export interface ProviderParts {
  readonly dynamo: Dynamo;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly policy: Policy;
  readonly sessions: Sessions;
  readonly applications: Pick<Applications, "find">;
  readonly interactions: Interactions;
  readonly signingKeys: SigningKeys;
  readonly rules: ProviderRules;
  readonly pages: ProtocolPages;
  /** A code or a refresh token of an application came a second time, and its family ended. */
  readonly replayed: (clientId: string) => void;
  /** The site's origin. */
  readonly issuer: string;
}

/** The application of a client that the library found a moment ago. */
export async function applicationOf(
  { applications }: Pick<ProviderParts, "applications">,
  clientId: string,
): Promise<Application> {
  const application = await applications.find(clientId);
  if (application === undefined) throw new Error("an application was removed while it was served");
  return application;
}
