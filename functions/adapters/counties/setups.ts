import { Logger } from "@aws-lambda-powertools/logger";
import { ResourceNotFoundException } from "@aws-sdk/client-secrets-manager";
import { type CountyId, type CountyProfile, countyIds } from "../../contract/counties.ts";
import type { Clock } from "../../ports/clock.ts";
import type { CountySetups } from "../../ports/counties.ts";
import type { CountySetup } from "../../ports/county-providers.ts";
import { secretReader } from "../secrets.ts";
import { systemClock } from "../system.ts";
import { setupOf } from "./setup-of.ts";

/** `read`: the secret's text, undefined where there is none. `warn` is told why a county is left off, never what was configured. */
export interface SetupsParts {
  readonly secretId: string;
  readonly profiles: readonly CountyProfile[];
  readonly clock?: Clock;
  readonly read?: (secretId: string) => Promise<string | undefined>;
  readonly warn?: (county: CountyId | "all", reason: string) => void;
}

type Setups = ReadonlyMap<CountyId, CountySetup>;

/** Seconds a process goes without looking: so long may a county that was switched off go on. */
const keptFor = 60;

/** Counties are switched on in one Secrets Manager secret. What is wrong about one leaves that one off, and no other. */
export function countySetups(parts: SetupsParts): CountySetups {
  const { secretId, profiles, clock = systemClock, read = readIfThere(), warn = logged } = parts;
  let known: { readonly setups: Setups; readonly at: number } | undefined;

  async function current(): Promise<Setups> {
    if (known !== undefined && clock.now() - known.at < keptFor * 1_000) return known.setups;
    known = { setups: await load(known?.setups), at: clock.now() };
    return known.setups;
  }

  /** While the secret cannot be read, what this process has read before serves on; one that has read nothing fails. */
  async function load(before: Setups | undefined): Promise<Setups> {
    try {
      return configured((await read(secretId)) ?? "{}", profiles, warn);
    } catch (error) {
      if (before === undefined) throw error;
      warn("all", "secret-unreadable");
      return before;
    }
  }

  return {
    async all() {
      const setups = await current();
      return profiles.map((profile) => {
        const setup = setups.get(profile.id);
        return { profile: setup?.profile ?? profile, setup };
      });
    },
    find: async (county) => (await current()).get(county),
  };
}

function configured(
  secret: string,
  profiles: readonly CountyProfile[],
  warn: NonNullable<SetupsParts["warn"]>,
): Setups {
  const configurations = parsed(secret);
  if (configurations === undefined) warn("all", "secret-not-an-object");
  const names = Object.keys(configurations ?? {});
  if (names.some((name) => !countyIds.some((id) => id === name))) warn("all", "unknown-county");

  const setups = new Map<CountyId, CountySetup>();
  for (const profile of profiles) {
    if (!names.includes(profile.id)) continue;
    const made = setupOf(profile, configurations?.[profile.id]);
    if (typeof made === "string") warn(profile.id, made);
    else if (made !== undefined) setups.set(profile.id, made);
  }
  return setups;
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** No secret, no county: where none is connected nobody has to make one. */
function readIfThere(): NonNullable<SetupsParts["read"]> {
  const read = secretReader();
  return (secretId) =>
    read(secretId).catch((error) => {
      if (error instanceof ResourceNotFoundException) return undefined;
      throw error;
    });
}

const logger = new Logger({ serviceName: "county-callback" });
const logged = (county: string, reason: string) => logger.warn("county left off", { county, reason });
