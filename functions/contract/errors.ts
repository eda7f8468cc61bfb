/**
 * Every error a person or an application can be told, once: stable code -> HTTP status and English title (RFC 9457 `title`).
 * The site turns a code into a sentence (`web/words`); a title never carries private detail.
 */
export const errors = {
  "bad-request": { status: 400, title: "The request is not valid" },
  "broken-json": { status: 400, title: "The body is not valid JSON" },
  "forbidden-character": { status: 400, title: "The text contains a character that is not allowed" },
  "duplicate-parameter": { status: 400, title: "A parameter was given more than once" },
  "not-signed-in": { status: 401, title: "Sign in first" },
  "wrong-origin": { status: 403, title: "The request did not come from this site" },
  "wrong-csrf-token": { status: 403, title: "The page is out of date: load it again" },
  "not-found": { status: 404, title: "There is nothing at this address" },
  "method-not-allowed": { status: 405, title: "This address does not take that method" },
  "too-large": { status: 413, title: "The request is too large" },
  "wrong-content-type": { status: 415, title: "This address does not take a body of this type" },
  "too-many-tries": { status: 429, title: "Too many tries: wait and try again" },
  internal: { status: 500, title: "Something went wrong on our side" },
  "try-again-later": { status: 503, title: "The service is busy: try again in a moment" },

  "captcha-wrong": { status: 422, title: "The captcha is wrong, used or expired: take a fresh one" },
  "proof-of-work-required": { status: 422, title: "Use the proof of work in place of the digits" },

  "person-id-rule": { status: 422, title: "The ID number is not written as one" },
  "person-id-checksum": { status: 422, title: "The ID number has a wrong check digit" },
  "person-not-found": { status: 422, title: "No record matches" },
  "person-has-account": { status: 409, title: "This person already has an account" },
  "person-applying": { status: 409, title: "Another application of this person is under way" },
  "name-rule": { status: 422, title: "The name is empty, too long or has characters that names do not have" },
  "registration-missing": { status: 409, title: "There is no application in this browser: start again" },
  "registration-step": { status: 409, title: "An earlier step of the application is not done" },
  "registration-expired": { status: 409, title: "The application ran out of time: confirm the account step again" },
  "consent-outdated": { status: 409, title: "The notice has a newer version: read it again" },
  "account-name-rule": { status: 422, title: "The account name does not follow the rule" },
  "account-name-taken": { status: 409, title: "The account name is taken" },
  "password-rule": { status: 422, title: "The password does not follow the rule" },
  "contact-rule": { status: 422, title: "The e-mail address or mobile number is not valid" },

  "code-wait": { status: 429, title: "A code was sent a moment ago: wait before asking again" },
  "code-limit": { status: 429, title: "Too many codes were asked for: try later" },
  "code-wrong": { status: 422, title: "The code is wrong or no longer valid" },
  "code-needs-captcha": { status: 422, title: "Solve a captcha with the code" },

  "county-off": { status: 422, title: "Signing in with this county's account is not switched on" },
  "county-round-trip": {
    status: 409,
    title: "This county sign-in is not of this browser, was used already or took too long: start again",
  },
  "county-cancelled": { status: 422, title: "The sign-in at the county was cancelled" },
  "county-down": { status: 503, title: "The county's sign-in does not answer: try again later" },
  "county-refused": { status: 422, title: "The county's answer could not be accepted" },
  "county-proof-missing": { status: 409, title: "Sign in at the county first" },
  "county-other-person": { status: 409, title: "This county account does not belong to the person of this account" },
  "county-linked-elsewhere": { status: 409, title: "This county account is linked to another account" },
  "account-disabled": { status: 403, title: "The account is disabled" },

  "reset-grant-missing": { status: 409, title: "There is no open password reset in this browser: start again" },
  "default-password-wrong": { status: 422, title: "The account, the default password or both are wrong or used up" },
  "case-not-found": { status: 404, title: "There is no case with this number and code" },
  "not-me-link": { status: 422, title: "The link is not valid any more" },
  "password-changed-recently": { status: 429, title: "The password was changed less than 24 hours ago" },

  "re-authentication-required": { status: 403, title: "Give your password again: it was more than five minutes ago" },
  "password-wrong": { status: 422, title: "The present password is wrong" },
  "two-factor-missing": { status: 409, title: "There is no sign-in under way in this browser: start again" },
  "two-factor-needed": { status: 422, title: "Give the code of your second factor too" },
  "two-factor-wrong": { status: 422, title: "The code of the second factor is wrong or was used" },
  "two-factor-wait": { status: 429, title: "Too many wrong codes of the second factor: wait and try again" },
  "two-factor-state": { status: 409, title: "The second factor is not in a state that allows this" },
  "contact-same": { status: 422, title: "This is the contact the account already has" },
  "contact-undo-link": { status: 422, title: "The link is not valid any more" },
  "interaction-missing": {
    status: 409,
    title: "The application's request is not of this browser or took too long: go back and start again",
  },
  "application-not-for-you": { status: 403, title: "This application is for other people" },

  "public-registration-missing": { status: 409, title: "There is no registration in this browser: start again" },
  "activation-link": { status: 422, title: "The link is not valid any more: register again" },
  "account-email-taken": { status: 409, title: "This e-mail address has an account already" },
  "picture-type": { status: 422, title: "Send a PNG, JPEG or WebP picture" },
  "picture-size": { status: 422, title: "The picture has too many bytes or pixels" },
  "picture-broken": { status: 422, title: "The picture cannot be read: it is incomplete or damaged" },
  "legacy-password-wrong": { status: 422, title: "The old account, its password or both are wrong" },
  "legacy-wait": { status: 429, title: "Too many wrong passwords of the old account: wait and try again" },
  "legacy-other-name": { status: 409, title: "The old account is in another name: say whether it is yours" },
  "legacy-linked": { status: 403, title: "The old account was joined with another one: sign in with that" },
  "legacy-linked-elsewhere": { status: 409, title: "The old account is joined with another account already" },
  "legacy-has-link": { status: 409, title: "This account has come to the platform already" },
  "legacy-linking-ended": { status: 403, title: "Old accounts of this platform are joined no more" },
  "legacy-sign-in-ended": { status: 403, title: "The old sign-in has ended: sign in with the education account" },
  "person-id-other": { status: 422, title: "The ID number is not that of the person of this account" },
  "client-unknown": { status: 401, title: "No application has this id and secret" },

  "sign-in-failed": {
    status: 401,
    title: "The account, the password or both are wrong, or the account cannot be used",
  },
} as const satisfies Record<string, { status: number; title: string }>;

export type ErrorCode = keyof typeof errors;

/** One field that is wrong and the stable name of the rule it breaks, e.g. `{field: "password", problem: "too-short"}`. */
export interface FieldProblem {
  readonly field: string;
  readonly problem: string;
}
