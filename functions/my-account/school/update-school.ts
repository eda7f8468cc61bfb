import { Problem } from "../../http/problem.ts";
import type { Action } from "../../http/request.ts";
import type { SchoolChanges } from "../../ports/account-changes.ts";
import { findSource, type SourceParts } from "./find-source.ts";

interface Parts extends SourceParts {
  readonly schoolChanges: SchoolChanges;
}

/** 更新 (M36): looked up anew, so that what is written is what the roster says now. */
export function updateSchool(parts: Parts): Action<"POST /api/my-account/school"> {
  return async ({ body, session, client }) => {
    if (session === undefined) throw new Problem("not-signed-in");
    const found = await findSource(parts, { body, session, client });
    const { userId, profile } = session;
    const enrolments = await parts.schoolChanges.update({ userId, epoch: profile.epoch, ...found });
    if (enrolments === "ended") throw new Problem("not-signed-in");
    if (enrolments === undefined) throw new Problem("try-again-later", { retryAfter: 1 });
    return { body: { enrolments: [...enrolments] } };
  };
}
