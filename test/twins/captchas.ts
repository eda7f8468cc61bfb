import type { CaptchaForm } from "../../functions/contract/schemas/parts.ts";
import type { Captchas, CaptchaToken, CheckedCaptcha } from "../../functions/ports/captchas.ts";
import type { TwinParts } from "./memory.ts";

interface Work {
  readonly id: string;
  readonly form: CaptchaForm;
  readonly expiresAt: number;
}

const backwards = (text: string) => [...text].toReversed().join("");

/** The work of the twin: to say a challenge's id backwards. */
export const workOf = (challenge: unknown): string => {
  const { id } = challenge as Work;
  return `${id} ${backwards(id)}`;
};

/** Captchas in memory: what was issued is kept by its token, what was spent by its id. */
export function captchasTwin({ memory, clock, ids, policy }: Omit<TwinParts, "keys">): Captchas {
  const tokens = new Map<string, CaptchaToken>();
  const works = new Map<string, Work>();
  const read = async (token: string) => {
    const kept = tokens.get(token);
    return kept !== undefined && kept.expiresAt >= clock.now() ? kept : undefined;
  };
  const checkWork = (form: CaptchaForm, proof: string): CheckedCaptcha => {
    const [id = "", solution] = proof.split(" ");
    const work = works.get(id);
    const right =
      work !== undefined && work.form === form && work.expiresAt >= clock.now() && solution === backwards(id);
    return {
      right,
      id: right ? work.id : undefined,
      kind: "proof-of-work",
      expiresAt: right ? work.expiresAt : 0,
    };
  };
  const check: Captchas["check"] = async (form, answer) => {
    if ("proof" in answer) return checkWork(form, answer.proof);
    const token = await read(answer.token);
    const right = token?.form === form && token.digits === answer.digits.normalize("NFKC").trim();
    return { right, id: token?.id, kind: "digits", expiresAt: token?.expiresAt ?? 0 };
  };
  return {
    read,
    check,
    async issue(form, digits) {
      const { life } = policy.captcha;
      const token = ids.secret();
      tokens.set(token, { id: ids.id(), form, digits, expiresAt: clock.now() + life * 1_000 });
      return { token, life };
    },
    async work(form) {
      const work = { id: ids.id(), form, expiresAt: clock.now() + policy.captcha.work.life * 1_000 };
      works.set(work.id, work);
      return work;
    },
    async redeem(form, answer) {
      const { right, id, kind } = await check(form, answer);
      const spent = `captcha ${id}`;
      const isFirst = id !== undefined && !memory.once.has(spent);
      if (isFirst) memory.once.add(spent);
      return { right: right && isFirst, kind };
    },
  };
}
