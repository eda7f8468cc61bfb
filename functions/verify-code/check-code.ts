import { Problem } from "../http/problem.ts";
import type { Action } from "../http/request.ts";
import type { Captchas } from "../ports/captchas.ts";
import type { Challenge, Challenges, CodeFor } from "../ports/challenges.ts";
import type { Drafts } from "../ports/drafts.ts";
import type { Metrics } from "../ports/metrics.ts";
import { sameCode } from "../steps/same-code.ts";
import { applicantProving } from "./applicant.ts";
import { forgetfulProving, type RecoveryParts } from "./forgetful.ts";
import type { Proving } from "./proving.ts";

interface Parts extends RecoveryParts {
  readonly challenges: Challenges;
  readonly captchas: Captchas;
  readonly drafts: Drafts;
  readonly metrics: Metrics;
}

/**
 * S5, T06–T10: the try is counted before anything is compared. Wrong, expired, spent, used, of another purpose or browser: one
 * answer. A repeat of the same press of the button gets the stored result; a second press does not (T07).
 */
export function checkCode(parts: Parts): Action<"POST /api/verify-code/check"> {
  const { challenges, captchas, drafts, metrics } = parts;
  return async ({ body, cookies }) => {
    const proving =
      body.purpose === "register"
        ? await applicantProving(cookies, drafts)
        : await forgetfulProving(body.purpose, cookies, parts);
    const { subject } = proving;
    const shard = challenges.shard(subject.subject);
    const gate = await challenges.gate(subject, shard);
    if (gate === "spent") throw new Problem("code-wrong");
    if (gate === "captcha") {
      if (body.captcha === undefined) throw new Problem("code-needs-captcha");
      if (!(await captchas.redeem("verify-code", body.captcha)).right) throw new Problem("captcha-wrong");
    }
    const tried = await challenges.reserveTry(subject.subject, body.attempt);
    if (tried === undefined) throw new Problem("code-wrong");

    const proved = await matching(proving, tried.challenge, body.code);
    const current = proved === undefined || tried.alreadyBy ? subject : await proving.current();
    if (proved === undefined || current === undefined) {
      metrics.count("CodeWrong");
      await challenges.miss(subject, shard);
      throw new Problem("code-wrong");
    }
    if (!tried.alreadyBy && !(await challenges.succeed(current, tried.challenge, body.attempt, proved, shard))) {
      throw new Problem("code-wrong");
    }
    metrics.count("CodeRight");
    return proving.answer(tried.challenge, proved);
  };

  /** What the code proves: every one there is is compared, so that time says nothing. */
  async function matching(
    { codes, neverRight }: Proving,
    { challengeId }: Challenge,
    given: string,
  ): Promise<CodeFor | undefined> {
    const compared = await Promise.all(
      codes.map(async (of) => [of, sameCode(await challenges.code(challengeId, of), given)] as const),
    );
    return compared.find(([, right]) => right && !neverRight)?.[0];
  }
}
