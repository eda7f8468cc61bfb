import type { Channel } from "../contract/messages.ts";
import { Problem } from "../http/problem.ts";
import type { Action } from "../http/request.ts";
import { maskEmail, maskMobile } from "../person/masks.ts";
import type { Challenges, CodeSubject } from "../ports/challenges.ts";
import type { Clock } from "../ports/clock.ts";
import type { Drafts } from "../ports/drafts.ts";
import type { Keys } from "../ports/keys.ts";
import type { ChannelState, Delivery } from "../ports/messages.ts";
import type { Metrics } from "../ports/metrics.ts";
import { provingOf } from "./subject.ts";

interface Parts {
  readonly challenges: Challenges;
  readonly drafts: Drafts;
  readonly delivery: Delivery;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly metrics: Metrics;
}

/** M18, S2–S4: one challenge, sent to every contact given. A channel past its limits is left out and said so; the other goes on (T12). */
export function sendCode(parts: Parts): Action<"POST /api/verify-code/send"> {
  const { challenges, drafts, delivery, keys, clock, metrics } = parts;
  return async ({ body, cookies, client }) => {
    const { subject } = await provingOf(body.purpose, cookies, drafts);
    const request = {
      client: await keys.mac("limit", client.network),
      fromSchool: client.fromSchool,
      language: body.language,
    };
    const issued = await challenges.issue(subject, request);
    if (issued.kind === "wait") throw new Problem("code-wait", { retryAfter: issued.seconds });
    if (issued.kind === "limit") throw new Problem("code-limit", { retryAfter: 3_600 });
    if (issued.kind === "flow-ended") throw new Problem("registration-expired");

    // S3: an intent that could not be booked as sent is swept up and may go twice with the same code; the code page must not fail for it.
    const states = await delivery.send(issued.intent).catch(() => issued.intent.states);
    metrics.count("CodeSent");
    const now = clock.now();
    return {
      body: {
        sentTo: contactsOf(subject).map(([channel, masked]) => ({ channel, masked, state: shown(states[channel]) })),
        expiresIn: Math.floor((issued.expiresAt - now) / 1_000),
        resendIn: Math.ceil((issued.resendAt - now) / 1_000),
      },
    };
  };
}

function contactsOf(subject: CodeSubject): [Channel, string][] {
  const contacts: [Channel, string][] = [];
  if (subject.email !== undefined) contacts.push(["email", maskEmail(subject.email)]);
  if (subject.mobile !== undefined) contacts.push(["sms", maskMobile(subject.mobile)]);
  return contacts;
}

const shown = (state: ChannelState | undefined) => (state === undefined || state === "failed" ? "not-sent" : state);
