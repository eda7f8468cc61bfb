import { twinWorld } from "../twins/world.ts";
import { realWorlds } from "./real-world.ts";
import { sessionListContract } from "./session-list-contract.ts";
import { sessionsContract } from "./sessions-contract.ts";

const real = await realWorlds();
for (const contract of [sessionsContract, sessionListContract]) {
  contract("in memory", twinWorld);
  contract("on DynamoDB", real);
}
