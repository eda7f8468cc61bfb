import type { Clock } from "../../functions/ports/clock.ts";

const day = 86_400_000;

/**
 * A clock that moves only when a test says so. It starts at the next midnight (UTC): every window of every limit begins there, so that
 * no test depends on the time of day it runs at; and what expires by the real time, as ALTCHA's own check, is still live.
 */
export class TestClock implements Clock {
  #ahead = 0;
  #start: number;

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

/** One that goes on by itself from the machine's own time: a county's provider signs by that, and believes nothing a minute off. */
export class RunningClock extends TestClock {
  #begun = Date.now();

  constructor() {
    super(Date.now());
  }

  override now(): number {
    return super.now() + Date.now() - this.#begun;
  }
}
