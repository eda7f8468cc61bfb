import type { CaptchaAnswer } from "../../contract/schemas/parts.ts";
import { Problem } from "../../http/problem.ts";
import type { Captchas } from "../../ports/captchas.ts";
import type { Challenges, CodeProof } from "../../ports/challenges.ts";
import type { Keys } from "../../ports/keys.ts";
import type { Metrics } from "../../ports/metrics.ts";
import type { PublicFlow, PublicRegistrations } from "../../ports/public-registrations.ts";
import { sameCode } from "../../steps/same-code.ts";
import { typedSubject } from "./rules/subject.ts";

export interface CodeParts {
  readonly publicRegistrations: Pick<PublicRegistrations, "reserveCode">;
  readonly challenges: Pick<Challenges, "code" | "shard" | "gate" | "reserveTry" | "miss">;
  readonly captchas: Pick<Captchas, "redeem">;
  readonly keys: Keys;
  readonly metrics: Metrics;
}

/** `used`: by this very press before, whose answer was lost. */
export type Mailbox = CodeProof | "used";

interface Typed {
  readonly code: string;
  readonly attempt: string;
  readonly captcha?: CaptchaAnswer | undefined;
}

/**
 * The mailbox of a registration by its code (T06–T10): the try is counted before anything is compared. A right code is not used yet: that
 * is done with the activation, so a wrong password costs a try and no new mail.
 */
export async function proveByCode(
  { publicRegistrations, challenges, captchas, keys, metrics }: CodeParts,
  flow: PublicFlow,
  { code, attempt, captcha }: Typed,
): Promise<Mailbox> {
  const subject = typedSubject(flow, await keys.mac("account-email", flow.person.account));
  const shard = challenges.shard(subject.subject);
  const gate = await challenges.gate(subject, shard);
  if (gate === "spent") throw new Problem("code-wrong");
  if (gate === "captcha") {
    if (captcha === undefined) throw new Problem("code-needs-captcha");
    if (!(await captchas.redeem("verify-code", captcha)).right) throw new Problem("captcha-wrong");
  }
  const tried = await challenges.reserveTry(subject.subject, attempt);
  if (tried === undefined) throw new Problem("code-wrong");
  // The gate has only looked: tries at many registrations of one address at once would all have passed it (T08).
  if (!(await publicRegistrations.reserveCode(subject.account))) throw new Problem("code-wrong");
  const { challenge, alreadyBy } = tried;
  const right = sameCode(await challenges.code(challenge.challengeId, "any"), code);
  // Nobody got the code of a registration with a taken address: it is never right (T04).
  if (!right || flow.person.taken) {
    metrics.count("CodeWrong");
    await challenges.miss(subject, shard);
    throw new Problem("code-wrong");
  }
  metrics.count("CodeRight");
  return alreadyBy ? "used" : { subject, challenge, attempt, shard };
}
