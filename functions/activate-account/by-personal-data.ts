import type { Action } from "../http/request.ts";
import { openByPersonalData, type PersonalDataParts } from "../steps/open-by-personal-data.ts";
import { judgeForActivation } from "./rules/may-activate.ts";

/** 啟用帳號 by personal data (M55). */
export const byPersonalData = (parts: PersonalDataParts): Action<"POST /api/activate/personal-data"> =>
  openByPersonalData(parts, { form: "activate", purpose: "activate", judge: judgeForActivation });
