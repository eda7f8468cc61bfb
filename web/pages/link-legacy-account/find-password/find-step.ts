import type { LegacyArrival } from "../../../../functions/contract/schemas/legacy.ts";
import type { Press } from "../../../use-press.ts";
import type { CaptchaPart } from "../../reset-password/use-captcha-part.ts";

/** What every step of 查詢密碼 has. */
export interface FindStepProps {
  readonly platform: LegacyArrival["platform"];
  /** Back to 已有平台帳號. */
  readonly accountHref: string;
  readonly part: CaptchaPart;
  readonly press: Press;
}
