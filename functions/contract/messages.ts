/** `https://…/not-me#<token>`: whoever was not the one presses it. In the mail only: an SMS has no link. */
interface NotMe {
  readonly notMe?: string;
}

/** The kinds of mail and SMS the service sends, and which words each needs. */
export interface MessageWords {
  /** A code a channel: each proves its own channel (decision 003). */
  "code-register": { readonly codes: Readonly<Partial<Record<Channel, string>>>; readonly minutes: number };
  welcome: { readonly account: string; readonly name: string };
  /** Goes to contacts that nobody proved too: no name in it. */
  "password-reset": { readonly account: string } & NotMe;
  /** M45, C7: one code for both channels. */
  "code-reset": { readonly code: string; readonly minutes: number };
  "code-activate": { readonly code: string; readonly minutes: number };
  "account-shown": { readonly account: string } & NotMe;
  /** T15: name, ID and school were right and opened the page for a new password; nothing has changed yet. */
  "personal-data-matched": { readonly account: string } & NotMe;
  "account-activated": { readonly account: string } & NotMe;
  "account-frozen": { readonly account: string };
  /** 停用 is near: `date` as 2026年11月21日 or 21 November 2026. */
  "idle-warning": { readonly account: string; readonly days: number; readonly date: string };
  "account-disabled": { readonly account: string } & NotMe;
  "code-contact": { readonly code: string; readonly minutes: number };
  /**
   * To the old contact: `undo` is `https://…/contact-undo#<token>`, in the mail only. `masked`: the new one. `hours`: there where it can
   * be taken back by who reads this. `restored`: it was the taking back of a change, and `masked` is the one that came back.
   */
  "contact-changed": {
    readonly account: string;
    readonly masked: string;
    readonly hours?: number;
    readonly undo?: string;
    readonly restored?: true;
  } & NotMe;
  "password-changed": { readonly account: string } & NotMe;
  "second-factor-changed": { readonly account: string; readonly now: "on" | "off" } & NotMe;
  "recovery-code-used": { readonly account: string; readonly left: number } & NotMe;
  "recovery-codes-renewed": { readonly account: string } & NotMe;
  /** T42: wrong codes after a right password, so many that the longest wait has begun. */
  "second-factor-guessed": { readonly account: string } & NotMe;
  /** T35: `county` by its name, 桃園市. */
  "county-linked": { readonly account: string; readonly county: string } & NotMe;
  "account-closed": { readonly account: string; readonly days: number } & NotMe;
  /** M20: `activate` is `https://…/public/activate#<token>`, in the mail only, and good longer than the code. */
  "code-public": {
    readonly code: string;
    readonly minutes: number;
    readonly activate: string;
    readonly hours: number;
  };
  /** To an address that has an account: somebody registered with it again (T04). */
  "public-account-exists": { readonly account: string };
  /** M82: an old account was joined with this one. */
  "legacy-linked": { readonly account: string; readonly platform: string; readonly legacyAccount: string } & NotMe;
  /** M85, to the address that the platform had. */
  "legacy-password": { readonly platform: string; readonly password: string; readonly hours: number };
  "case-opened": { readonly number: string; readonly code: string };
  /** To whoever takes care of it: what was written, as text. */
  "case-for-owner": {
    readonly number: string;
    readonly category: string;
    readonly owner: string;
    readonly name: string;
    readonly contact: string;
    readonly person: string;
    readonly school: string;
    readonly description: string;
  };
}

export type MessageKind = keyof MessageWords;
export type Channel = "email" | "sms";
export type Language = "zh-TW" | "en";
