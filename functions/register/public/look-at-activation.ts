import { Problem } from "../../http/problem.ts";
import type { Action } from "../../http/request.ts";
import { maskEmail } from "../../person/masks.ts";
import type { Clock } from "../../ports/clock.ts";
import type { PublicRegistrations, PublicRegistrationTokens } from "../../ports/public-registrations.ts";
import { isOpen } from "./rules/shown.ts";

interface Parts {
  readonly publicRegistrations: Pick<PublicRegistrations, "find">;
  readonly tokens: Pick<PublicRegistrationTokens, "readLink">;
  readonly clock: Clock;
}

/** What a mailed link is for, for its page. Reads only: a scanner that opens the page, and even one that runs it, activates nothing (T22). */
export function lookAtActivation({ publicRegistrations, tokens, clock }: Parts): Action<"POST /api/public/activation"> {
  return async ({ body }) => {
    const flowId = await tokens.readLink(body.token);
    const flow = flowId === undefined ? undefined : await publicRegistrations.find(flowId);
    const isDone = flow?.status === "DONE";
    if (flow === undefined || !(isDone || isOpen(flow, clock.now()))) throw new Problem("activation-link");
    return { body: { state: isDone ? "done" : "open", email: maskEmail(flow.person.email) } };
  };
}
