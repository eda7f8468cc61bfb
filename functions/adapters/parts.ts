import { type Policy, policies } from "../contract/policy.ts";
import type { Settings } from "../contract/settings.ts";
import type { Keys } from "../ports/keys.ts";
import { type Dynamo, dynamo } from "./dynamo.ts";
import { secretsManagerKeys } from "./keys.ts";
import type { Surroundings } from "./system.ts";

/** What most adapters are made of. */
export interface Parts extends Pick<Surroundings, "clock" | "ids" | "slowCost"> {
  readonly dynamo: Dynamo;
  readonly keys: Keys;
  readonly policy: Policy;
}

export const partsOf = (settings: Settings, { clock, ids, slowCost }: Surroundings): Parts => ({
  dynamo: dynamo(settings.TABLE_PREFIX),
  keys: secretsManagerKeys(settings.KEY_RING_SECRET_ID),
  clock,
  ids,
  slowCost,
  policy: policies[settings.POLICY_PROFILE],
});

export const poolOf = (settings: { USER_POOL_ID: string; USER_POOL_CLIENT_ID: string }) => ({
  userPoolId: settings.USER_POOL_ID,
  clientId: settings.USER_POOL_CLIENT_ID,
});
