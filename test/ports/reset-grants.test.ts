import { twinWorld } from "../twins/world.ts";
import { realWorlds } from "./real-world.ts";
import { resetGrantsContract } from "./reset-grants-contract.ts";

resetGrantsContract("in memory", twinWorld);
resetGrantsContract("on DynamoDB", await realWorlds());
