import { twinWorld } from "../twins/world.ts";
import { realWorlds } from "./real-world.ts";
import { sessionsContract } from "./sessions-contract.ts";

sessionsContract("in memory", twinWorld);
sessionsContract("on DynamoDB", await realWorlds());
