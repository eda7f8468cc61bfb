import { clearCookie } from "../http/cookies.ts";
import type { Action } from "../http/request.ts";
import type { Drafts } from "../ports/drafts.ts";
import type { Registrations } from "../ports/registrations.ts";

/** A shared classroom computer: forgets the application of this browser and frees the name and the person it held. */
export function restart({
  drafts,
  registrations,
}: {
  drafts: Drafts;
  registrations: Registrations;
}): Action<"POST /api/register/restart"> {
  return async ({ cookies }) => {
    const draft = await drafts.read(cookies.flow);
    if (draft?.accountName !== undefined) await registrations.abandon({ ...draft, accountName: draft.accountName });
    return { body: {}, setCookies: [clearCookie("flow"), clearCookie("countyProof")] };
  };
}
