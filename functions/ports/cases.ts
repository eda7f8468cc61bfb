import type { CaseCategory, CaseOwner, ShownCase } from "../contract/schemas/cases.ts";
import type { CheckedCaptcha } from "./captchas.ts";
import type { Intent } from "./messages.ts";

/** What a person wrote. Sealed at rest. */
export interface CaseContent {
  /** 身分證字號／居留證號／其他身分 ID／教育雲端帳號, as typed. */
  readonly person: string;
  readonly name: string;
  readonly contact: string;
  readonly description: string;
  readonly language: "zh-TW" | "en";
}

export interface NewCase {
  readonly number: string;
  /** Opens the status page with the number. Kept as a keyed hash. */
  readonly code: string;
  readonly category: CaseCategory;
  readonly owner: CaseOwner;
  readonly county?: string;
  readonly school?: { readonly code: string; readonly level: string };
  /** The account it is about, where the service itself knows (不是我). */
  readonly userId?: string;
  readonly content: CaseContent;
}

/** Who asks. `client` is a keyed hash. */
export interface CaseClient {
  readonly client: string;
  /** A whole class behind one address. */
  readonly fromSchool: boolean;
}

/** `toSender` is left out where the contact had its share of messages from this form, or bounced before (T12, T13, T48). */
export interface CaseMessages {
  readonly toOwner: Intent;
  readonly toSender: Intent;
}

export type OpenedCase =
  | { readonly kind: "opened"; readonly mailed: boolean }
  /** Another case has this number: take a fresh one. Nothing was counted. */
  | { readonly kind: "number-taken" }
  | { readonly kind: "captcha-used" }
  | { readonly kind: "too-many-tries" };

/** Questions and reports to the help desk (M70). */
export interface Cases {
  /** Captcha spent, limits counted, case, audit record and messages written: one transaction, all or nothing. */
  open(opened: NewCase, from: CaseClient & { captcha: CheckedCaptcha }, messages: CaseMessages): Promise<OpenedCase>;
  /**
   * The case of a number and its code; a wrong pair is undefined, whichever half is wrong, with the same calls. Counted before
   * anything is read.
   */
  look(pair: { number: string; code: string }, from: CaseClient): Promise<ShownCase | "too-many-tries" | undefined>;
}

/** Where a case's owner reads mail. */
export interface OwnerAddresses {
  of(owner: CaseOwner, place: { county?: string | undefined; school?: string | undefined }): Promise<string>;
}
