import { resolve } from "node:path";
import { StartUpError } from "./start-up-error.ts";

/** What the person who starts the service may set. */
export interface LocalSettings {
  readonly port: number;
  readonly dataDir: string;
  readonly sampleCounties: boolean;
}

/** Reads `PORT` (default 8787; 0 takes any free one), `DATA_DIR` (default `.local`) and `SAMPLE_COUNTIES` (`on`, the default, or `off`). */
export function localSettings(environment: NodeJS.ProcessEnv): LocalSettings {
  const port = Number(environment.PORT ?? 8787);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new StartUpError(`PORT must be a number from 0 to 65535, not "${environment.PORT}".`);
  }
  const counties = environment.SAMPLE_COUNTIES || "on";
  if (counties !== "on" && counties !== "off") {
    throw new StartUpError(`SAMPLE_COUNTIES must be on or off, not "${counties}".`);
  }
  return { port, dataDir: resolve(environment.DATA_DIR || ".local"), sampleCounties: counties === "on" };
}
