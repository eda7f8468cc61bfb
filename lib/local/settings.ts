import { resolve } from "node:path";
import { StartUpError } from "./start-up-error.ts";

/** What the person who starts the service may set. */
export interface LocalSettings {
  readonly port: number;
  readonly dataDir: string;
}

/** Reads `PORT` (default 8787; 0 takes any free one) and `DATA_DIR` (default `.local`). */
export function localSettings(environment: NodeJS.ProcessEnv): LocalSettings {
  const port = Number(environment.PORT ?? 8787);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new StartUpError(`PORT must be a number from 0 to 65535, not "${environment.PORT}".`);
  }
  return { port, dataDir: resolve(environment.DATA_DIR || ".local") };
}
