import * as z from "zod/mini";
import { type Application, applicationFile, ownAddressesOf, troublesOf } from "../contract/applications.ts";
import { filled } from "../contract/schemas/parts.ts";
import type { Applications } from "../ports/applications.ts";
import type { Consents } from "../ports/consents.ts";
import { forgetConsents } from "./remove-application.ts";

/** Who asks, for the audit record. */
const by = filled(60);

export const saveApplicationEvent = z.strictObject({
  job: z.literal("save-application"),
  by,
  application: applicationFile,
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
  readonly siteOrigin: string;
}

/**
 * Registers an application or replaces what was registered of it. One that has no row starts without consents: an earlier application of the
 * same name had them for itself. Throws with a sentence for each trouble.
 */
export async function saveApplication(
  { application, by: operator }: z.infer<typeof saveApplicationEvent>,
  { applications, consents, siteOrigin }: Parts,
): Promise<SavedApplication> {
  const troubles = [...troublesOf(application), ...ownAddressesOf(application, siteOrigin)];
  if (troubles.length > 0) throw new Error(`this application cannot be saved: ${troubles.join("; ")}`);
  const { clientId } = application;
  const isNew = (await applications.find(clientId)) === undefined;
  if (isNew) await forgetConsents(clientId, consents);
  const secret = await applications.save(application, { operator });
  return { saved: true, clientId, isNew, ...(secret === undefined ? {} : { secret }) };
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
