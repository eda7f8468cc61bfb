import type { Challenge, Solution } from "altcha/lib";
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

/**
 * How far along a search is, in percent, after `tries` keys. A key matches its prefix by chance, so the bar nears its end
 * without reaching it; where the challenge says how many tries there are at most, it is counted.
 */
export function percentOf(tries: number, { parameters }: Asked): number {
  const { data, keyPrefix } = parameters as Partial<Challenge["parameters"]>;
  const most = typeof data?.most === "number" ? data.most : undefined;
  if (most) return Math.min(99, Math.round((100 * tries) / most));
  const expected = 16 ** Math.min(4, keyPrefix?.length ?? 2);
  return Math.min(99, Math.round(100 * (1 - Math.exp((-2 * tries) / expected))));
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
      if ("tries" in data) return onPercent(percentOf(data.tries, asked));
      if ("solution" in data) return resolve(payloadOf(challenge, data.solution));
      reject(new Error("The challenge has no solution that this browser can find"));
    });
  });
  worker.postMessage(challenge satisfies ToWorker);
  return solved.finally(() => worker.terminate());
}
