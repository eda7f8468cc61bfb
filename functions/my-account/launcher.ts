import type { Application } from "../contract/applications.ts";
import type { Launcher } from "../contract/schemas/applications.ts";
import type { Action } from "../http/request.ts";
import type { Applications } from "../ports/applications.ts";

/** 介接應用服務 (M32): the applications that have an entry, by name. What people may read of them and nothing of how they are connected. */
export function launcher({ applications }: { applications: Applications }): Action<"GET /api/applications"> {
  return async () => ({ body: { applications: (await applications.list()).flatMap(entryOf) } });
}

function entryOf({ clientId, name, owner, launcher, logo, roles }: Application): Launcher["applications"] {
  if (launcher === undefined) return [];
  return [
    {
      clientId,
      name,
      owner: owner.name,
      description: launcher.description,
      address: launcher.address,
      ...(logo === undefined ? {} : { logo }),
      ...(roles === undefined ? {} : { roles: [...roles] }),
    },
  ];
}
