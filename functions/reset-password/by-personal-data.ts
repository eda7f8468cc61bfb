import type { Action } from "../http/request.ts";
import { openByPersonalData, type PersonalDataParts } from "../steps/open-by-personal-data.ts";
import { judgeForReset } from "./rules/personal-data.ts";

/** 使用個人基本資料重設 (M48). */
export const byPersonalData = (parts: PersonalDataParts): Action<"POST /api/reset-password/personal-data"> =>
  openByPersonalData(parts, { form: "reset-password", purpose: "reset", judge: judgeForReset });
