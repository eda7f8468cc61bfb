import { twinWorld } from "../twins/world.ts";
import { challengesContract } from "./challenges-contract.ts";
import { codeLimitsContract } from "./code-limits-contract.ts";
import { realWorlds } from "./real-world.ts";
import { recoveryCodesContract } from "./recovery-codes-contract.ts";

const real = await realWorlds();

challengesContract("in memory", twinWorld);
codeLimitsContract("in memory", twinWorld);
recoveryCodesContract("in memory", twinWorld);
challengesContract("on DynamoDB", real);
codeLimitsContract("on DynamoDB", real);
recoveryCodesContract("on DynamoDB", real);
