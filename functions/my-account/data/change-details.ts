import { Problem } from "../../http/problem.ts";
import type { Action } from "../../http/request.ts";
import { readDetails } from "../../person/details.ts";
import type { DetailsChanges } from "../../ports/account-changes.ts";

/** Nickname, phone and gender of 其他 (M20): all of them, so that what is left out goes. Nobody else has any. */
export function changeDetails({
  detailsChanges,
}: {
  readonly detailsChanges: DetailsChanges;
}): Action<"POST /api/my-account/details"> {
  return async ({ body, session }) => {
    if (session === undefined) throw new Problem("not-signed-in");
    const { userId, profile } = session;
    if (profile.details === undefined) throw new Problem("not-found");
    const { details, nameProblems, contactProblems } = readDetails(body);
    const fields = [...nameProblems, ...contactProblems];
    if (nameProblems.length > 0) throw new Problem("name-rule", { fields });
    if (contactProblems.length > 0) throw new Problem("contact-rule", { fields });
    const outcome = await detailsChanges.update({ userId, epoch: profile.epoch, details });
    if (outcome === "ended") throw new Problem("not-signed-in");
    if (outcome === "changed-meanwhile") throw new Problem("try-again-later", { retryAfter: 1 });
    return { body: {} };
  };
}
