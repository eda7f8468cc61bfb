import type { Clock } from "../../functions/ports/clock.ts";

const day = 86_400_000;

/**
 * A clock that moves only when a test says so. It starts at the next midnight (UTC): every window of every limit begins there, so that
 * no test depends on the time of day it runs at; and what expires by the real time, as ALTCHA's own check, is still live.
 */
export class TestClock implements Clock {
  #ahead = 0;
  #start: number;

  /** `start`: only for a test with a part that has the machine's own time, such as a county's provider. */
  constructor(start = Math.ceil(Date.now() / day) * day) {
    this.#start = start;
  }

  now(): number {
    return this.#start + this.#ahead;
  }

  advanceBy(span: { seconds?: number; minutes?: number; hours?: number; days?: number }): void {
    const { seconds = 0, minutes = 0, hours = 0, days = 0 } = span;
    this.#ahead += ((days * 24 + hours) * 60 + minutes) * 60_000 + seconds * 1_000;
  }
}
