import type { Channel } from "../contract/messages.ts";
import type { RequestOf } from "../contract/routes.ts";
import { Problem } from "../http/problem.ts";
import type { Action, Answer, Request } from "../http/request.ts";
import { accountNameOf } from "../person/account-name.ts";
import { maskEmail, maskMobile } from "../person/masks.ts";
import type { Captchas } from "../ports/captchas.ts";
import type { Challenges, CodeSubject } from "../ports/challenges.ts";
import type { Clock } from "../ports/clock.ts";
import type { Drafts } from "../ports/drafts.ts";
import type { Keys } from "../ports/keys.ts";
import type { ChannelState, Delivery } from "../ports/messages.ts";
import type { Metrics } from "../ports/metrics.ts";
import { applicantOf } from "./applicant.ts";
import { forgetfulSubject, type RecoveryParts } from "./forgetful.ts";
import { reachable } from "./rules/reachable.ts";

type Send = "POST /api/verify-code/send";
type Forgotten = Extract<RequestOf<Send>, { accountName: string }>;

interface Parts extends Pick<RecoveryParts, "recoveryAccounts" | "recoveryCookies"> {
  readonly challenges: Challenges;
  readonly captchas: Captchas;
  readonly drafts: Drafts;
  readonly delivery: Delivery;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly accountDomain: string;
}

const captchaForms = { reset: "reset-password", activate: "activate" } as const;
/** Folding can make one character eighteen, and no account is as long as this. */
const longestName = 320;

/**
 * M18, M45, M55, S2–S4: one challenge, sent to every contact. A channel past its limits is left out; the other goes on (T12). Who
 * applies is told of each channel. Who forgot is told nothing, and nothing is sent within the request: the same calls and the same
 * answer whatever the account is (T04).
 */
export function sendCode(parts: Parts): Action<Send> {
  const {
    challenges,
    captchas,
    drafts,
    delivery,
    keys,
    clock,
    metrics,
    recoveryAccounts,
    recoveryCookies,
    accountDomain,
  } = parts;
  return ({ body, cookies, client }) =>
    body.purpose === "register" ? toApplicant(body, cookies, client) : toForgetful(body, client);

  async function toApplicant(
    body: RequestOf<Send>,
    cookies: Request["cookies"],
    client: Request["client"],
  ): Promise<Answer<Send>> {
    const { subject } = await applicantOf(cookies, drafts);
    const issued = await issue(subject, body, client);
    // S3: an intent that could not be booked as sent is swept up and may go twice with the same code; the code page must not fail for it.
    const states = await delivery.send(issued.intent).catch(() => issued.intent.states);
    metrics.count("CodeSent");
    return {
      body: {
        sentTo: contactsOf(subject).map(([channel, masked]) => ({ channel, masked, state: shown(states[channel]) })),
        ...times(issued),
      },
    };
  }

  async function toForgetful({ purpose, ...body }: Forgotten, client: Request["client"]): Promise<Answer<Send>> {
    if (!(await captchas.redeem(captchaForms[purpose], body.captcha)).right) throw new Problem("captcha-wrong");
    const typed = accountNameOf(body.accountName, accountDomain).slice(0, longestName);
    const { rowId, account } = await recoveryAccounts.byAccount(typed);
    const contacts = reachable(account, purpose);
    const issued = await issue(forgetfulSubject(purpose, rowId, contacts, typed), body, client);
    metrics.count("CodeSent");
    const cookie = await recoveryCookies.keep({ purpose, rowId, decoy: contacts === undefined });
    return { body: { sentTo: [], ...times(issued) }, setCookies: [cookie] };
  }

  async function issue(subject: CodeSubject, { language }: Pick<Forgotten, "language">, client: Request["client"]) {
    const request = { client: await keys.mac("limit", client.network), fromSchool: client.fromSchool, language };
    const issued = await challenges.issue(subject, request);
    if (issued.kind === "wait") throw new Problem("code-wait", { retryAfter: issued.seconds });
    if (issued.kind === "limit") throw new Problem("code-limit", { retryAfter: 3_600 });
    if (issued.kind === "flow-ended") throw new Problem("registration-expired");
    return issued;
  }

  /** Seconds until the code ends, and until it may be asked for again. */
  function times({ expiresAt, resendAt }: { readonly expiresAt: number; readonly resendAt: number }) {
    const now = clock.now();
    return { expiresIn: Math.floor((expiresAt - now) / 1_000), resendIn: Math.ceil((resendAt - now) / 1_000) };
  }
}

function contactsOf(subject: CodeSubject): [Channel, string][] {
  const contacts: [Channel, string][] = [];
  if (subject.email !== undefined) contacts.push(["email", maskEmail(subject.email)]);
  if (subject.mobile !== undefined) contacts.push(["sms", maskMobile(subject.mobile)]);
  return contacts;
}

const shown = (state: ChannelState | undefined) => (state === "accepted" || state === "waiting" ? state : "not-sent");
