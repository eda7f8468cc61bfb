import * as z from "zod/mini";
import type { Policy } from "../contract/policy.ts";
import type { Applications } from "../ports/applications.ts";
import type { AuditChain } from "../ports/audit-chain.ts";
import type { Clock } from "../ports/clock.ts";
import type { Closing } from "../ports/closing.ts";
import type { Consents } from "../ports/consents.ts";
import type { Credentials } from "../ports/credentials.ts";
import type { DefaultPasswordIssuer } from "../ports/default-passwords.ts";
import type { EndedRoles } from "../ports/ended-roles.ts";
import type { IdleAccounts } from "../ports/idle-accounts.ts";
import type { LegacyAccounts } from "../ports/legacy-accounts.ts";
import type { LegacyPlatforms } from "../ports/legacy-platforms.ts";
import type { Bounces, Delivery, Intents, MailOutcomes } from "../ports/messages.ts";
import type { Metrics } from "../ports/metrics.ts";
import type { Pictures, UnnamedPictures } from "../ports/pictures.ts";
import type { PublicRegistrationSweep } from "../ports/public-registrations.ts";
import type { Registrations } from "../ports/registrations.ts";
import type { ResetSweep } from "../ports/reset-grants.ts";
import type { RosterStore } from "../ports/roster-store.ts";
import type { SigningKeys } from "../ports/signing-keys.ts";
import { auditKeysIn, chainAudit } from "./chain-audit.ts";
import type { DisableParts } from "./disable-account.ts";
import { disableIdle } from "./disable-idle.ts";
import { endRoles } from "./end-roles.ts";
import { forgetBounce, forgetBounceEvent } from "./forget-bounce.ts";
import { importEvent, importJob } from "./import-job.ts";
import { importLegacy, importLegacyEvent, type LegacyImportParts } from "./import-legacy/import-legacy.ts";
import { unlinkLegacy, unlinkLegacyEvent } from "./import-legacy/unlink-legacy.ts";
import { issueDefaultPasswords, issueEvent } from "./issue-default-passwords.ts";
import { hearOfMail, mailEvent } from "./mail-event.ts";
import { newRowsBy } from "./new-rows.ts";
import { reconcileRegistrations } from "./reconcile-registrations.ts";
import { reconcileResets } from "./reconcile-resets.ts";
import { removeApplication, removeApplicationEvent } from "./remove-application.ts";
import { removePictures } from "./remove-pictures.ts";
import { rotateSigningKeys } from "./rotate-signing-keys.ts";
import {
  listApplications,
  listApplicationsEvent,
  newClientSecret,
  newClientSecretEvent,
  saveApplication,
  saveApplicationEvent,
} from "./save-application.ts";
import { type LogoutParts, sendLogouts, sendTheseLogouts } from "./send-logouts.ts";
import { sendMessages } from "./send-messages.ts";
import { type NotificationParts, sendNotifications, sendTheseNotifications } from "./send-notifications.ts";
import { sendWritten, streamEvent } from "./send-written.ts";
import { type ChainsEnd, verifyAudit, verifyAuditEvent } from "./verify-audit.ts";

interface Parts extends DisableParts, LogoutParts, NotificationParts, LegacyImportParts {
  readonly registrations: Registrations;
  readonly publicRegistrations: PublicRegistrationSweep;
  readonly resets: ResetSweep;
  readonly credentials: Credentials;
  readonly metrics: Metrics;
  readonly intents: Intents;
  readonly delivery: Delivery;
  readonly mailOutcomes: MailOutcomes;
  readonly bounces: Bounces;
  readonly store: RosterStore;
  readonly idle: IdleAccounts;
  readonly closing: Closing;
  readonly pictures: Pictures;
  readonly unnamedPictures: UnnamedPictures;
  readonly legacyAccounts: LegacyAccounts;
  readonly legacyPlatforms: LegacyPlatforms;
  readonly endedRoles: EndedRoles;
  readonly issuer: DefaultPasswordIssuer;
  readonly applications: Applications;
  readonly consents: Consents;
  readonly signingKeys: SigningKeys;
  readonly auditChain: AuditChain;
  readonly chainsEnd: (said: ChainsEnd) => void;
  readonly clock: Clock;
  readonly policy: Policy;
}

const event = z.union([
  z.object({ job: z.literal("reconcile-registrations") }),
  z.object({ job: z.literal("reconcile-resets") }),
  z.object({ job: z.literal("remove-pictures") }),
  z.object({ job: z.literal("send-messages") }),
  z.object({ job: z.literal("send-logouts") }),
  z.object({ job: z.literal("send-notifications") }),
  z.object({ job: z.literal("disable-idle") }),
  z.object({ job: z.literal("rotate-signing-keys") }),
  verifyAuditEvent,
  issueEvent,
  saveApplicationEvent,
  newClientSecretEvent,
  listApplicationsEvent,
  removeApplicationEvent,
  mailEvent,
  forgetBounceEvent,
  importEvent,
  importLegacyEvent,
  unlinkLegacyEvent,
]);

const [logoutIdsIn, notificationIdsIn] = [newRowsBy("logoutId"), newRowsBy("notificationId")];

/** Reads the event against its schema and runs the job it names; what a table's stream hands over names none. */
export function jobsOf(parts: Parts): (event: unknown) => Promise<unknown> {
  return async (given) => {
    const written = streamEvent.safeParse(given);
    if (written.success) {
      const records = auditKeysIn(written.data);
      if (records.length > 0) return chainAudit(records, parts);
      const notifications = notificationIdsIn(written.data);
      if (notifications.length > 0) return sendTheseNotifications(notifications, parts);
      const logouts = logoutIdsIn(written.data);
      return logouts.length > 0 ? sendTheseLogouts(logouts, parts) : sendWritten(written.data, parts);
    }
    const read = event.parse(given);
    if (read.job === "reconcile-registrations") return reconcileRegistrations(parts);
    if (read.job === "reconcile-resets") return reconcileResets(parts);
    if (read.job === "remove-pictures") return removePictures(parts);
    if (read.job === "send-messages") return sendMessages(parts);
    if (read.job === "send-logouts") return sendLogouts(parts);
    if (read.job === "send-notifications") return sendNotifications(parts);
    if (read.job === "mail-event") return hearOfMail(read, parts);
    if (read.job === "forget-bounce") return forgetBounce(read, parts);
    if (read.job === "disable-idle") return disableIdle(parts);
    if (read.job === "verify-audit") return verifyAudit(read, parts);
    if (read.job === "rotate-signing-keys") return rotateSigningKeys(parts);
    if (read.job === "save-application") return saveApplication(read, parts);
    if (read.job === "new-client-secret") return newClientSecret(read, parts);
    if (read.job === "list-applications") return listApplications(parts);
    if (read.job === "remove-application") return removeApplication(read, parts);
    if (read.job === "issue-default-passwords") return issueDefaultPasswords(read, parts);
    if (read.job === "import-legacy-accounts") return importLegacy(read, parts);
    if (read.job === "unlink-legacy-account") return unlinkLegacy(read, parts);
    return importJob(read, { ...parts, endRoles: (places) => endRoles(parts, places) });
  };
}
