import { Worker } from "node:worker_threads";
import type { PictureMaker } from "../../ports/pictures.ts";

type Made = Awaited<ReturnType<PictureMaker["make"]>>;

interface PictureMakerOptions {
  /** Milliseconds: unless said some ten times what the largest picture takes, below what one call of the function may. */
  readonly patience?: number;
  readonly thread?: URL;
}

/** From source, or beside the bundle. */
const besides = new URL(`./picture-thread.${import.meta.url.endsWith(".ts") ? "ts" : "mjs"}`, import.meta.url);
const broken: Made = { ok: false, problem: "broken" };

/**
 * Makes each picture in a thread of its own, which ends with it: what a hostile file does to a decoder meets no other picture, holds up
 * nobody, and its memory is free at once. One at a time, so that memory is bounded where many requests share a process.
 */
export function pictureMaker({ patience = 10_000, thread = besides }: PictureMakerOptions = {}): PictureMaker {
  let last: Promise<unknown> = Promise.resolve();

  async function make(bytes: Uint8Array): Promise<Made> {
    const worker = new Worker(thread, {
      // A copy with a buffer of its own: what Node reads a body into is shared.
      workerData: Uint8Array.from(bytes),
      // It knows nothing of where it runs.
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 64 },
    });
    let impatience: NodeJS.Timeout | undefined;
    try {
      return await new Promise<Made>((resolve, reject) => {
        impatience = setTimeout(resolve, patience, broken);
        worker.once("message", resolve);
        worker.once("error", (error) => (isOutOfMemory(error) ? resolve(broken) : reject(error)));
        worker.once("exit", () => resolve(broken));
      });
    } finally {
      clearTimeout(impatience);
      await worker.terminate();
    }
  }

  return {
    make(bytes) {
      const made = last.then(() => make(bytes));
      last = made.catch(() => undefined);
      return made;
    },
  };
}

const isOutOfMemory = (error: unknown) => (error as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY";
