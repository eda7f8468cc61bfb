import { Problem } from "../../http/problem.ts";
import type { Action } from "../../http/request.ts";
import type { PublicRegistrations, PublicRegistrationTokens } from "../../ports/public-registrations.ts";

interface Parts {
  readonly publicRegistrations: Pick<PublicRegistrations, "abandon">;
  readonly tokens: Pick<PublicRegistrationTokens, "readLink">;
}

/** 不是我: whoever has the mailbox takes the registration away. Of an account, which mailbox and password made together, the help desk decides. */
export function refuseActivation({ publicRegistrations, tokens }: Parts): Action<"POST /api/public/refuse"> {
  return async ({ body }) => {
    const flowId = await tokens.readLink(body.token);
    if (flowId === undefined || !(await publicRegistrations.abandon(flowId))) throw new Problem("activation-link");
    return { body: {} };
  };
}
