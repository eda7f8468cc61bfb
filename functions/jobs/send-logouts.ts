import type { Policy } from "../contract/policy.ts";
import { dueShards } from "../contract/tables.ts";
import type { Applications } from "../ports/applications.ts";
import type { Clock } from "../ports/clock.ts";
import type { Events } from "../ports/events.ts";
import type { Ids } from "../ports/ids.ts";
import type { Keys } from "../ports/keys.ts";
import {
  clientIdIn,
  type LogoutAsk,
  type LogoutPost,
  type LogoutQueue,
  type LogoutToTell,
  type NotTold,
} from "../ports/logouts.ts";

import { sidOf, subjectOf } from "../ports/subjects.ts";
import type { TokenSigner } from "../ports/token-signer.ts";
import { eachOf, eachReceiver } from "./each-receiver.ts";
import { logoutClaims, logoutHeader, toTell } from "./rules/logout.ts";

export interface LogoutParts {
  readonly logouts: LogoutQueue;
  readonly events: Pick<Events, "applicationsSince">;
  readonly applications: Pick<Applications, "find">;
  readonly signer: TokenSigner;
  readonly logoutPost: LogoutPost;
  /** An application was given up. */
  readonly logoutFailed: (clientId: string, why: NotTold) => void;
  readonly keys: Pick<Keys, "mac">;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly policy: Policy;
  /** The issuer. */
  readonly siteOrigin: string;
}

/** T41: whatever is due. Gives how many applications were told. Safe to run twice at once. */
export async function sendLogouts(parts: LogoutParts): Promise<{ told: number }> {
  const shards = await Promise.all(Array.from({ length: dueShards }, (_, shard) => parts.logouts.due(shard)));
  return sendTheseLogouts(shards.flat(), parts);
}

/** Those of these ids that are due. Throws after all others when one could not be taken or booked: it comes again. */
export async function sendTheseLogouts(ids: readonly string[], parts: LogoutParts): Promise<{ told: number }> {
  const failures: unknown[] = [];
  let told = 0;
  const work = async (run: () => Promise<unknown>) => {
    await run().catch((error: unknown) => failures.push(error));
  };
  const [asks, tells] = [
    ids.filter((id) => clientIdIn(id) === undefined),
    ids.filter((id) => clientIdIn(id) !== undefined),
  ];
  const expanded: LogoutToTell[] = [];
  await eachOf(asks, (id) => work(async () => expanded.push(...(await expandOne(id, parts)))));

  const due = [
    ...expanded.map((tell) => ({ clientId: tell.clientId, take: async () => tell })),
    ...tells.map((id) => ({ clientId: clientIdIn(id), take: () => taken(id, parts) })),
  ];
  await eachReceiver(
    due,
    ({ clientId }) => clientId,
    ({ take }) =>
      work(async () => {
        const tell = await take();
        if (tell !== undefined && (await tellOne(tell, parts))) told += 1;
      }),
  );
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} logouts could not be done`);
  return { told };
}

async function expandOne(logoutId: string, parts: LogoutParts): Promise<readonly LogoutToTell[]> {
  const ask = await parts.logouts.take(logoutId);
  if (ask?.kind !== "ask") return [];
  const signedIn = await signedInBefore(ask, parts);
  const used = [...new Set(signedIn.map(({ clientId }) => clientId))];
  const found = await Promise.all(used.map((clientId) => parts.applications.find(clientId)));
  return parts.logouts.expand(
    ask,
    toTell(
      signedIn,
      found.filter((application) => application !== undefined),
    ),
  );
}

/** A key is renewed for `sameKey` and its last session lives for `absolute`: nothing that lives signed in before both. */
function signedInBefore({ userId, sessionKey, at }: LogoutAsk, { events, policy }: LogoutParts) {
  const { sameKey, absolute } = policy.session;
  return events.applicationsSince(userId, at - (sameKey + absolute) * 1_000, sessionKey);
}

async function taken(logoutId: string, { logouts }: LogoutParts): Promise<LogoutToTell | undefined> {
  const tell = await logouts.take(logoutId);
  return tell?.kind === "tell" ? tell : undefined;
}

/** True when the application was told. One that is gone, or has no address any more, is told nothing. */
async function tellOne(tell: LogoutToTell, parts: LogoutParts): Promise<boolean> {
  const { logouts, applications, logoutPost, logoutFailed, policy } = parts;
  const application = await applications.find(tell.clientId);
  if (application?.backchannelLogoutUri === undefined) {
    await logouts.drop(tell.logoutId);
    return false;
  }
  const { clientId, sessionKey, userId } = tell;
  // The last try was taken and never booked: its run was cut off. It is not begun again and again (T41).
  if (tell.attempts > policy.logout.attempts) {
    await logouts.drop(tell.logoutId);
    logoutFailed(clientId, "timeout");
    return false;
  }
  const { keys, signer, clock, ids, siteOrigin: issuer } = parts;
  const claims = logoutClaims({
    issuer,
    clientId,
    sub: await subjectOf(keys, application, userId),
    sid: await sidOf(keys, sessionKey, clientId),
    jti: ids.id(),
    now: clock.now(),
    life: policy.logout.tokenLife,
  });
  const token = await signer.sign(application.idTokenAlg, logoutHeader, claims);
  const why = await logoutPost.tell(application.backchannelLogoutUri, token);
  if (why === undefined || tell.attempts >= policy.logout.attempts) await logouts.drop(tell.logoutId);
  else await logouts.putOff(tell);
  if (why !== undefined && tell.attempts >= policy.logout.attempts) logoutFailed(clientId, why);
  return why === undefined;
}
