import type { Call } from "./calls.ts";

/**
 * `before`: not forwarded, answered 500. `cut`: not forwarded, connection reset. `after`: forwarded, connection reset instead
 * of the answer. `broken-answer`: forwarded, 500 instead of the answer. `dup`: forwarded twice, the second answer given.
 * `busy`: not forwarded, the service's own throttling. `conflict`: a transaction that met another one. `crash`: forwarded, then
 * nothing of this lane gets through until it is revived. `meanwhile`: `act` runs, then it is forwarded as if nothing was.
 */
export type Mode = "before" | "cut" | "after" | "broken-answer" | "dup" | "busy" | "conflict" | "crash" | "meanwhile";

export interface FaultRule {
  readonly mode: Mode;
  /** The name of the call, or whether a call is meant. */
  readonly at: string | ((call: Call) => boolean);
  /** Only while the test says that this is going on. */
  readonly during?: string;
  /** Which command that fits is struck, counted from 1 (the default); `every` strikes them all until mended. */
  readonly nth?: number | "every";
  /** `one` (the SDK's next try gets through) or `all` tries of the struck command (the default). */
  readonly tries?: "one" | "all";
  readonly act?: () => Promise<void>;
}

interface Fault extends FaultRule {
  readonly commands: string[];
  struck: number;
}

/** The calls of one service among all that go through the proxy, told by marks in their bodies, and what befalls them. */
export class Lane {
  readonly calls: Call[] = [];
  /** What is going on now; stamped on each call. */
  during = "";
  crashed = false;
  #faults: Fault[] = [];
  #marks: readonly string[];

  constructor(marks: readonly string[]) {
    this.#marks = marks;
  }

  owns(body: string): boolean {
    return this.#marks.length === 0 || this.#marks.some((mark) => body.includes(mark));
  }

  /** Arms a fault; gives how often it has struck so far. */
  fault(rule: FaultRule): { struck(): number } {
    const fault: Fault = { ...rule, commands: [], struck: 0 };
    this.#faults.push(fault);
    return { struck: () => fault.struck };
  }

  /** All is well again, and nothing was seen. */
  mend(): void {
    this.#faults = [];
    this.crashed = false;
    this.calls.length = 0;
  }

  names(): string[] {
    return this.calls.map(({ name }) => name);
  }

  /** Notes the call and says what befalls it. */
  take(call: Call): FaultRule | undefined {
    this.calls.push(call);
    if (this.crashed) return undefined;
    return this.#faults.find((fault) => strikes(fault, call));
  }
}

function strikes(fault: Fault, call: Call): boolean {
  if (fault.during !== undefined && fault.during !== call.during) return false;
  if (typeof fault.at === "string" ? fault.at !== call.name : !fault.at(call)) return false;
  const isRetry = fault.commands.includes(call.command);
  if (!isRetry) fault.commands.push(call.command);
  if (isRetry && fault.tries === "one") return false;
  const { nth = 1 } = fault;
  const struck = nth === "every" || fault.commands.indexOf(call.command) === nth - 1;
  if (struck) fault.struck += 1;
  return struck;
}
