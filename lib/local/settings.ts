import { resolve } from "node:path";
import { StartUpError } from "./start-up-error.ts";

/** What the person who starts the service may set. */
export interface LocalSettings {
  readonly port: number;
  readonly dataDir: string;
  readonly sampleCounties: boolean;
  /** The port of the sample application, 0 for any free one; undefined when it is off. */
  readonly applicationPort: number | undefined;
}

/**
 * Reads `PORT` (default 8787; 0 takes any free one), `DATA_DIR` (default `.local`), `SAMPLE_COUNTIES` and `SAMPLE_APPLICATION` (`on`, the
 * default, or `off`) and `APPLICATION_PORT` (default 0).
 */
export function localSettings(environment: NodeJS.ProcessEnv): LocalSettings {
  const applicationPort = portIn(environment, "APPLICATION_PORT", 0);
  return {
    port: portIn(environment, "PORT", 8787),
    dataDir: resolve(environment.DATA_DIR || ".local"),
    sampleCounties: isOn(environment, "SAMPLE_COUNTIES"),
    applicationPort: isOn(environment, "SAMPLE_APPLICATION") ? applicationPort : undefined,
  };
}

function portIn(environment: NodeJS.ProcessEnv, name: string, otherwise: number): number {
  const port = Number(environment[name] ?? otherwise);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new StartUpError(`${name} must be a number from 0 to 65535, not "${environment[name]}".`);
}

function isOn(environment: NodeJS.ProcessEnv, name: string): boolean {
  const value = environment[name] || "on";
  if (value === "on" || value === "off") return value === "on";
  throw new StartUpError(`${name} must be on or off, not "${value}".`);
}
