import { dynamoChallenges } from "../adapters/challenges.ts";
import { dynamoClosing } from "../adapters/closing.ts";
import { listedPasswords } from "../adapters/common-passwords.ts";
import { dynamoContacts } from "../adapters/contacts.ts";
import { cognitoLater } from "../adapters/credentials-later.ts";
import { delivery } from "../adapters/delivery.ts";
import { dynamoDetailsChanges } from "../adapters/details-changes.ts";
import { sealedDevices } from "../adapters/devices.ts";
import { dynamoDisabling } from "../adapters/disabling.ts";
import { dynamoIntents } from "../adapters/intents.ts";
import { dynamoLegacyLinks } from "../adapters/legacy-links.ts";
import { dynamoLookUps } from "../adapters/look-ups.ts";
import { embeddedMetrics } from "../adapters/metrics.ts";
import { notMeLinks } from "../adapters/not-me.ts";
import { dynamoOwnData } from "../adapters/own-data.ts";
import { type Parts, poolOf } from "../adapters/parts.ts";
import { dynamoPasswordChanges } from "../adapters/password-changes.ts";
import { sealedPasswordHistory } from "../adapters/password-history.ts";
import { awsPost } from "../adapters/post.ts";
import { dynamoSchoolChanges } from "../adapters/school-changes.ts";
import { dynamoSignInAccounts } from "../adapters/sign-in-accounts.ts";
import type { Settings } from "../contract/settings.ts";
import type { Actions } from "../http/api.ts";
import type { Applications } from "../ports/applications.ts";
import type { Consents } from "../ports/consents.ts";
import type { Events } from "../ports/events.ts";
import type { SecondFactors } from "../ports/second-factors.ts";
import type { Sessions } from "../ports/sessions.ts";
import type { ChangingRoute } from "./changing-routes.ts";
import { closeAccount } from "./close/close-account.ts";
import { changeContact } from "./contacts/change-contact.ts";
import { sendContactCode } from "./contacts/send-contact-code.ts";
import { undoContact } from "./contacts/undo-contact.ts";
import { changeDetails } from "./data/change-details.ts";
import { downloadData } from "./data/download-data.ts";
import { changePassword } from "./password/change-password.ts";
import { lookAtSchool } from "./school/look-at-school.ts";
import { updateSchool } from "./school/update-school.ts";
import { startBinding } from "./two-factor/start-binding.ts";
import { unbindFactor } from "./two-factor/unbind-factor.ts";
import { bindFactor, enableFactor, renewRecoveryCodes } from "./two-factor/use-code.ts";

/** What the other routes have too, so that a process has one of each. */
interface Shared {
  readonly sessions: Sessions;
  readonly applications: Applications;
  readonly consents: Consents;
  readonly events: Events;
  readonly factors: SecondFactors;
}

/** Joins ports to adapters as handler.ts does, for the routes that change something. */
export function changes(
  parts: Parts & Shared,
  settings: Settings & { USER_POOL_ID: string; USER_POOL_CLIENT_ID: string; MAIL_FROM: string },
): Pick<Actions<"my-account">, ChangingRoute> {
  const { ACCOUNT_DOMAIN: accountDomain, SITE_ORIGIN: siteOrigin } = settings;
  const metrics = embeddedMetrics("my-account");
  const post = awsPost(settings.MAIL_FROM, settings.SMS_SENDER);
  const all = {
    ...parts,
    accountDomain,
    siteOrigin,
    metrics,
    challenges: dynamoChallenges(parts),
    contacts: dynamoContacts(parts),
    lookUps: dynamoLookUps(parts),
    schoolChanges: dynamoSchoolChanges(parts),
    passwordChanges: dynamoPasswordChanges(parts),
    passwordHistory: sealedPasswordHistory(parts),
    commonPasswords: listedPasswords(),
    accounts: dynamoSignInAccounts(parts),
    credentials: cognitoLater(poolOf(settings), parts.ids),
    devices: sealedDevices(parts),
    closing: dynamoClosing(parts),
    disabling: dynamoDisabling(parts),
    ownData: dynamoOwnData(parts),
    detailsChanges: dynamoDetailsChanges(parts),
    legacyLinks: dynamoLegacyLinks(parts),
    links: notMeLinks({ ...parts, siteOrigin }),
    delivery: delivery({ post, intents: dynamoIntents(parts), failed: () => metrics.count("MessageFailed") }),
  };
  return {
    "POST /api/my-account/contacts/code": sendContactCode(all),
    "POST /api/my-account/contacts": changeContact(all),
    "POST /api/contact-undo": undoContact(all),
    "POST /api/my-account/school/look": lookAtSchool(all),
    "POST /api/my-account/school": updateSchool(all),
    "POST /api/my-account/password": changePassword(all),
    "POST /api/my-account/close": closeAccount(all),
    "POST /api/my-account/data": downloadData(all),
    "POST /api/my-account/details": changeDetails(all),
    "POST /api/my-account/two-factor/start": startBinding(all),
    "POST /api/my-account/two-factor/bind": bindFactor(all),
    "POST /api/my-account/two-factor/enable": enableFactor(all),
    "POST /api/my-account/two-factor/recovery-codes": renewRecoveryCodes(all),
    "POST /api/my-account/two-factor/unbind": unbindFactor(all),
  };
}
