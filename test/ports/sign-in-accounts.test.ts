import { twinWorld } from "../twins/world.ts";
import { realWorlds } from "./real-world.ts";
import { signInAccountsContract } from "./sign-in-accounts-contract.ts";

signInAccountsContract("in memory", twinWorld);
signInAccountsContract("on DynamoDB", await realWorlds());
