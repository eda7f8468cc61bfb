import { pbkdf2, sha, solveChallenge } from "altcha/lib";
import type { FromWorker, ToWorker } from "./work-messages.ts";

// The worker of the silent proof of work: off the page's thread, so that typing stays smooth on a cheap phone.

const tell = (news: FromWorker) => self.postMessage(news);

self.addEventListener("message", async ({ data: challenge }: MessageEvent<ToWorker>) => {
  const { deriveKey } = challenge.parameters.algorithm.startsWith("PBKDF2/") ? pbkdf2 : sha;
  let tries = 0;
  const counted = (...input: Parameters<typeof deriveKey>) => {
    tries += 1;
    if (tries % 8 === 0) tell({ tries });
    return deriveKey(...input);
  };
  const solution = await solveChallenge({ challenge, deriveKey: counted }).catch(() => null);
  tell(solution ? { solution } : { failed: true });
});
