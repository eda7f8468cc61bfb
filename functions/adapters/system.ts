import { randomBytes } from "node:crypto";
import type { Clock } from "../ports/clock.ts";
import type { Ids } from "../ports/ids.ts";
import type { Argon2Cost } from "./argon2-line.ts";

export const systemClock: Clock = { now: () => Date.now() };

export const systemIds: Ids = {
  bytes: (bytes) => randomBytes(bytes),
  id: () => randomBytes(16).toString("base64url"),
  secret: () => randomBytes(32).toString("base64url"),
};

/** What a function finds around it: settings, time and randomness. Tests give their own. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly ids: Ids;
  /** What a slow hash costs, where a test is about something else; a deployed function never has it, and `slowHash` takes its own. */
  readonly slowCost?: Argon2Cost | undefined;
}
