import type { Language } from "../contract/messages.ts";

export interface SecondFactor {
  readonly state: "none" | "bound" | "on";
  /** ISO time. */
  readonly boundAt?: string;
  readonly recoveryCodesLeft?: number;
}

/** What came of a code: a step of the app, or a recovery code, each works once (T42). `wait`: seconds, not evaluated. */
export type FactorOutcome =
  | { readonly outcome: "right"; readonly recoveryCodesLeft?: number }
  | { readonly outcome: "wrong" }
  | { readonly outcome: "wait"; readonly seconds: number }
  /** No factor that is on. */
  | { readonly outcome: "off" };

/** `recoveryCodes`: ten, in clear here and nowhere else. */
export type RenewOutcome =
  | Exclude<FactorOutcome, { outcome: "right" }>
  | { readonly outcome: "right"; readonly recoveryCodes: readonly string[] };

/** Second factors of accounts: seed sealed, used steps remembered, recovery codes hashed (M63, T18, T42). `language`: of the notice, zh-TW unless said. */
export interface SecondFactors {
  find(userId: string): Promise<SecondFactor>;
  /**
   * Judges a code of a factor that is on; the try is counted before it is compared, on the counter of the known `device` where there is
   * one (T03). Of eight parallel uses of one step one is right. After a hundred wrong ones in a row only a recovery code is looked at.
   */
  check(
    userId: string,
    code: string,
    asked?: { readonly language?: Language; readonly device?: string | undefined },
  ): Promise<FactorOutcome>;
  /** A new seed for a person who has no factor that is on: one that is only bound is given up for it. Undefined when one is on. */
  start(userId: string): Promise<{ readonly secret: string; readonly expiresIn: number } | undefined>;
  /** started → bound. */
  bind(userId: string, code: string): Promise<FactorOutcome>;
  /** bound → on: the account's flag, audit record, notice and recovery codes in one transaction; a lost answer repeated gives new codes, the old set void. */
  enable(userId: string, code: string, epoch: number, language?: Language): Promise<RenewOutcome>;
  /** on: ten new recovery codes; the owner is told. */
  renew(userId: string, code: string, language?: Language): Promise<RenewOutcome>;
  /** bound or on → none. `before`: runs when the code is right and nothing has changed; whatever it throws leaves the factor and the code as they were. */
  unbind(
    userId: string,
    code: string,
    asked?: { readonly language?: Language; readonly before?: () => Promise<void> },
  ): Promise<FactorOutcome>;
}
