import { twinWorld } from "../twins/world.ts";
import { activationGrantsContract } from "./activation-grants-contract.ts";
import { realWorlds } from "./real-world.ts";
import { resetGrantsContract } from "./reset-grants-contract.ts";

const onDynamo = await realWorlds();
resetGrantsContract("in memory", twinWorld);
resetGrantsContract("on DynamoDB", onDynamo);
activationGrantsContract("in memory", twinWorld);
activationGrantsContract("on DynamoDB", onDynamo);
