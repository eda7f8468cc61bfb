import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

interface Question {
  readonly id: number;
  readonly what: string;
  readonly detail: unknown;
}
type Reply = { readonly id: number; readonly answer: unknown } | { readonly id: number; readonly error: string };

const stopsWithinMs = 10_000;

export interface Child {
  readonly pid: number;
  /** Rejects with the child's own words when it cannot answer. */
  ask<A>(what: string, detail?: unknown): Promise<A>;
  /** Resolves when the process is gone. */
  stop(): Promise<void>;
}

export interface ChildOptions {
  readonly arguments?: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  /** What to put before `node`, e.g. to keep the process on one core. */
  readonly before?: readonly string[];
}

/** Starts a file of this folder as a process of its own. Its standard output is thrown away, as a cloud takes a function's log. */
export function startChild(file: string, { arguments: given = [], environment, before = [] }: ChildOptions): Child {
  const [execPath = process.execPath, ...execArgv] = [...before, process.execPath];
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), [...given], {
    execPath,
    execArgv,
    env: environment,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const waiting = new Map<number, PromiseWithResolvers<never>>();
  let questions = 0;
  child.on("message", (reply: Reply) => {
    const question = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ("error" in reply) question?.reject(new Error(reply.error));
    else question?.resolve(reply.answer as never);
  });
  child.on("exit", (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`${file} ended by itself with code ${code}`));
  });
  return {
    pid: child.pid ?? 0,
    ask(what, detail) {
      const question = Promise.withResolvers<never>();
      questions += 1;
      waiting.set(questions, question);
      child.send({ id: questions, what, detail } satisfies Question);
      return question.promise;
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.disconnect();
      const impatience = setTimeout(() => child.kill("SIGKILL"), stopsWithinMs);
      await gone;
      clearTimeout(impatience);
    },
  };
}

/** The other end: answers the parent's questions until the parent goes away, then stops. */
export function answerParent(answers: Record<string, (detail: never) => Promise<unknown>>, stop: () => Promise<void>) {
  process.on("message", ({ id, what, detail }: Question) => {
    const asked = answers[what]?.(detail as never) ?? Promise.reject(new Error(`nobody answers ${what}`));
    asked.then(
      (answer) => process.send?.({ id, answer } satisfies Reply),
      (error: unknown) => process.send?.({ id, error: String(error) } satisfies Reply),
    );
  });
  process.once("disconnect", () => stop().finally(() => process.exit()));
}
