import { twinWorld } from "../twins/world.ts";
import { intentsContract } from "./intents-contract.ts";
import { realWorlds } from "./real-world.ts";
import { rosterContract } from "./roster-contract.ts";

const real = await realWorlds();

intentsContract("in memory", twinWorld);
rosterContract("in memory", twinWorld);
intentsContract("on DynamoDB", real);
rosterContract("on DynamoDB", real);
