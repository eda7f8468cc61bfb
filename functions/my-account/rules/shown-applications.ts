import type * as z from "zod/mini";
import type { Application } from "../../contract/applications.ts";
import type { applicationRecord } from "../../contract/schemas/my-account.ts";
import type { ApplicationEvent } from "../../ports/events.ts";

type Names = Application["name"];

/** What an application is called; one that is gone, by its id. */
export const nameOf = (clientId: string, application: Pick<Application, "name"> | undefined): Names =>
  application?.name ?? { "zh-TW": clientId, en: clientId };

/** Application sign-ins as their owner reads them (M61). */
export function shownApplicationSignIns(
  events: readonly ApplicationEvent[],
  applications: readonly Application[],
): z.infer<typeof applicationRecord>[] {
  const known = new Map(applications.map((application) => [application.clientId, application]));
  return events.map(({ at, clientId, address }) => ({
    at: new Date(at).toISOString(),
    clientId,
    name: nameOf(clientId, known.get(clientId)),
    address,
  }));
}
