import type { Policy } from "../contract/policy.ts";
import type { Action } from "../http/request.ts";
import type { Drafts } from "../ports/drafts.ts";
import type { Draft, Registrations } from "../ports/registrations.ts";
import { applicationOf } from "./rules/application.ts";

interface Parts {
  readonly drafts: Drafts;
  readonly registrations: Registrations;
  readonly accountDomain: string;
  readonly policy: Policy;
}

/** What a reload or a second tab needs: how far this browser's application is. A proof whose answer was lost comes back with it. */
export function showApplication({ drafts, registrations, accountDomain, policy }: Parts): Action<"GET /api/register"> {
  return async ({ cookies }) => {
    const draft = await drafts.read(cookies.flow);
    if (draft?.accountName === undefined) return { body: applicationOf(policy, draft, undefined) };
    const flow = await registrations.flow(draft.flowId);
    const current: Draft = flow?.proved === undefined ? draft : { ...draft, proved: flow.proved };
    const account = flow?.status === "DONE" ? `${draft.accountName}@${accountDomain}` : undefined;
    return { body: applicationOf(policy, current, flow, account), setCookies: [await drafts.cookie(current)] };
  };
}
