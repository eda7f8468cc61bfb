import { DeleteCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { decodeJwt } from "jose";
import { afterAll, beforeEach } from "vitest";
import { dynamoApplications } from "../../functions/adapters/applications.ts";
import { dynamoLegacyLinks, legacyLinkKey, legacyLinkRow } from "../../functions/adapters/legacy-links.ts";
import { notificationPost } from "../../functions/adapters/notification-post.ts";
import { notificationItem } from "../../functions/adapters/notification-row.ts";
import { dynamoNotifications } from "../../functions/adapters/notifications.ts";
import { partsOf } from "../../functions/adapters/parts.ts";
import { dynamoSigningKeys, ringSigner } from "../../functions/adapters/signing-keys.ts";
import { systemIds } from "../../functions/adapters/system.ts";
import type { ApplicationFile } from "../../functions/contract/applications.ts";
import { readSettings } from "../../functions/contract/settings.ts";
import { type NotificationParts, sendNotifications } from "../../functions/jobs/send-notifications.ts";
import type { LegacyLink } from "../../functions/ports/legacy-accounts.ts";
import { type NewNotification, notificationIdOf } from "../../functions/ports/notifications.ts";
import { applicationOf } from "../applications/sample.ts";
import { type Row, rowsBehind } from "../faults/rows.ts";
import { answering, type Receiver, receiver } from "../logouts/receiver.ts";
import { platformOf, platformScopes } from "../oidc/legacy-world.ts";
import { startService } from "../service/service.ts";

const issuer = "http://localhost:8787";

/** By what a platform knows the events that it was told. */
export const jtisOf = (told: readonly { readonly token: string }[]) => told.map(({ token }) => decodeJwt(token).jti);

/** The job over real tables, real keys and receivers that are real servers; one a test file. */
export async function notificationWorld() {
  const service = await startService({ settings: { SITE_ORIGIN: issuer } });
  const { clock, environment, prefix } = service;
  const parts = partsOf(readSettings(environment), { environment, clock, ids: systemIds });
  const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", prefix);
  const [applications, signingKeys] = [dynamoApplications(parts), dynamoSigningKeys(parts)];
  /** Of the present test: tries in vain, and what was given up. */
  const [vain, failed]: [string[], string[]] = [[], []];
  beforeEach(() => {
    vain.length = 0;
    failed.length = 0;
  });
  const jobParts: NotificationParts = {
    ...parts,
    applications,
    notifications: dynamoNotifications(parts),
    legacyLinks: dynamoLegacyLinks(parts),
    notificationPost: notificationPost({ patience: parts.policy.legacy.events.patience, onLoopback: true }),
    notTaken: (clientId, why, givenUp) => void (givenUp ? failed : vain).push(`${clientId}: ${why}`),
    signer: ringSigner(signingKeys),
    siteOrigin: issuer,
  };
  const running: Receiver[] = [];
  afterAll(() => Promise.all(running.map(({ stop }) => stop())));
  let made = 0;
  const consents = parts.dynamo.name("consents");
  const putLink = async (userId: string, link: LegacyLink) => {
    const Item = await legacyLinkRow(parts.keys, userId, link);
    await parts.dynamo.send(new PutCommand({ TableName: consents, Item }));
  };

  return {
    service,
    clock,
    issuer,
    keys: parts.keys,
    jobParts,
    vain,
    failed,
    run: (change: Partial<NotificationParts> = {}) => sendNotifications({ ...jobParts, ...change }),
    waiting: () => rows.all("notifications"),
    put: (row: Row) => rows.put("notifications", row),
    save: (application: ApplicationFile) => applications.save(applicationOf(application), { operator: "tests" }),
    remove: (clientId: string) => applications.remove(clientId, { operator: "tests" }),
    /** As the site publishes them. */
    published: async () => (await signingKeys.ring()).keys.map(({ d, p, q, dp, dq, qi, ...key }) => key),

    /** A registered platform with a receiver of its own; `eventsUri` where it is another address. */
    async platform(answer = answering(202), change: Partial<ApplicationFile> & { readonly eventsUri?: string } = {}) {
      made += 1;
      const clientId = `platform-${made}`;
      const own = await receiver(answer);
      running.push(own);
      const { eventsUri = own.address, ...rest } = change;
      const legacyPlatform = platformOf(clientId, { eventsUri });
      const application = applicationOf({ clientId, scopes: platformScopes, legacyPlatform, ...rest });
      await applications.save(application, { operator: "tests" });
      return { ...own, application, clientId };
    },

    /** Somebody came without an old account. */
    came: (userId: string, platform: string) =>
      putLink(userId, {
        state: "registered",
        platform,
        profile: { phone: "0223456789" },
        at: new Date(clock.now()).toISOString(),
      }),

    /** Somebody joined an old account, or the help desk took it back, as the transaction of the change writes it: event and link. */
    async happened(clientId: string, change: Partial<NewNotification> = {}): Promise<NewNotification> {
      const notification: NewNotification = {
        notificationId: notificationIdOf(systemIds.id(), clientId),
        clientId,
        userId: systemIds.id(),
        event: "linked",
        legacyAccount: "Wang.Wu_1",
        at: clock.now(),
        ...change,
      };
      const { userId, event, legacyAccount, at } = notification;
      const link = { state: "linked", platform: clientId, legacyAccount, at: new Date(at).toISOString() } as const;
      if (event === "linked") await putLink(userId, link);
      else await parts.dynamo.send(new DeleteCommand({ TableName: consents, Key: legacyLinkKey(userId, clientId) }));
      await parts.dynamo.transact([await notificationItem(parts, notification)]);
      return notification;
    },
  };
}
