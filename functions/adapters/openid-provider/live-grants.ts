import type { Application } from "../../contract/applications.ts";
import type { TableName } from "../../contract/tables.ts";
import type { Profile } from "../../ports/accounts.ts";
import type { RegisteredApplication } from "../../ports/applications.ts";
import { profileOf } from "../account-row.ts";
import { consentKey, unrevoked } from "../consents.ts";
import type { Dynamo, Row, TransactItem } from "../dynamo.ts";
import { legacyLinkKey } from "../legacy-links.ts";
import { liveAccount } from "../live-account.ts";
import { isLive } from "../session-row.ts";
import { familyKey, type GrantId, sessionOf } from "./grant-id.ts";
import type { ProviderParts } from "./parts.ts";

export interface LiveGrant {
  readonly scopes: readonly string[];
  readonly account: Row;
  readonly profile: Profile;
  readonly application: RegisteredApplication;
  /** How the person came to the application's legacy platform, as kept. */
  readonly link: Row | undefined;
}

type Parts = Pick<ProviderParts, "dynamo" | "keys" | "clock" | "policy" | "applications" | "rules">;

/** Where it is kept how a person came to an application's legacy platform (M81); nothing for an application that is none. */
export const legacyLinkAt = (userId: string, { legacyPlatform }: Pick<Application, "legacyPlatform">) =>
  legacyPlatform === undefined ? [] : [{ table: "consents" as const, key: legacyLinkKey(userId, legacyPlatform.id) }];

/**
 * Where what a grant stands on is kept: consent, mark of its family, account and the session, without offline access its own; and for a
 * legacy platform, which is no condition of the grant, how the person came to it.
 */
export function rowsOfGrant(
  grant: Pick<GrantId, "userId" | "clientId" | "family">,
  application: Pick<Application, "legacyPlatform">,
  sessionKey = sessionOf(grant.family),
): readonly { table: TableName; key: Row }[] {
  const { userId, clientId } = grant;
  return [
    { table: "consents", key: consentKey(userId, clientId) },
    { table: "consents", key: familyKey(grant) },
    { table: "accounts", key: { userId } },
    ...(sessionKey === undefined ? [] : [{ table: "sessions" as const, key: { userId, sessionKey } }]),
    ...legacyLinkAt(userId, application),
  ];
}

/**
 * What a grant stands on, all in one read: the consent it was given under (T39), no mark that its family ended (T31, T38), the account
 * active under the same epoch (T17), the session live (`sessionKey`: without offline access the family's own) and the application for
 * this person still. Undefined when one of them does not hold.
 */
export async function liveGrant(
  { dynamo, keys, clock, policy, applications, rules }: Parts,
  grant: GrantId,
  sessionKey = sessionOf(grant.family),
): Promise<LiveGrant | undefined> {
  const { clientId, generation, epoch } = grant;
  const application = await applications.find(clientId);
  if (application === undefined) return undefined;
  const rows = await dynamo.batchGet(rowsOfGrant(grant, application, sessionKey));
  const [consent, ended, account] = rows;
  const session = sessionKey === undefined ? undefined : rows[3];
  const link = application.legacyPlatform === undefined ? undefined : rows.at(-1);
  if (consent?.generation !== generation || ended !== undefined) return undefined;
  if (account?.status !== "ACTIVE" || account.epoch !== epoch) return undefined;
  if (sessionKey !== undefined && !(session && isLive(session, account, clock.now(), policy.session))) return undefined;
  const profile = await profileOf(keys, account);
  if (!rules.isForPerson(application, profile)) return undefined;
  return { scopes: consent.scopes as string[], account, profile, application, link };
}

/** The same as conditions of a transaction: nothing new is given once one of them does not hold any more (T39). */
export const stillLive = (dynamo: Dynamo, grant: GrantId): TransactItem[] => [
  ...stillAllowed(dynamo, grant),
  {
    ConditionCheck: {
      TableName: dynamo.name("consents"),
      Key: familyKey(grant),
      ConditionExpression: "attribute_not_exists(userId)",
    },
  },
];

/** The consent and the account only: what ends a family while its code is redeemed ends what that gives, too. */
export const stillAllowed = (dynamo: Dynamo, grant: GrantId): TransactItem[] => [
  unrevoked(dynamo, grant),
  liveAccount(dynamo, grant),
];
