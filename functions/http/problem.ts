import { type ErrorCode, errors, type FieldProblem } from "../contract/errors.ts";

interface ProblemOptions {
  readonly fields?: readonly FieldProblem[];
  /** Seconds; becomes the `retry-after` header. */
  readonly retryAfter?: number;
  /** For the log only; never personal, never sent. */
  readonly reason?: string;
  readonly cause?: unknown;
}

/** An error a person is told. Thrown anywhere in an action; one place turns it into a problem document (RFC 9457). */
export class Problem extends Error {
  readonly code: ErrorCode;
  readonly options: ProblemOptions;

  constructor(code: ErrorCode, options: ProblemOptions = {}) {
    super(code, options.cause === undefined ? {} : { cause: options.cause });
    this.name = "Problem";
    this.code = code;
    this.options = options;
  }
}

/** The public document of a problem. `id` is the number a person can quote to the help desk. */
export function problemDocument(problem: Problem, id: string) {
  const { status, title } = errors[problem.code];
  const { fields, retryAfter } = problem.options;
  return {
    type: "about:blank",
    title,
    status,
    code: problem.code,
    id,
    ...(fields === undefined ? {} : { fields }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
}
