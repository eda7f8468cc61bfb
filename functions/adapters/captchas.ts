import { PutCommand } from "@aws-sdk/lib-dynamodb";
import type { VerifySolutionOptions } from "altcha-lib";
import type { Policy } from "../contract/policy.ts";
import type { CaptchaAnswer, CaptchaForm } from "../contract/schemas/parts.ts";
import type { Captchas, CaptchaToken, CheckedCaptcha } from "../ports/captchas.ts";
import type { Clock } from "../ports/clock.ts";
import type { Ids } from "../ports/ids.ts";
import type { Keys } from "../ports/keys.ts";
import { cleanAt, type Dynamo, isRefused } from "./dynamo.ts";

const algorithm = "PBKDF2/SHA-256";

/** ALTCHA is loaded when somebody takes the proof of work: most take the digits. */
async function altcha() {
  const [{ createChallenge, verifySolution }, { deriveKey }] = await Promise.all([
    import("altcha-lib"),
    import("altcha-lib/algorithms/pbkdf2"),
  ]);
  return { createChallenge, verifySolution, deriveKey };
}

/** Captchas as sealed tokens; a spent one is a row in `once`, so nothing is stored until an answer comes. */
export function sealedCaptchas(ports: {
  dynamo: Dynamo;
  keys: Keys;
  clock: Clock;
  ids: Ids;
  policy: Policy;
}): Captchas {
  const { dynamo, keys, clock, ids, policy } = ports;

  const read = async (token: string): Promise<CaptchaToken | undefined> => {
    const opened = (await keys.unseal("captcha", token)) as CaptchaToken | undefined;
    return opened !== undefined && opened.expiresAt >= clock.now() ? opened : undefined;
  };

  const checkDigits = async (form: CaptchaForm, answer: { token: string; digits: string }): Promise<CheckedCaptcha> => {
    const token = await read(answer.token);
    const right = token !== undefined && token.form === form && token.digits === answer.digits.normalize("NFKC").trim();
    return { right, id: token?.id, kind: "digits", expiresAt: token?.expiresAt ?? 0 };
  };

  const checkWork = async (form: CaptchaForm, proof: string): Promise<CheckedCaptcha> => {
    const { challenge, solution, nonce, expiresAt, data } = readProof(proof);
    const live = expiresAt * 1_000 >= clock.now() && data?.form === form;
    if (nonce === undefined || !live) return { right: false, id: undefined, kind: "proof-of-work", expiresAt: 0 };
    const secret = await keys.secret("proof-of-work");
    const { verifySolution, deriveKey } = await altcha();
    const { verified } = await verifySolution({
      challenge,
      solution,
      deriveKey,
      hmacSignatureSecret: secret,
      hmacKeySignatureSecret: secret,
    }).catch(() => ({ verified: false }));
    return {
      right: verified,
      id: verified ? `work#${nonce}` : undefined,
      kind: "proof-of-work",
      expiresAt: expiresAt * 1_000,
    };
  };

  const check: Captchas["check"] = (form, answer: CaptchaAnswer) =>
    "proof" in answer ? checkWork(form, answer.proof) : checkDigits(form, answer);

  return {
    read,
    check,
    async issue(form, digits) {
      const token: CaptchaToken = { id: ids.id(), form, digits, expiresAt: clock.now() + policy.captcha.life * 1_000 };
      return { token: await keys.seal("captcha", token), life: policy.captcha.life };
    },
    async work(form) {
      const { life, cost, fewestRounds, mostRounds } = policy.captcha.work;
      const [high = 0, low = 0] = ids.bytes(2);
      const secret = await keys.secret("proof-of-work");
      const { createChallenge, deriveKey } = await altcha();
      return createChallenge({
        algorithm,
        cost,
        counter: fewestRounds + ((high * 256 + low) % (mostRounds - fewestRounds)),
        data: { form },
        deriveKey,
        expiresAt: Math.floor(clock.now() / 1_000) + life,
        hmacSignatureSecret: secret,
        hmacKeySignatureSecret: secret,
      });
    },
    async redeem(form, answer) {
      const checked = await check(form, answer);
      if (checked.id === undefined) return { right: false, kind: checked.kind };
      try {
        await dynamo.send(new PutCommand(spend(dynamo, checked, ids.id())));
        return { right: checked.right, kind: checked.kind };
      } catch (error) {
        if (isRefused(error)) return { right: false, kind: checked.kind };
        throw error;
      }
    },
  };
}

/**
 * The write that spends a captcha: refused when it was spent before. Kept a while past its end, then cleaned. `spentBy`, fresh, outside of
 * a transaction: the SDK's second try after a lost answer meets its own row (T45).
 */
export function spend(dynamo: Dynamo, captcha: CheckedCaptcha, spentBy?: string) {
  const Item = { id: `captcha#${captcha.id}`, cleanAt: cleanAt(captcha.expiresAt) + 60 };
  const put = { TableName: dynamo.name("once"), ConditionExpression: "attribute_not_exists(id)" };
  if (spentBy === undefined) return { ...put, Item };
  return {
    ...put,
    Item: { ...Item, spentBy },
    ConditionExpression: `${put.ConditionExpression} OR spentBy = :us`,
    ExpressionAttributeValues: { ":us": spentBy },
  };
}

type Solved = VerifySolutionOptions;
interface Proof extends Pick<Solved, "challenge" | "solution"> {
  readonly nonce: string | undefined;
  readonly expiresAt: number;
  readonly data: { readonly form?: unknown } | undefined;
}

/** The widget's base64 JSON `{challenge, solution}`; anything else reads as a proof that proves nothing. */
function readProof(proof: string): Proof {
  const nothing = { nonce: undefined, expiresAt: 0, data: undefined } as unknown as Proof;
  try {
    const { challenge, solution } = JSON.parse(Buffer.from(proof, "base64").toString("utf8")) as Solved;
    const { nonce, expiresAt = 0, data } = challenge.parameters;
    return { challenge, solution, nonce, expiresAt, data };
  } catch {
    return nothing;
  }
}
