import type { Credentials } from "../ports/credentials.ts";
import type { Ids } from "../ports/ids.ts";
import { loadedLater } from "./loaded-later.ts";

/** The password vault for a function in which only one of many requests speaks to it. */
export const cognitoLater = (pool: { userPoolId: string; clientId: string }, ids: Ids): Credentials =>
  loadedLater<Credentials>(["create", "setPassword", "check", "enable", "disable", "delete"], () =>
    import("./credentials.ts").then(({ cognitoCredentials }) => cognitoCredentials(pool, ids)),
  );
