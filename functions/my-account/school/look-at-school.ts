import { Problem } from "../../http/problem.ts";
import type { Action } from "../../http/request.ts";
import { isSameEnrolment } from "../../person/enrolments.ts";
import { findSource, type SourceParts } from "./find-source.ts";

/** 目前資料 beside 來源資料 (M36). `same`: the account has just this already. */
export function lookAtSchool(parts: SourceParts): Action<"POST /api/my-account/school/look"> {
  return async ({ body, session, client }) => {
    if (session === undefined) throw new Problem("not-signed-in");
    const { source } = await findSource(parts, { body, session, client });
    const current = [...session.profile.enrolments];
    return { body: { current, source, same: current.some((entry) => isSameEnrolment(entry, source)) } };
  };
}
