import { twinWorld } from "../twins/world.ts";
import { lookUpsContract } from "./look-ups-contract.ts";
import { realWorlds } from "./real-world.ts";

lookUpsContract("in memory", twinWorld);
lookUpsContract("on DynamoDB", await realWorlds());
