import type { ComponentChildren } from "preact";
import { Loading } from "../../components/loading/loading.tsx";
import { ProblemPanel } from "../../components/problem-panel/problem-panel.tsx";
import type { Own } from "./use-own.ts";

interface ShownOwnProps<T> {
  readonly own: Own<T>;
  /** How many lines of text will stand here. */
  readonly lines: number;
  readonly children: (answer: T) => ComponentChildren;
}

/** What was asked for, or its place while it is on its way, or what happened instead. */
export function ShownOwn<T>({ own, lines, children }: ShownOwnProps<T>) {
  if (own.answer !== undefined) return <>{children(own.answer)}</>;
  if (own.problem) return <ProblemPanel problem={own.problem} onRetry={() => void own.retry()} busy={own.busy} />;
  return <Loading lines={lines} />;
}
