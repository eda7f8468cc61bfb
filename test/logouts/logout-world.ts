import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll } from "vitest";
import { dynamoApplications } from "../../functions/adapters/applications.ts";
import { applicationEventRow, dynamoEvents } from "../../functions/adapters/events.ts";
import { logoutPost } from "../../functions/adapters/logout-post.ts";
import { dynamoLogoutQueue, dynamoLogouts } from "../../functions/adapters/logouts.ts";
import { partsOf } from "../../functions/adapters/parts.ts";
import { dynamoSigningKeys, ringSigner } from "../../functions/adapters/signing-keys.ts";
import { systemIds } from "../../functions/adapters/system.ts";
import type { ApplicationFile } from "../../functions/contract/applications.ts";
import { readSettings } from "../../functions/contract/settings.ts";
import { type LogoutParts, sendLogouts } from "../../functions/jobs/send-logouts.ts";
import { applicationOf } from "../applications/sample.ts";
import { rowsBehind } from "../faults/rows.ts";
import { startService } from "../service/service.ts";
import { answering, type Receiver, receiver } from "./receiver.ts";

const issuer = "http://localhost:8787";

/** The job over real tables, real keys and receivers that are real servers; one a test file. */
export async function logoutWorld() {
  const service = await startService({ settings: { SITE_ORIGIN: issuer } });
  const { clock, environment, prefix } = service;
  const parts = partsOf(readSettings(environment), { environment, clock, ids: systemIds });
  const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", prefix);
  const [applications, signingKeys] = [dynamoApplications(parts), dynamoSigningKeys(parts)];
  const failed: string[] = [];
  const jobParts: LogoutParts = {
    ...parts,
    applications,
    events: dynamoEvents(parts),
    logouts: dynamoLogoutQueue(parts),
    logoutPost: logoutPost({ patience: parts.policy.logout.patience, onLoopback: true }),
    logoutFailed: (clientId, why) => failed.push(`${clientId}: ${why}`),
    signer: ringSigner(signingKeys),
    siteOrigin: issuer,
  };
  const running: Receiver[] = [];
  afterAll(() => Promise.all(running.map(({ stop }) => stop())));
  let made = 0;

  return {
    service,
    clock,
    rows,
    issuer,
    signingKeys,
    keys: parts.keys,
    jobParts,
    failed,
    logouts: dynamoLogouts(parts),
    run: (change: Partial<LogoutParts> = {}) => sendLogouts({ ...jobParts, ...change }),
    waiting: () => rows.all("logouts"),
    remove: (clientId: string) => applications.remove(clientId, { operator: "tests" }),

    /** A registered application with a receiver of its own. */
    async application(answer = answering(200), change: Partial<ApplicationFile> = {}) {
      made += 1;
      const clientId = `application-${made}`;
      const own = await receiver(answer);
      running.push(own);
      const application = applicationOf({
        clientId,
        backchannelLogoutUri: own.address,
        ...change,
      });
      await applications.save(application, { operator: "tests" });
      return { ...own, application, clientId };
    },

    person: () => systemIds.id(),

    /** A sign-in to an application, as the provider records it. */
    async signedIn(userId: string, clientId: string, sessionKey: string, at = clock.now()) {
      const event = { userId, clientId, sessionKey, at, address: "203.0.113.7", browser: "test" };
      const Item = await applicationEventRow(parts, event);
      await parts.dynamo.send(new PutCommand({ TableName: parts.dynamo.name("events"), Item }));
    },
  };
}
