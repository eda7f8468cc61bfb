import type { Clock } from "../../functions/ports/clock.ts";

/** A clock that moves only when a test says so. Starts at the real time: signatures of the AWS SDK must stay fresh. */
export class TestClock implements Clock {
  #ahead = 0;
  #start = Date.now();

  now(): number {
    return this.#start + this.#ahead;
  }

  advanceBy(span: { seconds?: number; minutes?: number; hours?: number; days?: number }): void {
    const { seconds = 0, minutes = 0, hours = 0, days = 0 } = span;
    this.#ahead += ((days * 24 + hours) * 60 + minutes) * 60_000 + seconds * 1_000;
  }
}
