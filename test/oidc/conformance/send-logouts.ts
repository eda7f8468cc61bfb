import { dynamoApplications } from "../../../functions/adapters/applications.ts";
import { dynamoEvents } from "../../../functions/adapters/events.ts";
import { logoutPost } from "../../../functions/adapters/logout-post.ts";
import { dynamoLogoutQueue } from "../../../functions/adapters/logouts.ts";
import { partsOf } from "../../../functions/adapters/parts.ts";
import { dynamoSigningKeys, ringSigner } from "../../../functions/adapters/signing-keys.ts";
import { systemIds } from "../../../functions/adapters/system.ts";
import { readSettings } from "../../../functions/contract/settings.ts";
import { sendLogouts } from "../../../functions/jobs/send-logouts.ts";
import type { Service } from "../../service/service.ts";
import { issuer, type World } from "../world.ts";

/** The job that tells applications, which here may be on this machine although the issuer is not. Throws when one is given up. */
export function sendLogoutsOnLoopback({ service, clock }: { service: Service; clock: World["clock"] }) {
  const { environment } = service;
  const parts = partsOf(readSettings(environment), { environment, clock, ids: systemIds });
  return sendLogouts({
    ...parts,
    applications: dynamoApplications(parts),
    events: dynamoEvents(parts),
    logouts: dynamoLogoutQueue(parts),
    logoutPost: logoutPost({ patience: parts.policy.logout.patience, onLoopback: true }),
    logoutFailed: (clientId, why) => {
      throw new Error(`${clientId} was not told: ${why}`);
    },
    signer: ringSigner(dynamoSigningKeys(parts)),
    siteOrigin: issuer,
  });
}
