import { twinWorld } from "../twins/world.ts";
import { realWorlds } from "./real-world.ts";
import { registrationsContract } from "./registrations-contract.ts";

registrationsContract("in memory", twinWorld);
registrationsContract("on DynamoDB", await realWorlds());
