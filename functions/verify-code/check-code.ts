import { timingSafeEqual } from "node:crypto";
import type { Channel } from "../contract/messages.ts";
import { Problem } from "../http/problem.ts";
import type { Action } from "../http/request.ts";
import type { Captchas } from "../ports/captchas.ts";
import type { Challenge, Challenges, CodeSubject } from "../ports/challenges.ts";
import type { Drafts } from "../ports/drafts.ts";
import type { Metrics } from "../ports/metrics.ts";
import { provingOf } from "./subject.ts";

interface Parts {
  readonly challenges: Challenges;
  readonly captchas: Captchas;
  readonly drafts: Drafts;
  readonly metrics: Metrics;
}

/**
 * S5, T06–T10: the try is counted before anything is compared. Wrong, expired, spent, used, of another purpose or browser: one
 * answer. A repeat of the same press of the button gets the stored result; a second press does not (T07).
 */
export function checkCode({ challenges, captchas, drafts, metrics }: Parts): Action<"POST /api/verify-code/check"> {
  return async ({ body, cookies }) => {
    const { subject, draft } = await provingOf(body.purpose, cookies, drafts);
    const shard = challenges.shard(subject.subject);
    const gate = await challenges.gate(subject.account, shard);
    if (gate === "spent") throw new Problem("code-wrong");
    if (gate === "captcha") {
      if (body.captcha === undefined) throw new Problem("code-needs-captcha");
      if (!(await captchas.redeem("verify-code", body.captcha)).right) throw new Problem("captcha-wrong");
    }
    const tried = await challenges.reserveTry(subject.subject, body.attempt);
    if (tried === undefined) throw new Problem("code-wrong");

    const channel = await matching(subject, tried.challenge, body.code.normalize("NFKC").replace(/\s/g, ""));
    if (channel === undefined) {
      metrics.count("CodeWrong");
      await challenges.miss(subject, shard);
      throw new Problem("code-wrong");
    }
    if (!tried.alreadyBy && !(await challenges.succeed(subject, tried.challenge, body.attempt, channel, shard))) {
      throw new Problem("code-wrong");
    }
    metrics.count("CodeRight");
    return { body: { verified: true, channel }, setCookies: [await drafts.cookie({ ...draft, proved: channel })] };
  };

  /** The channel whose code this is: every one is compared, so that time says nothing. */
  async function matching(subject: CodeSubject, challenge: Challenge, given: string): Promise<Channel | undefined> {
    const channels: Channel[] = [
      ...(subject.email ? ["email" as const] : []),
      ...(subject.mobile ? ["sms" as const] : []),
    ];
    const compared = await Promise.all(
      channels.map(
        async (channel) => [channel, same(await challenges.code(challenge.challengeId, channel), given)] as const,
      ),
    );
    return compared.find(([, right]) => right)?.[0];
  }
}

function same(code: string, given: string): boolean {
  const [a, b] = [Buffer.from(code), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
