import { join } from "node:path";
import type { Application } from "../../../functions/contract/applications.ts";
import type { JobsHandler } from "../handlers.ts";
import { StartUpError } from "../start-up-error.ts";
import { type SampleApplication, startSampleApplication } from "./application.ts";
import { importSampleAccounts } from "./legacy/accounts.ts";

const by = "start-up";

/**
 * Starts the sample applications, registered as `npm run application` registers any. Each start gives them new secrets, since nobody
 * keeps the old ones. A legacy platform among them gets its old accounts; `dataDir`: where it keeps whose learning history moved.
 * @throws StartUpError when the port is taken
 */
export async function startRegisteredSample(
  jobs: JobsHandler,
  issuer: string,
  port: number,
  dataDir?: string,
): Promise<SampleApplication> {
  const register = async (application: Application): Promise<string> => {
    const saved = (await jobs({ job: "save-application", by, application })) as { secret?: string };
    if (saved.secret !== undefined) return saved.secret;
    const { clientId } = application;
    const renewed = (await jobs({ job: "new-client-secret", by, clientId })) as { secret?: string };
    return renewed.secret ?? "";
  };
  const more = dataDir === undefined ? {} : { historiesFile: join(dataDir, "sample-legacy.json") };
  const started = await startSampleApplication({ issuer, port, register, ...more }).catch(
    (cause: NodeJS.ErrnoException) => {
      if (cause.code !== "EADDRINUSE" && cause.code !== "EACCES") throw cause;
      throw new StartUpError(
        `APPLICATION_PORT ${port} cannot be opened (${cause.code}): choose another, or leave it out for any free one.`,
        { cause },
      );
    },
  );
  try {
    for (const { platform } of started.pages) if (platform !== undefined) await importSampleAccounts(jobs, platform.id);
    return started;
  } catch (error) {
    await started.stop();
    throw error;
  }
}
