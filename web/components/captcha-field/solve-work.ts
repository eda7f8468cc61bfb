import type { Challenge, Solution } from "altcha/lib";
import { policies } from "../../../functions/contract/policy.ts";
import type { AnswerOf } from "../../../functions/contract/routes.ts";
import type { FromWorker, ToWorker } from "./work-messages.ts";

type Asked = AnswerOf<"POST /api/captcha/work">;

/** A proof is made anew this long (ms) before its end, so that one that is sent is still good. */
const spare = 30_000;
/** How long (ms) a challenge without an end of its own is taken to be good. */
const usualLife = 300_000;

/** The moment (ms since 1970) from which a fresh challenge is due. */
export function expiryOf({ parameters }: Asked): number {
  const { expiresAt } = parameters;
  return (typeof expiresAt === "number" ? expiresAt * 1000 : Date.now() + usualLife) - spare;
}

/** How far along a search is, in percent, after `tries` keys: the service picks the right one among the first `mostRounds`. */
export function percentOf(tries: number): number {
  return Math.min(99, Math.round((100 * tries) / policies.seed.captcha.work.mostRounds));
}

/** ALTCHA's payload: base64 of `{"challenge": …, "solution": …}`. Nothing in it is outside ASCII. */
export function payloadOf(challenge: Challenge, solution: Solution): string {
  return btoa(JSON.stringify({ challenge, solution }));
}

/** Solves the challenge in a worker. Rejects when it cannot be solved or `signal` aborts. */
export function solveWork(asked: Asked, signal: AbortSignal, onPercent: (percent: number) => void): Promise<string> {
  const challenge = asked as unknown as Challenge;
  const worker = new Worker(new URL("./work-solver.ts", import.meta.url), { type: "module" });
  const solved = new Promise<string>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
    worker.addEventListener("error", reject);
    worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
      if ("tries" in data) return onPercent(percentOf(data.tries));
      if ("solution" in data) return resolve(payloadOf(challenge, data.solution));
      reject(new Error("The challenge has no solution that this browser can find"));
    });
  });
  worker.postMessage(challenge satisfies ToWorker);
  return solved.finally(() => worker.terminate());
}
