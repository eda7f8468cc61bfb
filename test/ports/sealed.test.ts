import { twinWorld } from "../twins/world.ts";
import { captchasContract } from "./captchas-contract.ts";
import { devicesContract, draftsContract } from "./cookies-contract.ts";
import { keysContract } from "./keys-contract.ts";
import { realWorlds } from "./real-world.ts";

const real = await realWorlds();

for (const contract of [keysContract, captchasContract, draftsContract, devicesContract]) {
  contract("in memory", twinWorld);
  contract("sealed by the key ring", real);
}
