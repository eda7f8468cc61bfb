import { dynamoChallenges } from "../../adapters/challenges.ts";
import type { Parts } from "../../adapters/parts.ts";
import { publicRegistrationTokens } from "../../adapters/public-registration-tokens.ts";
import { dynamoPublicRegistrations } from "../../adapters/public-registrations.ts";
import type { Actions } from "../../http/api.ts";
import type { Captchas } from "../../ports/captchas.ts";
import type { CommonPasswords } from "../../ports/common-passwords.ts";
import type { Credentials } from "../../ports/credentials.ts";
import type { Delivery } from "../../ports/messages.ts";
import type { Metrics } from "../../ports/metrics.ts";
import type { PasswordHistory } from "../../ports/password-history.ts";
import { activate } from "./activate.ts";
import { lookAtActivation } from "./look-at-activation.ts";
import { openRegistration } from "./open-registration.ts";
import type { PublicRoute } from "./public-routes.ts";
import { refuseActivation } from "./refuse-activation.ts";
import { resendActivation } from "./resend-activation.ts";
import { showRegistration } from "./show-registration.ts";

/** What the other routes have too, so that a process has one of each. */
interface Shared {
  readonly captchas: Captchas;
  readonly commonPasswords: CommonPasswords;
  readonly passwordHistory: PasswordHistory;
  readonly credentials: Credentials;
  readonly delivery: Delivery;
  readonly metrics: Metrics;
  readonly accountDomain: string;
  readonly siteOrigin: string;
}

/** Joins ports to adapters as handler.ts does, for the routes of 其他 (M20). */
export function registering(parts: Parts & Shared): Pick<Actions<"register">, PublicRoute> {
  const all = {
    ...parts,
    challenges: dynamoChallenges(parts),
    publicRegistrations: dynamoPublicRegistrations(parts),
    tokens: publicRegistrationTokens(parts),
  };
  return {
    "GET /api/public/registration": showRegistration(all),
    "POST /api/public/register": openRegistration(all),
    "POST /api/public/resend": resendActivation(all),
    "POST /api/public/activation": lookAtActivation(all),
    "POST /api/public/activate": activate(all),
    "POST /api/public/refuse": refuseActivation(all),
  };
}
