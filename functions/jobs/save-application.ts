import * as z from "zod/mini";
import { type Application, applicationFile, ownAddressesOf, troublesOf } from "../contract/applications.ts";
import { filled } from "../contract/schemas/parts.ts";
import type { Applications } from "../ports/applications.ts";
import type { Consents } from "../ports/consents.ts";
import type { LegacyPlatforms } from "../ports/legacy-platforms.ts";
import { forgetConsents } from "./remove-application.ts";

/** Who asks, for the audit record. */
const by = filled(60);

export const saveApplicationEvent = z.strictObject({
  job: z.literal("save-application"),
  by,
  application: applicationFile,
  /** The legacy platform is this owner's from now on, with all accounts that were imported for another. */
  takeOver: z.optional(z.boolean()),
});

export const newClientSecretEvent = z.strictObject({
  job: z.literal("new-client-secret"),
  by,
  clientId: applicationFile.shape.clientId,
});

export const listApplicationsEvent = z.strictObject({ job: z.literal("list-applications") });

/** `secret` is in clear, when a new one was made: to be shown once to whoever asked, and kept nowhere. */
export interface SavedApplication {
  readonly saved: boolean;
  readonly clientId: string;
  readonly isNew?: boolean;
  readonly secret?: string;
}

interface Parts {
  readonly applications: Applications;
  readonly consents: Pick<Consents, "ofApplication" | "revoke">;
  readonly legacyPlatforms: LegacyPlatforms;
  readonly siteOrigin: string;
}

/**
 * Registers an application or replaces what was registered of it. One that has no row starts without consents: an earlier application of the
 * same name had them for itself. Throws with a sentence for each trouble.
 */
export async function saveApplication(
  { application, by: operator, takeOver = false }: z.infer<typeof saveApplicationEvent>,
  { applications, consents, legacyPlatforms, siteOrigin }: Parts,
): Promise<SavedApplication> {
  const { clientId, owner, legacyPlatform: platform } = application;
  const before = await applications.find(clientId);
  const known = platform === undefined ? undefined : await legacyPlatforms.read(platform.id);
  const troubles = [
    ...troublesOf(application),
    ...ownAddressesOf(application, siteOrigin),
    ...(takeOver ? [] : await platformOfOthers(application, before, known?.owner, applications)),
  ];
  if (troubles.length > 0) throw new Error(`this application cannot be saved: ${troubles.join("; ")}`);
  // First, so that no application is a platform that two owners asked for at once.
  if (platform !== undefined && known !== undefined)
    if (!(await legacyPlatforms.give(platform.id, owner.name, { operator }, known)))
      throw new Error(`the legacy platform ${platform.id} changed while it was saved: save it again`);
  const isNew = before === undefined;
  if (isNew) await forgetConsents(clientId, consents);
  const secret = await applications.save(application, { operator });
  return { saved: true, clientId, isNew, ...(secret === undefined ? {} : { secret }) };
}

/**
 * Who is a platform tries the passwords of its old accounts, by a moment of its own, and is told who joins them: no application of another
 * owner becomes one, also when the last that was it is removed. What is that platform already stays it, so that an owner may take another
 * name. `known`: whose it was when it was last saved.
 */
async function platformOfOthers(
  { owner, legacyPlatform: platform }: Application,
  before: Application | undefined,
  known: string | undefined,
  applications: Pick<Applications, "list">,
): Promise<string[]> {
  if (platform === undefined || before?.legacyPlatform?.id === platform.id) return [];
  const there = (await applications.list()).filter(({ legacyPlatform }) => legacyPlatform?.id === platform.id);
  const owners = [...there.map((one) => one.owner.name), ...(known === undefined ? [] : [known])];
  if (owners.length === 0 || owners.includes(owner.name)) return [];
  return [
    `legacyPlatform.id: ${platform.id} is the platform of another owner, ${owners[0]}, with the accounts that were imported for it; ` +
      "if they are this owner's now, save it with takeOver (--take-over)",
  ];
}

/** `saved` is false where there is no application, or one without a secret. */
export async function newClientSecret(
  { clientId, by: operator }: z.infer<typeof newClientSecretEvent>,
  { applications }: Pick<Parts, "applications">,
): Promise<SavedApplication> {
  const secret = await applications.renewSecret(clientId, { operator });
  return { saved: secret !== undefined, clientId, ...(secret === undefined ? {} : { secret }) };
}

/** All, without secrets. */
export const listApplications = async ({
  applications,
}: Pick<Parts, "applications">): Promise<{ applications: readonly Application[] }> => ({
  applications: await applications.list(),
});
